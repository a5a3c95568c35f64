#include "shared/model/task.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<TaskStatus, 3> Statuses{{{
    {TaskStatus::Pending, QLatin1String("pending")},
    {TaskStatus::InProgress, QLatin1String("in_progress")},
    {TaskStatus::Completed, QLatin1String("completed")},
}}};

constexpr EnumNames<TaskPriority, 3> Priorities{{{
    {TaskPriority::Normal, QLatin1String("normal")},
    {TaskPriority::Urgent, QLatin1String("urgent")},
    {TaskPriority::Emergency, QLatin1String("emergency")},
}}};

} // namespace

QString taskStatusName(TaskStatus status)
{
    return Statuses.name(status);
}

std::optional<TaskStatus> taskStatusFromName(QStringView name)
{
    return Statuses.value(name);
}

QString taskPriorityName(TaskPriority priority)
{
    return Priorities.name(priority);
}

std::optional<TaskPriority> taskPriorityFromName(QStringView name)
{
    return Priorities.value(name);
}

QString Task::slot(SlotName name) const
{
    const auto found = slotValues.find(name);
    return found == slotValues.end() ? QString() : found->second.value;
}

QJsonObject Task::toJson() const
{
    QJsonObject details;
    for (const auto &[name, slotValue] : slotValues) {
        if (name == SlotName::PatientName || name == SlotName::CallbackNumber) {
            continue;
        }
        details.insert(slotNameText(name), slotValue.value);
        if (!slotValue.saidAs.isEmpty()) {
            details.insert(slotNameText(name) + QStringLiteral("_said_as"), slotValue.saidAs);
        }
    }
    if (!escalationReason.isEmpty()) {
        details.insert(QStringLiteral("escalation_reason"), escalationReason);
    }
    if (!note.isEmpty()) {
        details.insert(QStringLiteral("note"), note);
    }
    return {{QStringLiteral("id"), id.text()},
            {QStringLiteral("task_id"), number},
            {QStringLiteral("call_id"), callId.text()},
            {QStringLiteral("patient_name"), slot(SlotName::PatientName)},
            {QStringLiteral("callback_number"), slot(SlotName::CallbackNumber)},
            {QStringLiteral("request_type"), requestTypeName(type)},
            {QStringLiteral("queue"), taskQueueName(queue)},
            {QStringLiteral("priority"), taskPriorityName(priority)},
            {QStringLiteral("details"), details},
            {QStringLiteral("call_transcript"), transcript},
            {QStringLiteral("call_recording_url"),
             recordingUrl.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(recordingUrl)},
            {QStringLiteral("created_at"), createdAt.toString(Qt::ISODate)},
            {QStringLiteral("status"), taskStatusName(status)}};
}

} // namespace Frontdesk
