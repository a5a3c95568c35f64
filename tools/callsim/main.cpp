#include "shared/core/wakemoderation.h"
#include "tools/callsim/callsim.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // As the service; see there.
    const QCoreApplication app(argc, argv);
    // Short, since what the vendors that are played here take is measured.
    const Frontdesk::WakeModeration moderation(Frontdesk::Milliseconds(5));
    return Frontdesk::CallSim::runCallsim(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
}
