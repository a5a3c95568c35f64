#include "service/api/taskjson.h"

#include "service/api/pages.h"

namespace Frontdesk::Api {

namespace {

QJsonValue approvalJson(const Storage::DeskTask &task, const PersonJson &person)
{
    if (task.approval) {
        return QJsonObject{{QStringLiteral("state"), approvalStateName(task.approval->state)},
                           {QStringLiteral("decided_by"), person(task.approval->by)},
                           {QStringLiteral("decided_at"), timeJson(task.approval->at)},
                           {QStringLiteral("reason"), task.approval->reason},
                           {QStringLiteral("note"), task.approval->note}};
    }
    if (task.task.queue == TaskQueue::Doctor && task.task.status != TaskStatus::Completed) {
        return QJsonObject{{QStringLiteral("state"), QStringLiteral("pending")},
                           {QStringLiteral("decided_by"), QJsonValue(QJsonValue::Null)},
                           {QStringLiteral("decided_at"), QJsonValue(QJsonValue::Null)},
                           {QStringLiteral("reason"), QString()},
                           {QStringLiteral("note"), QString()}};
    }
    return QJsonValue(QJsonValue::Null);
}

} // namespace

QDateTime dueAt(const Task &task, const ClinicProfile &clinic)
{
    if (task.priority == TaskPriority::Emergency) {
        return task.createdAt;
    }
    const std::chrono::seconds patience =
        task.priority == TaskPriority::Urgent ? std::chrono::minutes(30) : std::chrono::hours(2);
    QDateTime begin = task.createdAt;
    if (!clinic.isOpenAt(begin)) {
        const auto opening = clinic.hours.nextOpening(clinic.localTime(begin));
        begin = opening ? opening->toUTC() : begin;
    }
    return begin.addSecs(patience.count());
}

QJsonObject taskSummary(const Storage::DeskTask &task, const ClinicProfile &clinic, const PersonJson &person)
{
    QJsonObject json = task.task.toJson();
    QJsonObject details = json.value(QLatin1String("details")).toObject();
    details.remove(QStringLiteral("escalation_reason"));
    details.remove(QStringLiteral("note"));
    json.remove(QStringLiteral("call_transcript"));
    json.remove(QStringLiteral("call_recording_url"));
    json.insert(QStringLiteral("details"), details);
    json.insert(QStringLiteral("escalation_reason"), task.task.escalationReason.isEmpty()
                                                         ? QJsonValue(QJsonValue::Null)
                                                         : QJsonValue(task.task.escalationReason));
    json.insert(QStringLiteral("version"), task.version);
    json.insert(QStringLiteral("flagged"), task.flagged);
    json.insert(QStringLiteral("assignee"), person(task.assignee));
    json.insert(QStringLiteral("claimed_at"), timeJson(task.claimedAt));
    json.insert(QStringLiteral("note_count"), task.noteCount);
    json.insert(QStringLiteral("due_at"), timeJson(dueAt(task.task, clinic)));
    json.insert(QStringLiteral("approval"), approvalJson(task, person));
    json.insert(QStringLiteral("has_recording"), task.hasRecording);
    json.insert(QStringLiteral("created_at"), timeJson(task.task.createdAt));
    json.insert(QStringLiteral("updated_at"), timeJson(task.task.updatedAt));
    json.insert(QStringLiteral("completed_at"), timeJson(task.completedAt));
    return json;
}

} // namespace Frontdesk::Api
