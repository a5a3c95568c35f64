#include "shared/model/notificationrule.h"

#include "shared/core/phonenumber.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace Frontdesk {

namespace {

constexpr std::array Kinds{"task", "escalation", "outage"};
constexpr std::array HoursNames{"always", "open", "closed"};
constexpr std::array Channels{"email", "sms"};
constexpr qsizetype MostRules = 100;
constexpr qsizetype LongestAddress = 254;

/// The place of the field's text among the names; the first when there is none.
template <typename Enum, size_t Size>
bool read(const QJsonObject &json, const char *field, const std::array<const char *, Size> &names, Enum &into)
{
    const QString text = json.value(QLatin1String(field)).toString(QLatin1String(names.front()));
    for (size_t at = 0; at < Size; ++at) {
        if (text == QLatin1String(names[at])) {
            into = static_cast<Enum>(at);
            return true;
        }
    }
    return false;
}

/// Strict, for it becomes part of a mail's head: one address, no spaces, no signs of another header.
bool isMailAddress(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"));
    return text.size() <= LongestAddress && pattern.match(text).hasMatch();
}

} // namespace

QString notificationChannelName(NotificationRule::Channel channel)
{
    return QString::fromLatin1(Channels.at(static_cast<size_t>(channel)));
}

QJsonObject NotificationRule::toJson() const
{
    return {{QStringLiteral("kind"), QLatin1String(Kinds.at(static_cast<size_t>(kind)))},
            {QStringLiteral("at_least"), taskPriorityName(atLeast)},
            {QStringLiteral("hours"), QLatin1String(HoursNames.at(static_cast<size_t>(hours)))},
            {QStringLiteral("channel"), notificationChannelName(channel)},
            {QStringLiteral("to"), to}};
}

Result<NotificationRule> NotificationRule::fromJson(const QJsonObject &json)
{
    const auto invalid = [](const char *why) { return Error{ErrorCode::InvalidInput, QString::fromLatin1(why)}; };
    NotificationRule rule;
    if (!read(json, "kind", Kinds, rule.kind)) {
        return invalid("kind is one of task, escalation, outage.");
    }
    if (!read(json, "hours", HoursNames, rule.hours)) {
        return invalid("hours is one of always, open, closed.");
    }
    if (!read(json, "channel", Channels, rule.channel)) {
        return invalid("channel is email or sms.");
    }
    const auto priority =
        taskPriorityFromName(json.value(QLatin1String("at_least")).toString(QStringLiteral("normal")));
    if (!priority) {
        return invalid("at_least is one of normal, urgent, emergency.");
    }
    rule.atLeast = *priority;
    rule.to = json.value(QLatin1String("to")).toString();
    const bool mail = rule.channel == Channel::Email;
    if (mail ? !isMailAddress(rule.to) : !isE164(rule.to)) {
        return invalid(mail ? "to must be a mail address." : "to must be a telephone number such as +15550100000.");
    }
    return rule;
}

QJsonObject notificationRulesToJson(const std::vector<NotificationRule> &rules)
{
    QJsonArray array;
    for (const NotificationRule &rule : rules) {
        array.append(rule.toJson());
    }
    return {{QStringLiteral("rules"), array}};
}

Result<std::vector<NotificationRule>> notificationRulesFromJson(const QJsonObject &json)
{
    const QJsonArray array = json.value(QLatin1String("rules")).toArray();
    if (array.size() > MostRules) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("There may be at most %1 rules.").arg(MostRules)};
    }
    std::vector<NotificationRule> rules;
    for (const QJsonValue &entry : array) {
        auto rule = NotificationRule::fromJson(entry.toObject());
        if (!rule) {
            return rule.error();
        }
        rules.push_back(std::move(rule).value());
    }
    return rules;
}

} // namespace Frontdesk
