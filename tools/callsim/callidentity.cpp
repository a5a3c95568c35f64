#include "tools/callsim/callidentity.h"

#include <QUuid>

namespace Frontdesk::CallSim {

QString newSid(QLatin1String kind)
{
    return QString(kind) + QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace Frontdesk::CallSim
