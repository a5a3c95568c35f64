#include "desktop/queue/taskrow.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

namespace {

QDateTime timeIn(const QJsonObject &json, QLatin1StringView name)
{
    return QDateTime::fromString(json.value(name).toString(), Qt::ISODateWithMs);
}

QString wishOf(const QJsonObject &details)
{
    QStringList parts;
    // The caller's own words where there are some: "next Tuesday" says more than a date.
    for (const auto name : {"preferred_date"_L1, "preferred_time"_L1, "reason"_L1}) {
        auto text = details.value(QString(name + "_said_as"_L1)).toString();
        if (text.isEmpty())
            text = details.value(name).toString();
        if (!text.isEmpty() && !parts.contains(text, Qt::CaseInsensitive))
            parts << text;
    }
    return parts.join(u" \u00b7 "_s);
}

TaskRow::Priority priorityFrom(const QString &name)
{
    if (name == "emergency"_L1)
        return TaskRow::Priority::Emergency;
    return name == "urgent"_L1 ? TaskRow::Priority::Urgent : TaskRow::Priority::Normal;
}

TaskRow::Status statusFrom(const QString &name)
{
    if (name == "completed"_L1)
        return TaskRow::Status::Completed;
    return name == "in_progress"_L1 ? TaskRow::Status::InProgress : TaskRow::Status::Pending;
}

} // namespace

TaskRow TaskRow::fromJson(const QJsonObject &json)
{
    TaskRow row;
    row.id = json.value("id"_L1).toString();
    row.number = json.value("task_id"_L1).toString();
    row.version = json.value("version"_L1).toInt();
    row.callId = json.value("call_id"_L1).toString();
    row.patientName = json.value("patient_name"_L1).toString();
    row.callbackNumber = json.value("callback_number"_L1).toString();
    row.requestType = json.value("request_type"_L1).toString();
    row.queue = json.value("queue"_L1).toString();
    row.priority = priorityFrom(json.value("priority"_L1).toString());
    row.status = statusFrom(json.value("status"_L1).toString());
    row.wish = wishOf(json.value("details"_L1).toObject());
    row.escalationReason = json.value("escalation_reason"_L1).toString();
    row.flagged = json.value("flagged"_L1).toBool();
    const auto assignee = json.value("assignee"_L1).toObject();
    row.assigneeId = assignee.value("id"_L1).toString();
    row.assigneeName = assignee.value("name"_L1).toString();
    row.noteCount = json.value("note_count"_L1).toInt();
    row.approvalState = json.value("approval"_L1).toObject().value("state"_L1).toString();
    row.hasRecording = json.value("has_recording"_L1).toBool();
    row.dueAt = timeIn(json, "due_at"_L1);
    row.createdAt = timeIn(json, "created_at"_L1);
    row.completedAt = timeIn(json, "completed_at"_L1);
    return row;
}

bool TaskRow::isBefore(const TaskRow &other) const
{
    const bool isDone = status == Status::Completed;
    if (isDone != (other.status == Status::Completed))
        return !isDone;
    if (isDone && completedAt != other.completedAt)
        return completedAt > other.completedAt;
    if (priority != other.priority)
        return priority > other.priority;
    if (createdAt != other.createdAt)
        return createdAt < other.createdAt;
    return id < other.id;
}

} // namespace Frontdesk::Queue
