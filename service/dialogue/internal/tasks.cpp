#include "service/dialogue/internal/tasks.h"

namespace Frontdesk::Dialogue {

namespace {

/// The caller's own number stands in where none was given.
void addReachableNumber(const Talk &talk, SlotMap &values)
{
    if (!values.contains(SlotName::CallbackNumber) && !talk.briefing.callerNumber.isEmpty()) {
        values[SlotName::CallbackNumber].value = talk.briefing.callerNumber;
    }
}

QString spelledOut(EscalationReason reason)
{
    return escalationReasonName(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
}

TaskPriority priorityOf(const Safety::Decision &decision)
{
    if (decision.emergency) {
        return TaskPriority::Emergency;
    }
    switch (decision.reason) {
    case EscalationReason::MedicalAdvice:
    case EscalationReason::Distress:
    case EscalationReason::SystemFailure:
        return TaskPriority::Urgent;
    default:
        return TaskPriority::Normal;
    }
}

} // namespace

void leaveTask(Talk &talk, Request &request, const QString &note)
{
    SubmitTask task;
    task.key = request.key;
    task.type = request.type;
    task.queue = queueFor(request.type);
    task.slotValues = talk.requests.valuesFor(request);
    task.note = note;
    addReachableNumber(talk, task.slotValues);
    request.submitted = true;
    talk.out.add(task);
}

int leaveUnfinishedTasks(Talk &talk, const QString &why)
{
    int left = 0;
    for (Request &request : talk.requests.all()) {
        const bool reachable =
            talk.requests.facts().contains(SlotName::CallbackNumber) || !talk.briefing.callerNumber.isEmpty();
        const bool named = talk.requests.valuesFor(request).contains(SlotName::PatientName);
        if (!request.submitted && (reachable || named)) {
            leaveTask(talk, request, QStringLiteral("Incomplete: ") + why);
            ++left;
        }
    }
    return left;
}

void leaveEscalationTasks(Talk &talk, const Safety::Decision &decision)
{
    if (talk.escalatedCallKey == 0) {
        talk.escalatedCallKey = talk.requests.takeKey();
    }
    SubmitTask escalated;
    escalated.key = talk.escalatedCallKey;
    escalated.type = RequestType::EscalatedCall;
    escalated.queue = queueFor(escalated.type);
    escalated.priority = priorityOf(decision);
    escalated.escalationReason = escalationReasonName(decision.reason);
    escalated.slotValues = talk.requests.facts();
    QStringList wishes;
    for (const Request &request : talk.requests.all()) {
        escalated.slotValues.insert(request.slotValues.begin(), request.slotValues.end());
        wishes << requestTypeName(request.type).replace(QLatin1Char('_'), QLatin1Char(' '));
    }
    addReachableNumber(talk, escalated.slotValues);
    escalated.note = QStringLiteral("Escalated: ") + spelledOut(decision.reason);
    if (!wishes.isEmpty()) {
        escalated.note += QStringLiteral(". The caller wanted: ") + wishes.join(QStringLiteral(", "));
    }
    talk.out.add(escalated);
    for (Request &request : talk.requests.all()) {
        if (!request.submitted) {
            leaveTask(talk, request,
                      QStringLiteral("Left open when the call was handed over: ") + spelledOut(decision.reason));
        }
    }
}

} // namespace Frontdesk::Dialogue
