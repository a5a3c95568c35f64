#include "service/storage/internal/tasksnapshot.h"

namespace Frontdesk::Storage {

namespace {

QJsonValue timeToJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

QDateTime timeFromJson(const QJsonValue &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
}

QJsonObject approvalToJson(const Approval &approval)
{
    return {{QStringLiteral("state"), approvalStateName(approval.state)},
            {QStringLiteral("by"), approval.by.text()},
            {QStringLiteral("at"), timeToJson(approval.at)},
            {QStringLiteral("reason"), approval.reason},
            {QStringLiteral("note"), approval.note}};
}

std::optional<Approval> approvalFromJson(const QJsonObject &json)
{
    const auto state = approvalStateFromName(json.value(QLatin1String("state")).toString());
    return state ? std::optional(Approval{*state, UserId(json.value(QLatin1String("by")).toString()),
                                          timeFromJson(json.value(QLatin1String("at"))),
                                          json.value(QLatin1String("reason")).toString(),
                                          json.value(QLatin1String("note")).toString()})
                 : std::nullopt;
}

} // namespace

QJsonObject snapshot(const DeskTask &task)
{
    QJsonObject json{{QStringLiteral("status"), taskStatusName(task.task.status)},
                     {QStringLiteral("queue"), taskQueueName(task.task.queue)},
                     {QStringLiteral("assignee"), task.assignee.text()},
                     {QStringLiteral("claimed_at"), timeToJson(task.claimedAt)},
                     {QStringLiteral("completed_at"), timeToJson(task.completedAt)},
                     {QStringLiteral("flagged"), task.flagged}};
    if (task.approval) {
        json.insert(QStringLiteral("approval"), approvalToJson(*task.approval));
    }
    return json;
}

void restore(const QJsonObject &json, DeskTask &task)
{
    task.task.status = taskStatusFromName(json.value(QLatin1String("status")).toString()).value_or(task.task.status);
    task.task.queue = taskQueueFromName(json.value(QLatin1String("queue")).toString()).value_or(task.task.queue);
    task.assignee = UserId(json.value(QLatin1String("assignee")).toString());
    task.claimedAt = timeFromJson(json.value(QLatin1String("claimed_at")));
    task.completedAt = timeFromJson(json.value(QLatin1String("completed_at")));
    task.flagged = json.value(QLatin1String("flagged")).toBool();
    task.approval = approvalFromJson(json.value(QLatin1String("approval")).toObject());
}

} // namespace Frontdesk::Storage
