#include "service/api/internal/clinicsettings.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "shared/model/notificationrule.h"

namespace Frontdesk::Api {

namespace {

const QString Notifications = QString::fromLatin1(NotificationRulesSetting);
constexpr int MessagesShown = 100;

Http::HttpResponse rulesAnswer(const Storage::ClinicSetting &setting)
{
    const auto rules = notificationRulesFromJson(setting.value);
    if (!rules) {
        return problem(rules.error());
    }
    QJsonObject json = notificationRulesToJson(*rules);
    json.insert(QStringLiteral("version"), setting.version);
    return versioned(jsonAnswer(200, json), setting.version);
}

Http::HttpResponse readRules(ApiCall &call)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Notifications);
    return setting ? rulesAnswer(*setting) : problem(setting.error());
}

Http::HttpResponse putRules(ApiCall &call)
{
    const auto rules = notificationRulesFromJson(call.body());
    if (!rules) {
        return problem(422, "invalid", rules.error().message);
    }
    const auto expected = call.expectedVersion();
    if (!expected) {
        return preconditionRequired();
    }
    const auto kept =
        keepSetting(call, Notifications, notificationRulesToJson(*rules), *expected, "notifications.changed", {});
    const auto *setting = std::get_if<Storage::ClinicSetting>(&kept);
    return setting ? rulesAnswer(*setting) : std::get<Http::HttpResponse>(kept);
}

Http::HttpResponse listMessages(ApiCall &call)
{
    const auto messages = call.store.notifications().list(call.clinic(), MessagesShown);
    if (!messages) {
        return problem(messages.error());
    }
    QJsonArray items;
    for (const Storage::Notification &message : *messages) {
        items.append(QJsonObject{{QStringLiteral("id"), message.id},
                                 {QStringLiteral("channel"), message.channel},
                                 {QStringLiteral("to"), message.recipient},
                                 {QStringLiteral("title"), message.title},
                                 {QStringLiteral("state"), Storage::notificationStateName(message.state)},
                                 {QStringLiteral("attempts"), message.attempts},
                                 {QStringLiteral("created_at"), timeJson(message.createdAt)},
                                 {QStringLiteral("problem"), message.problem}});
    }
    return jsonAnswer(200, {{QStringLiteral("items"), items}});
}

} // namespace

std::vector<Operation> notificationOperations()
{
    using enum Http::Method;
    constexpr auto Read = Identity::Permission::ReadClinic;
    constexpr auto Change = Identity::Permission::ChangeClinic;
    const QString rules = QStringLiteral("/api/v1/clinic/notifications");
    return {
        {Get, rules, Read, readRules, {}},
        {Put, rules, Change, putRules, {}},
        {Get, rules + QStringLiteral("/messages"), Read, listMessages, {}},
    };
}

} // namespace Frontdesk::Api
