#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace Frontdesk::CallSim {

/// The whole program on the running QCoreApplication; returns what the shell gets: 0 all calls as expected, 1 not, 2
/// the command line or a script cannot be understood.
[[nodiscard]] int runCallsim(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace Frontdesk::CallSim
