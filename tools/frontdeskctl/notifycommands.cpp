#include "shared/core/clock.h"
#include "shared/model/notificationrule.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QJsonDocument>

#include <array>

namespace Frontdesk::Ctl {

namespace {

const QString Setting = QString::fromLatin1(NotificationRulesSetting);
const QString Clinic = QStringLiteral("clinic");
const QString Json = QStringLiteral("json");

/// A clinic's rules, and what is needed to change them.
struct Rules {
    ClinicId clinic;
    qint64 version = 0;
    std::vector<NotificationRule> list;
};

Result<Rules> readRules(const CommandLine &line, Storage::Store &store)
{
    const auto clinic = findClinic(store, line.value(Clinic));
    if (!clinic) {
        return clinic.error();
    }
    const auto setting = store.clinicSettings().find(clinic->id, Setting);
    if (!setting) {
        return setting.error();
    }
    const auto rules = notificationRulesFromJson(setting->value);
    return rules ? Result<Rules>(Rules{clinic->id, setting->version, *rules}) : rules.error();
}

Result<Rules> keepRules(Storage::Store &store, Rules rules)
{
    const auto kept = store.clinicSettings().replace(rules.clinic, Setting, notificationRulesToJson(rules.list),
                                                     rules.version, SystemClock().utcNow());
    return kept ? Result<Rules>(std::move(rules)) : kept.error();
}

int showRules(const CommandLine &line, const Rules &rules, Output &output)
{
    if (line.has(Json)) {
        output.out << QString::fromUtf8(QJsonDocument(notificationRulesToJson(rules.list)).toJson());
        return Done;
    }
    std::vector<QStringList> rows;
    for (const NotificationRule &rule : rules.list) {
        const QJsonObject json = rule.toJson();
        const auto text = [&json](const char *field) { return json.value(QLatin1String(field)).toString(); };
        rows.push_back({QString::number(rows.size() + 1), text("kind"), text("at_least"), text("hours"),
                        text("channel"), rule.to});
    }
    writeTable(output.out,
               {QStringLiteral("RULE"), QStringLiteral("KIND"), QStringLiteral("FROM"), QStringLiteral("HOURS"),
                QStringLiteral("CHANNEL"), QStringLiteral("TO")},
               rows);
    return Done;
}

int withRules(const QStringList &arguments, std::vector<Option> options, qsizetype words, Output &output,
              Result<Rules> (*work)(const CommandLine &, Storage::Store &))
{
    options.push_back({Clinic});
    options.push_back({Json, Option::Kind::Flag});
    return withStore(arguments, std::move(options), words, output, work,
                     [&output](const CommandLine &line, const Rules &rules) { return showRules(line, rules, output); });
}

Result<Rules> addRule(const CommandLine &line, Storage::Store &store)
{
    static constexpr std::array<std::pair<const char *, const char *>, 3> Fields{
        {{"kind", "kind"}, {"at-least", "at_least"}, {"hours", "hours"}}};
    QJsonObject json;
    for (const auto &[option, field] : Fields) {
        if (line.has(QLatin1String(option))) {
            json.insert(QLatin1String(field), line.value(QLatin1String(option)));
        }
    }
    const QString mail = line.value(QStringLiteral("email"));
    const QString text = line.value(QStringLiteral("sms"));
    if (mail.isEmpty() == text.isEmpty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("Either --email or --sms says who is told.")};
    }
    json.insert(QStringLiteral("channel"), text.isEmpty() ? QStringLiteral("email") : QStringLiteral("sms"));
    json.insert(QStringLiteral("to"), text.isEmpty() ? mail : text);
    const auto rule = NotificationRule::fromJson(json);
    if (!rule) {
        return rule.error();
    }
    auto rules = readRules(line, store);
    if (!rules) {
        return rules;
    }
    rules->list.push_back(*rule);
    return keepRules(store, std::move(rules).value());
}

Result<Rules> removeRule(const CommandLine &line, Storage::Store &store)
{
    auto rules = readRules(line, store);
    if (!rules) {
        return rules;
    }
    const auto number = line.words().constFirst().toULongLong();
    if (number < 1 || number > rules->list.size()) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("There is no such rule; notify list shows their numbers.")};
    }
    rules->list.erase(rules->list.begin() + static_cast<qsizetype>(number) - 1);
    return keepRules(store, std::move(rules).value());
}

} // namespace

Command notifyListCommand()
{
    return {
        QStringLiteral("notify list"), QStringLiteral("Lists of what a clinic's staff are told by mail and message."),
        QStringLiteral("--clinic ID-or-NUMBER [--json] ") + databaseUsage(),
        [](const QStringList &arguments, Output &output) { return withRules(arguments, {}, 0, output, readRules); }};
}

Command notifyAddCommand()
{
    return {QStringLiteral("notify add"),
            QStringLiteral("Tells somebody of tasks, escalations or outages from now on."),
            QStringLiteral("--clinic ID-or-NUMBER (--email ADDRESS | --sms +1...) [--kind task|escalation|outage]\n"
                           "  [--at-least normal|urgent|emergency] [--hours always|open|closed] ") +
                databaseUsage(),
            [](const QStringList &arguments, Output &output) {
                return withRules(arguments,
                                 {{QStringLiteral("kind")},
                                  {QStringLiteral("at-least")},
                                  {QStringLiteral("hours")},
                                  {QStringLiteral("email")},
                                  {QStringLiteral("sms")}},
                                 0, output, addRule);
            }};
}

Command notifyRemoveCommand()
{
    return {
        QStringLiteral("notify remove"), QStringLiteral("Removes one rule, by its number in notify list."),
        QStringLiteral("RULE --clinic ID-or-NUMBER ") + databaseUsage(),
        [](const QStringList &arguments, Output &output) { return withRules(arguments, {}, 1, output, removeRule); }};
}

} // namespace Frontdesk::Ctl
