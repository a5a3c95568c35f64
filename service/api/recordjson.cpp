#include "service/api/recordjson.h"

#include "service/api/pages.h"
#include "shared/model/callrecordjson.h"
#include "shared/model/escalationjson.h"

namespace Frontdesk::Api {

namespace {

/// The first name that a task of the call knows.
QString patientOf(const std::vector<Task> &tasks)
{
    for (const Task &task : tasks) {
        if (const QString name = task.slot(SlotName::PatientName); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

Result<QJsonObject> callSummary(Storage::Store &store, const CallRecord &call)
{
    const auto tasks = store.tasks().list({.clinic = call.clinicId, .call = call.id});
    const auto escalations = store.escalations().forCall(call.clinicId, call.id);
    const auto hasRecording = store.recordings().isPlayable(call.clinicId, call.id);
    if (!tasks || !escalations || !hasRecording) {
        return !tasks ? tasks.error() : !escalations ? escalations.error() : hasRecording.error();
    }
    QJsonArray taskIds;
    for (const Task &task : *tasks) {
        taskIds.append(task.id.text());
    }
    return QJsonObject{
        {QStringLiteral("id"), call.id.text()},
        {QStringLiteral("caller_number"), call.callerNumber},
        {QStringLiteral("patient_name"), patientOf(*tasks)},
        {QStringLiteral("phase"), callPhaseName(call.phase)},
        {QStringLiteral("outcome"), call.outcome},
        {QStringLiteral("started_at"), timeJson(call.startedAt)},
        {QStringLiteral("ended_at"), timeJson(call.endedAt)},
        {QStringLiteral("duration_ms"),
         call.endedAt.isValid() ? QJsonValue(call.startedAt.msecsTo(call.endedAt)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("has_recording"), *hasRecording},
        {QStringLiteral("escalation_reason"),
         textOrNull(escalations->empty() ? QString() : escalationReasonName(escalations->front().reason))},
        {QStringLiteral("task_ids"), taskIds}};
}

Result<QJsonValue> consentJson(Storage::Store &store, const CallRecord &call)
{
    const auto recording = store.recordings().find(call.clinicId, call.id);
    if (!recording) {
        return recording.error().code == ErrorCode::NotFound ? Result<QJsonValue>(QJsonValue(QJsonValue::Null))
                                                             : recording.error();
    }
    return QJsonValue(QJsonObject{{QStringLiteral("state"), recordingConsentName(recording->consent)},
                                  {QStringLiteral("at"), timeJson(recording->consentAt)},
                                  {QStringLiteral("words"), recording->consentWords}});
}

Result<QJsonObject> escalationSummary(Storage::Store &store, const EscalationRecord &escalation,
                                      const std::function<QJsonValue(const UserId &)> &person)
{
    const auto call = store.calls().find(escalation.callId);
    const auto tasks = store.tasks().list({.clinic = escalation.clinicId, .call = escalation.callId});
    const auto turns = store.calls().turns(escalation.clinicId, escalation.callId);
    if (!call || !tasks || !turns) {
        return !call ? call.error() : !tasks ? tasks.error() : turns.error();
    }
    QString lastWords;
    for (const TurnRecord &turn : *turns) {
        if (turn.speaker == Speaker::Caller) {
            lastWords = turn.text;
        }
    }
    QJsonObject json = escalationToJson(escalation);
    json.insert(QStringLiteral("task_id"), textOrNull(tasks->empty() ? QString() : tasks->back().id.text()));
    json.insert(QStringLiteral("emergency"), isEmergency(escalation.reason));
    json.insert(QStringLiteral("decided_at"), timeJson(escalation.decidedAt));
    json.insert(QStringLiteral("acknowledged_by"), person(escalation.acknowledgedBy));
    json.insert(QStringLiteral("acknowledged_at"), timeJson(escalation.acknowledgedAt));
    json.insert(QStringLiteral("caller_number"), call->callerNumber);
    json.insert(QStringLiteral("patient_name"), patientOf(*tasks));
    json.insert(QStringLiteral("last_words"), lastWords);
    return json;
}

QJsonObject turnJson(const TurnRecord &turn)
{
    QJsonObject json = turnToJson(turn);
    json.insert(QStringLiteral("at"), timeJson(turn.at));
    return json;
}

} // namespace Frontdesk::Api
