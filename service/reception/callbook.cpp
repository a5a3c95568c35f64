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

CallBook::Noted CallBook::open(const Telephony::CallReference &reference, const ClinicProfile &clinic)
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

Pending<Result<LiveCall>> CallBook::lookUp(const Telephony::CallReference &reference)
{
    if (const auto live = m_registry.find(reference.callSid)) {
        return known(Result<LiveCall>(*live));
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

CallBook::Noted CallBook::ringsTheClinic(const LiveCall &call)
{
    LiveCall rung = m_registry.open(call); // After a restart it is known from the database only.
    m_registry.change(call.record.networkCallId, [&rung](LiveCall &live) {
        live.record.phase = CallPhase::Transferred;
        ++live.transfers;
        rung = live;
    });
    qCInfo(Log::escalation) << "call" << call.record.id.text() << "rings the clinic";
    auto kept = keep(m_recorder, call, "its phase",
                     Storage::ChangePhase{call.clinic.id, call.record.id, CallPhase::Transferred, m_clock.utcNow()});
    return {rung, std::move(kept)};
}

Pending<void> CallBook::nobodyTook(const LiveCall &call, const QString &why)
{
    return leaveCallbackTask(
        call, QStringLiteral("Nobody took the transferred call (%1). The caller was promised a call back.").arg(why));
}

Pending<void> CallBook::callerLeft(const LiveCall &call)
{
    return leaveCallbackTask(call, QStringLiteral("The caller hung up before anybody took the transferred call."));
}

LiveCall CallBook::returns(const LiveCall &call)
{
    LiveCall back = call;
    m_registry.change(call.record.networkCallId, [&back](LiveCall &live) {
        live.record.phase = CallPhase::Ringing;
        live.outcome.clear();
        ++live.returns;
        back = live;
    });
    return back;
}

Pending<void> CallBook::leaveCallbackTask(const LiveCall &call, const QString &note)
{
    m_registry.change(call.record.networkCallId,
                      [](LiveCall &live) { live.outcome = QString::fromLatin1(Unanswered); });
    Task task;
    task.clinicId = call.clinic.id;
    task.callId = call.record.id;
    task.type = RequestType::CallbackRequest;
    task.priority = TaskPriority::Urgent;
    task.escalationReason = call.escalationReason;
    task.note = note;
    task.slotValues[SlotName::CallbackNumber].value =
        call.callbackNumber.isEmpty() ? call.record.callerNumber : call.callbackNumber;
    if (!call.callerName.isEmpty()) {
        task.slotValues[SlotName::PatientName].value = call.callerName;
    }
    task.createdAt = m_clock.utcNow();
    task.updatedAt = task.createdAt;
    keep(m_recorder, call, "its call-back task", Storage::SubmitTask{task, QString::fromLatin1(Unanswered)});
    return keep(m_recorder, call, "its alert", Storage::TellUnanswered{call.clinic.id, call.record.id, task.createdAt});
}

Pending<void> CallBook::finish(const LiveCall &call)
{
    const LiveCall now = m_registry.find(call.record.networkCallId).value_or(call);
    const QString outcome = !now.outcome.isEmpty()           ? now.outcome
                            : now.escalationReason.isEmpty() ? QStringLiteral("failover")
                                                             : QStringLiteral("escalated");
    return keep(m_recorder, call, "its end",
                Storage::FinishCall{call.clinic.id, call.record.id, outcome, m_clock.utcNow()});
}

void CallBook::forget(const QString &networkCallId)
{
    m_registry.forget(networkCallId);
}

} // namespace Frontdesk::Reception
