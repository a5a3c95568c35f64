#include "tools/frontdeskctl/commandline.h"

#include <algorithm>

namespace Frontdesk::Ctl {

namespace {

Error wrong(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments, const std::vector<Option> &options)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(QLatin1String("--"))) {
            line.m_words << argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        const auto option =
            std::find_if(options.begin(), options.end(), [&](const Option &o) { return o.name == name; });
        if (option == options.end()) {
            return wrong(QStringLiteral("There is no option --%1 here.").arg(name));
        }
        if (option->kind == Option::Kind::Flag) {
            if (equals >= 0) {
                return wrong(QStringLiteral("--%1 takes no value.").arg(name));
            }
            line.m_values.insert(name, {});
            continue;
        }
        if (option->kind == Option::Kind::Value && line.has(name)) {
            return wrong(QStringLiteral("--%1 can be given only once.").arg(name));
        }
        if (equals < 0 && i + 1 == arguments.size()) {
            return wrong(QStringLiteral("--%1 needs a value.").arg(name));
        }
        line.m_values[name] << (equals < 0 ? arguments[++i] : argument.mid(equals + 1));
    }
    return line;
}

} // namespace Frontdesk::Ctl
