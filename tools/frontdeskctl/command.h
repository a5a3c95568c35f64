#pragma once

#include <QString>
#include <QStringList>
#include <QTextStream>

#include <functional>

namespace Frontdesk::Ctl {

/// How every command ends; the shell sees the number. Where it is not Done, the command has written one plain sentence
/// to standard error.
enum ExitCode {
    Done = 0,
    Failed = 1,     ///< What was asked for did not work.
    WrongUsage = 2, ///< The command line, or a value in it, cannot be understood.
};

/// Where a command writes: its answer to `out`, complaints to `error`.
struct Output {
    QTextStream &out;
    QTextStream &error;
};

/// One thing that frontdeskctl can do. All of them are listed in commands.cpp.
struct Command {
    QString name;    ///< One or two words as typed: `clinic create`.
    QString summary; ///< One line for the overview.
    QString usage;   ///< What follows the name, for people: `ID [--json]`.
    std::function<int(const QStringList &arguments, Output &output)> run; ///< Arguments after the name.
};

} // namespace Frontdesk::Ctl
