#include "tools/frontdeskctl/commands.h"

namespace Frontdesk::Ctl {

std::vector<Command> allCommands()
{
    return {clinicCreateCommand(), clinicSetCommand(),      clinicListCommand(),     clinicShowCommand(),
            tasksListCommand(),    callsListCommand(),      callsShowCommand(),      callsReplayCommand(),
            userInviteCommand(),   userListCommand(),       userDeactivateCommand(), userResetPasswordCommand(),
            migrateCommand(),      keysRotateCommand(),     auditVerifyCommand(),    doctorCommand(),
            retentionCommand(),    retentionSweepCommand(), holdPlaceCommand(),      holdListCommand(),
            holdReleaseCommand(),  notifyListCommand(),     notifyAddCommand(),      notifyRemoveCommand(),
            vendorListCommand(),   vendorSetCommand(),      evalEscalationCommand(), evalSlotsCommand(),
            evalCallsCommand(),    calibrateCommand(),      twilioSetupCommand()};
}

} // namespace Frontdesk::Ctl
