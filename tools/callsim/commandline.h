#pragma once

#include "tools/callsim/callfleet.h"

#include <QProcessEnvironment>

namespace Frontdesk::CallSim {

/// What a person typed.
struct CommandLine {
    FleetPlan plan;
    QString jsonFile; ///< Where the report goes; empty: none.
    bool microphone = false;
    bool fullDuplex = false; ///< Keep listening to the microphone while the assistant speaks.
    QString answer;          ///< Set when all that was wanted is a text, such as the help.
};

/// Reads arguments (with the program's name first) and `FRONTDESK_TWILIO_AUTH_TOKEN`, `FRONTDESK_TWILIO_ACCOUNT_SID`.
/// InvalidInput says what cannot be understood.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments,
                                                   const QProcessEnvironment &environment);

} // namespace Frontdesk::CallSim
