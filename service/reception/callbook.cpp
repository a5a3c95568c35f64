#include "service/reception/callbook.h"

#include "service/reception/keepwrite.h"
#include "shared/core/log.h"

namespace Frontdesk::Reception {

CallBook::CallBook(Storage::Database &database, Storage::CallRecorder &recorder, CallRegistry &registry,
                   const Clock &clock)
    : m_database(database)
    , m_recorder(recorder)
    , m_registry(registry)
    , m_clock(clock)
{}

CallBook::Opened CallBook::open(const Telephony::CallReference &reference, const ClinicProfile &clinic)
{
    LiveCall call;
    call.clinic = clinic;
    call.record.id = CallId::create();
    call.record.clinicId = clinic.id;
    call.record.networkCallId = reference.callSid;
    call.record.callerNumber = reference.from;
    call.record.startedAt = m_clock.utcNow();
    call = m_registry.open(call);
    m_registry.counts().callBegan();
    auto kept = keep(m_recorder, call, "its beginning", Storage::BeginCall{call.record, m_recorder.node()});
    qCInfo(Log::call) << "call" << call.record.id.text() << "came in for clinic" << clinic.id.text();
    return {call, std::move(kept)};
}

QFuture<Result<LiveCall>> CallBook::lookUp(const Telephony::CallReference &reference)
{
    if (const auto live = m_registry.find(reference.callSid)) {
        QPromise<Result<LiveCall>> known;
        known.start();
        known.addResult(Result<LiveCall>(*live));
        known.finish();
        return known.future();
    }
    return m_database.run(Storage::Scope::reading(), [reference](Storage::Store &store) -> Result<LiveCall> {
        auto record = store.calls().findByNetworkId(reference.callSid);
        if (!record) {
            return record.error();
        }
        auto clinic = store.clinics().find(record->clinicId);
        if (!clinic) {
            return clinic.error();
        }
        LiveCall call;
        call.record = record.value();
        call.clinic = clinic.value();
        call.outcome = record->outcome;
        const auto escalations = store.escalations().forCall(record->clinicId, record->id);
        if (escalations && !escalations->empty()) {
            call.escalationReason = escalationReasonName(escalations->back().reason);
            // Nobody knows any more what the caller heard; better twice than never.
            call.guidanceOwed = isEmergency(escalations->back().reason);
        }
        return call;
    });
}

QFuture<void> CallBook::ringsTheClinic(const LiveCall &call)
{
    m_registry.change(call.record.networkCallId, [](LiveCall &live) { live.record.phase = CallPhase::Transferred; });
    qCInfo(Log::escalation) << "call" << call.record.id.text() << "rings the clinic";
    return keep(m_recorder, call, "its phase",
                Storage::ChangePhase{call.clinic.id, call.record.id, CallPhase::Transferred, m_clock.utcNow()});
}

QFuture<void> CallBook::leaveCallbackTask(const LiveCall &call)
{
    Task task;
    task.clinicId = call.clinic.id;
    task.callId = call.record.id;
    task.type = RequestType::CallbackRequest;
    task.priority = TaskPriority::Urgent;
    task.escalationReason = call.escalationReason;
    task.note = QStringLiteral("The transfer was not answered. The caller was promised a call back.");
    task.slotValues[SlotName::CallbackNumber].value = call.record.callerNumber;
    task.createdAt = m_clock.utcNow();
    task.updatedAt = task.createdAt;
    return keep(m_recorder, call, "its call-back task", Storage::SubmitTask{task, QStringLiteral("unanswered")});
}

QFuture<void> CallBook::finish(const LiveCall &call)
{
    const QString outcome = !call.outcome.isEmpty()           ? call.outcome
                            : call.escalationReason.isEmpty() ? QStringLiteral("failover")
                                                              : QStringLiteral("escalated");
    return keep(m_recorder, call, "its end",
                Storage::FinishCall{call.clinic.id, call.record.id, outcome, m_clock.utcNow()});
}

void CallBook::forget(const QString &networkCallId)
{
    m_registry.forget(networkCallId);
}

} // namespace Frontdesk::Reception
