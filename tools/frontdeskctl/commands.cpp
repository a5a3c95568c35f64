#include "tools/frontdeskctl/commands.h"

namespace Frontdesk::Ctl {

std::vector<Command> allCommands()
{
    return {};
}

} // namespace Frontdesk::Ctl
