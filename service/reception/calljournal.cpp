#include "service/reception/calljournal.h"

#include "service/reception/transcripttext.h"
#include "shared/core/log.h"

namespace Frontdesk::Reception {

CallJournal::CallJournal(const LiveCall &call, Dialogue::CallBriefing briefing, Storage::Database &database,
                         CallRegistry &registry, const Clock &clock)
    : m_call(call)
    , m_database(database)
    , m_registry(registry)
    , m_clock(clock)
    , m_tape{std::move(briefing), {}, {}}
{}

template <typename Work>
void CallJournal::write(const char *what, Work work)
{
    const QString call = m_call.record.id.text();
    using Outcome = std::invoke_result_t<Work &, Storage::Store &>;
    m_database.run(laneOf(m_call), std::move(work)).then([call, what](const Outcome &result) {
        if (!result) {
            qCWarning(Log::storage) << "call" << call << "could not keep" << what << "-" << result.error().message;
        }
    });
}

void CallJournal::onClosing(CallPhase phase, bool guidanceOwed)
{
    m_registry.change(m_call.record.networkCallId, [&](LiveCall &call) {
        call.record.phase = phase;
        call.guidanceOwed = guidanceOwed;
    });
    write("its phase", [clinic = m_call.clinic.id, id = m_call.record.id, phase, now = m_clock.utcNow()](
                           Storage::Store &store) { return store.calls().setPhase(clinic, id, phase, now); });
}

void CallJournal::onTurn(const TurnRecord &turn)
{
    m_turns[turn.number] = turn;
    write("a turn",
          [clinic = m_call.clinic.id, turn](Storage::Store &store) { return store.calls().saveTurn(clinic, turn); });
}

void CallJournal::onTask(const Dialogue::SubmitTask &task)
{
    m_tasks[task.key] = task;
    m_taskTimes.try_emplace(task.key, m_clock.utcNow());
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
    write("a task", [kept, key](Storage::Store &store) { return store.tasks().submit(kept, QString::number(key)); });
}

void CallJournal::onEscalation(const Dialogue::Escalate &escalation)
{
    const QString reason = escalationReasonName(escalation.reason);
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
    write("an escalation", [record](Storage::Store &store) { return store.escalations().record(record); });
}

void CallJournal::onTurnTimes(const Call::TurnTimes &times)
{
    qCDebug(Log::call) << "call" << m_call.record.id.text() << "reply: endpoint wait" << times.endpointWait.count()
                       << "ms, recognizer" << times.recognizer.count() << "ms, own" << times.own.count() << "ms";
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
    write("its tape", [clinic = m_call.clinic.id, id = m_call.record.id, tape = std::move(m_tape)](
                          Storage::Store &store) { return store.tapes().save(clinic, id, tape.toBytes()); });
}

void CallJournal::onEnded(const QString &outcome)
{
    // The tasks were kept when they became known; now they get the whole conversation.
    for (const auto &[key, task] : m_tasks) {
        submit(key, task);
    }
    keepTape();
    bool transferring = false;
    m_registry.change(m_call.record.networkCallId, [&](LiveCall &call) {
        call.streaming = false;
        call.outcome = outcome;
        transferring = call.record.phase == CallPhase::Escalating || call.record.phase == CallPhase::Transferred;
    });
    if (transferring) {
        return; // Ends with the transfer.
    }
    write("its end", [clinic = m_call.clinic.id, id = m_call.record.id, outcome, now = m_clock.utcNow()](
                         Storage::Store &store) { return store.calls().finish(clinic, id, outcome, now); });
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
