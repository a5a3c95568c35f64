#include "tools/frontdeskctl/frontdeskctl.h"

#include <algorithm>

namespace Frontdesk::Ctl {

namespace {

void showOverview(const std::vector<Command> &commands, QTextStream &to)
{
    to << "frontdeskctl: looks after Frontdesk's clinics, calls and tasks.\n\n"
          "Usage: frontdeskctl COMMAND [OPTIONS]\n\nCommands:\n";
    qsizetype width = 0;
    for (const Command &command : commands) {
        width = std::max(width, command.name.size());
    }
    for (const Command &command : commands) {
        to << "  " << command.name.leftJustified(width) << "  " << command.summary << '\n';
    }
    to << "\nfrontdeskctl COMMAND --help tells more; frontdeskctl --version names the version.\n";
}

void showUsage(const Command &command, QTextStream &to)
{
    to << "Usage: frontdeskctl " << command.name << ' ' << command.usage << "\n\n" << command.summary << '\n';
}

const Command *findCommand(const QStringList &arguments, const std::vector<Command> &commands)
{
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command &command) {
        const QStringList words = command.name.split(QLatin1Char(' '));
        return arguments.mid(0, words.size()) == words;
    });
    return found == commands.end() ? nullptr : &*found;
}

} // namespace

int runCommandLine(const QStringList &arguments, const std::vector<Command> &commands, Output &output)
{
    if (arguments.isEmpty()) {
        showOverview(commands, output.error);
        return WrongUsage;
    }
    const QString first = arguments.first();
    if (first == QLatin1String("--version")) {
        output.out << "frontdeskctl " FRONTDESK_VERSION "\n";
        return Done;
    }
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        showOverview(commands, output.out);
        return Done;
    }
    const Command *command = findCommand(arguments, commands);
    if (!command) {
        output.error << "There is no command \"" << arguments.mid(0, 2).join(QLatin1Char(' '))
                     << "\"; frontdeskctl --help lists them.\n";
        return WrongUsage;
    }
    const QStringList rest = arguments.mid(command->name.count(QLatin1Char(' ')) + 1);
    if (rest.contains(QLatin1String("--help")) || rest.contains(QLatin1String("-h"))) {
        showUsage(*command, output.out);
        return Done;
    }
    return command->run(rest, output);
}

} // namespace Frontdesk::Ctl
