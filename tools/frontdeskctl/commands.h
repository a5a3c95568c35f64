#pragma once

#include "tools/frontdeskctl/command.h"

#include <vector>

namespace Frontdesk::Ctl {

/// All commands in the order they are shown. A new command: one function `Command xCommand()` and one line in the .cpp.
[[nodiscard]] std::vector<Command> allCommands();

[[nodiscard]] Command clinicCreateCommand();
[[nodiscard]] Command clinicSetCommand();
[[nodiscard]] Command clinicListCommand();
[[nodiscard]] Command clinicShowCommand();
[[nodiscard]] Command tasksListCommand();
[[nodiscard]] Command callsListCommand();
[[nodiscard]] Command callsShowCommand();
[[nodiscard]] Command callsReplayCommand();
[[nodiscard]] Command userInviteCommand();
[[nodiscard]] Command userListCommand();
[[nodiscard]] Command userDeactivateCommand();
[[nodiscard]] Command userResetPasswordCommand();
[[nodiscard]] Command notifyListCommand();
[[nodiscard]] Command notifyAddCommand();
[[nodiscard]] Command notifyRemoveCommand();
[[nodiscard]] Command vendorListCommand();
[[nodiscard]] Command vendorSetCommand();
[[nodiscard]] Command migrateCommand();
[[nodiscard]] Command keysRotateCommand();
[[nodiscard]] Command auditVerifyCommand();
[[nodiscard]] Command doctorCommand();
[[nodiscard]] Command retentionCommand();
[[nodiscard]] Command retentionSweepCommand();
[[nodiscard]] Command holdPlaceCommand();
[[nodiscard]] Command holdListCommand();
[[nodiscard]] Command holdReleaseCommand();
[[nodiscard]] Command evalEscalationCommand();
[[nodiscard]] Command evalSlotsCommand();
[[nodiscard]] Command evalCallsCommand();
[[nodiscard]] Command calibrateCommand();
[[nodiscard]] Command twilioSetupCommand();

} // namespace Frontdesk::Ctl
