#pragma once

#include "shared/core/result.h"
#include "shared/model/task.h"

#include <QJsonObject>

#include <vector>

namespace Frontdesk {

/// Of whom to tell what: one line of a clinic's list.
struct NotificationRule {
    enum class Kind { Task, Escalation, Outage };
    enum class Hours { Always, Open, Closed }; ///< Of the clinic, when it happens.
    enum class Channel { Email, Sms };

    Kind kind = Kind::Task;
    TaskPriority atLeast = TaskPriority::Normal; ///< Escalations are urgent, or emergencies; outages are urgent.
    Hours hours = Hours::Always;
    Channel channel = Channel::Email;
    QString to; ///< Mail address or E.164.

    [[nodiscard]] QJsonObject toJson() const;
    /// InvalidInput, in one sentence.
    [[nodiscard]] static Result<NotificationRule> fromJson(const QJsonObject &json);

    friend bool operator==(const NotificationRule &, const NotificationRule &) = default;
};

[[nodiscard]] QString notificationChannelName(NotificationRule::Channel channel);

/// The clinic's setting: {"rules": [...]}.
[[nodiscard]] QJsonObject notificationRulesToJson(const std::vector<NotificationRule> &rules);
[[nodiscard]] Result<std::vector<NotificationRule>> notificationRulesFromJson(const QJsonObject &json);

/// Name under which a clinic's settings keep them.
inline constexpr char NotificationRulesSetting[] = "notifications";

} // namespace Frontdesk
