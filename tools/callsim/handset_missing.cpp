#include "tools/callsim/handset.h"

namespace Frontdesk::CallSim {

Result<std::unique_ptr<Handset>> openMicrophone(bool)
{
    return Error{ErrorCode::Unavailable,
                 QStringLiteral("this callsim was built without Qt Multimedia (Debian: qt6-multimedia-dev)")};
}

} // namespace Frontdesk::CallSim
