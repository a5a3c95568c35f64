#pragma once

#include "tools/frontdeskctl/command.h"

#include <vector>

namespace Frontdesk::Ctl {

/// Finds the command that `arguments` (without the program's name) begin with and runs it; answers `--help`,
/// `--version`, `help` and `COMMAND --help` itself. Returns the exit code.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const std::vector<Command> &commands, Output &output);

} // namespace Frontdesk::Ctl
