#include "service/notification/messages.h"

namespace Frontdesk::Notification {

namespace {

QString link(const QString &base, const QString &taskNumber)
{
    return taskNumber.isEmpty() ? base + QStringLiteral("/open") : base + QStringLiteral("/open/") + taskNumber;
}

QString urgency(TaskPriority priority)
{
    switch (priority) {
    case TaskPriority::Normal:
        return QStringLiteral("New");
    case TaskPriority::Urgent:
        return QStringLiteral("Urgent");
    case TaskPriority::Emergency:
        return QStringLiteral("EMERGENCY");
    }
    return {};
}

QString about(const Happening &happening)
{
    switch (happening.kind) {
    case NotificationRule::Kind::Task:
        return QStringLiteral("task");
    case NotificationRule::Kind::Escalation:
        return QStringLiteral("call for a person");
    case NotificationRule::Kind::Outage:
        return QStringLiteral("notice");
    }
    return {};
}

Storage::Notification to(const NotificationRule &rule, const ClinicProfile &clinic, const QString &key,
                         const QDateTime &now)
{
    Storage::Notification message;
    message.clinic = clinic.id;
    message.channel = notificationChannelName(rule.channel);
    message.recipient = rule.to;
    message.dedupe = QStringLiteral("%1 %2 %3").arg(key, message.channel, rule.to);
    message.createdAt = now;
    message.nextAt = now;
    return message;
}

} // namespace

bool wants(const NotificationRule &rule, const Happening &happening, const ClinicProfile &clinic, const QDateTime &now)
{
    if (rule.kind != happening.kind || happening.priority < rule.atLeast) {
        return false;
    }
    if (rule.hours == NotificationRule::Hours::Always) {
        return true;
    }
    const QDateTime local = clinic.localTime(now);
    return clinic.hours.isOpenAt(local.date(), local.time()) == (rule.hours == NotificationRule::Hours::Open);
}

Storage::Notification messageFor(const NotificationRule &rule, const Happening &happening, const ClinicProfile &clinic,
                                 const QString &base, const QDateTime &now)
{
    Storage::Notification message = to(rule, clinic, happening.key, now);
    message.title = QStringLiteral("Frontdesk: %1 %2 %3")
                        .arg(urgency(happening.priority), about(happening), happening.taskNumber)
                        .simplified();
    message.body =
        rule.channel == NotificationRule::Channel::Sms
            ? QStringLiteral("%1. %2").arg(message.title, link(base, happening.taskNumber))
            : QStringLiteral("%1: %2\n%3\n%4\n")
                  .arg(clinic.name, happening.sentence, happening.taskNumber, link(base, happening.taskNumber));
    return message;
}

Storage::Notification floodMessage(const NotificationRule &rule, const ClinicProfile &clinic, const QString &base,
                                   const QDateTime &now)
{
    constexpr qint64 Span = std::chrono::seconds(FloodSpan).count();
    const QString key = QStringLiteral("more %1").arg(now.toSecsSinceEpoch() / Span);
    Storage::Notification message = to(rule, clinic, key, now);
    message.title = QStringLiteral("Frontdesk: more is waiting");
    message.body = QStringLiteral("%1 There is more than %2 messages could tell; please look at the queue. %3")
                       .arg(message.title + QLatin1Char('.'))
                       .arg(MostMessages)
                       .arg(link(base, {}));
    return message;
}

} // namespace Frontdesk::Notification
