#include "service/reception/calljournal.h"

#include "service/reception/callbook.h"
#include "service/reception/keepwrite.h"
#include "service/reception/transcripttext.h"
#include "shared/core/log.h"

namespace Frontdesk::Reception {

CallJournal::CallJournal(const LiveCall &call, Dialogue::CallBriefing briefing, Storage::CallRecorder &recorder,
                         CallRegistry &registry, const Clock &clock, std::shared_ptr<const Flow::UsageMeter> meter,
                         std::function<void(const Dialogue::SetRecording &)> decided)
    : m_call(call)
    , m_recorder(recorder)
    , m_registry(registry)
    , m_clock(clock)
    , m_meter(std::move(meter))
    , m_decided(std::move(decided))
    , m_tape{std::move(briefing), {}, {}}
{
    for (const TurnRecord &turn : call.turns) {
        m_turns[turn.number] = turn;
        m_turnsBefore = turn.number;
    }
}

void CallJournal::write(const char *what, Storage::CallWrite write)
{
    keep(m_recorder, m_call, what, std::move(write));
}

void CallJournal::onClosing(CallPhase phase, bool guidanceOwed)
{
    m_registry.change(m_call.record.networkCallId, [&](LiveCall &call) {
        call.record.phase = phase;
        call.guidanceOwed = guidanceOwed;
    });
    write("its phase", Storage::ChangePhase{m_call.clinic.id, m_call.record.id, phase, m_clock.utcNow()});
}

void CallJournal::onTurn(const TurnRecord &told)
{
    TurnRecord turn = told;
    turn.number += m_turnsBefore;
    if (m_turns.insert_or_assign(turn.number, turn).second) {
        m_registry.counts().turnTaken(turn.speaker == Speaker::Caller);
    }
    write("a turn", Storage::SaveTurn{m_call.clinic.id, turn});
}

void CallJournal::onTask(const Dialogue::SubmitTask &task)
{
    if (m_tasks.insert_or_assign(task.key, task).second) {
        m_registry.counts().taskLeft();
    }
    m_taskTimes.try_emplace(task.key, m_clock.utcNow());
    m_registry.change(m_call.record.networkCallId, [&task](LiveCall &call) {
        const auto value = [&task](SlotName name) {
            const auto slot = task.slotValues.find(name);
            return slot == task.slotValues.end() ? QString() : slot->second.value;
        };
        const QString caller = value(SlotName::CallerName);
        call.callerName = caller.isEmpty() ? value(SlotName::PatientName) : caller;
        call.callbackNumber = value(SlotName::CallbackNumber);
    });
    submit(task.key, task);
}

void CallJournal::submit(int key, const Dialogue::SubmitTask &task)
{
    Task kept;
    kept.clinicId = m_call.clinic.id;
    kept.callId = m_call.record.id;
    kept.type = task.type;
    kept.queue = task.queue;
    kept.priority = task.priority;
    kept.slotValues = task.slotValues;
    kept.note = task.note;
    kept.escalationReason = task.escalationReason;
    kept.transcript = transcript();
    kept.createdAt = m_taskTimes[key];
    kept.updatedAt = m_clock.utcNow();
    // Each conversation of a call counts its own requests.
    const QString number = QString::number(key);
    const QString name = m_call.returns == 0 ? number : QStringLiteral("%1.%2").arg(m_call.returns).arg(number);
    write("a task", Storage::SubmitTask{kept, name});
}

void CallJournal::onEscalation(const Dialogue::Escalate &escalation)
{
    const QString reason = escalationReasonName(escalation.reason);
    m_registry.counts().escalated(escalation.reason);
    m_registry.change(m_call.record.networkCallId, [&](LiveCall &call) { call.escalationReason = reason; });
    qCInfo(Log::escalation) << "call" << m_call.record.id.text() << "handed over:" << reason;
    EscalationRecord record;
    record.id = EscalationId::create();
    record.clinicId = m_call.clinic.id;
    record.callId = m_call.record.id;
    record.reason = escalation.reason;
    record.evidence = escalation.evidence;
    record.score = escalation.score;
    record.thresholdsVersion = QString::number(m_call.clinic.thresholds.version);
    record.turn = escalation.turn;
    record.decidedAt = m_clock.utcNow();
    write("an escalation", Storage::RecordEscalation{record});
}

void CallJournal::onRecording(const Dialogue::SetRecording &recording)
{
    if (m_decided) {
        m_decided(recording);
    }
}

void CallJournal::onTurnTimes(int turn, const TurnTimes &times)
{
    m_registry.counts().replied(times.firstFrame());
    write("its times", Storage::SaveTurnTimes{m_call.clinic.id, m_call.record.id, turn + m_turnsBefore, times});
    qCDebug(Log::call) << "call" << m_call.record.id.text() << "reply: endpoint wait" << times.endpointWait.count()
                       << "ms, recognizer" << times.recognizer.count() << "ms, own" << times.own.count() << "ms";
}

void CallJournal::onAskedAhead(bool used)
{
    m_registry.counts().askedAhead(used);
}

void CallJournal::onConversation(const Dialogue::Event &event, const Dialogue::Actions &actions)
{
    m_tape.events.push_back(event);
    m_actions.add(actions);
}

void CallJournal::keepTape()
{
    m_tape.actions = m_actions.result();
    // Packing is work for the database's thread too.
    const auto tape = std::make_shared<Dialogue::CallTape>(std::move(m_tape));
    keepMade(m_recorder, m_call, "its tape", [clinic = m_call.clinic.id, id = m_call.record.id, tape] {
        return Storage::SaveTape{clinic, id, tape->toBytes()};
    });
}

void CallJournal::onEnded(const QString &conversation)
{
    // Whoever comes back because nobody took the call was still not answered, however kindly it ends.
    const bool handedOverAgain =
        conversation == QLatin1String("escalated") || conversation == QLatin1String("emergency_escalated");
    const QString outcome =
        m_call.returns > 0 && !handedOverAgain ? QString::fromLatin1(CallBook::Unanswered) : conversation;
    m_registry.counts().callEnded(outcome);
    // The tasks were kept when they became known; now they get the whole conversation.
    for (const auto &[key, task] : m_tasks) {
        submit(key, task);
    }
    if (const CallUsage usage = m_meter->usage(); !usage.empty()) {
        write("its usage", Storage::SaveUsage{m_call.clinic.id, m_call.record.id, m_call.returns, usage});
    }
    if (m_call.returns == 0) {
        keepTape(); // One tape a call: of the conversation that was had with it.
    }
    bool transferring = false;
    m_registry.change(m_call.record.networkCallId, [&](LiveCall &call) {
        call.streaming = false;
        call.outcome = outcome;
        call.turns.clear();
        for (const auto &[number, turn] : m_turns) {
            call.turns.push_back(turn);
        }
        transferring = call.record.phase == CallPhase::Escalating || call.record.phase == CallPhase::Transferred;
    });
    if (transferring) {
        return; // Ends with the transfer.
    }
    write("its end", Storage::FinishCall{m_call.clinic.id, m_call.record.id, outcome, m_clock.utcNow()});
}

QString CallJournal::transcript() const
{
    std::vector<TurnRecord> turns;
    for (const auto &[number, turn] : m_turns) {
        turns.push_back(turn);
    }
    return transcriptText(turns);
}

} // namespace Frontdesk::Reception
