#pragma once

#include "service/call/callobserver.h"
#include "service/dialogue/calltape.h"
#include "service/flow/usagemeter.h"
#include "service/reception/callregistry.h"
#include "service/storage/callrecorder.h"

#include <functional>
#include <map>
#include <memory>

namespace Frontdesk::Reception {

/// Writes a call down while it happens: each turn as it is spoken, each task as soon as it is known, each decision to
/// hand over. A crash loses at most the utterance that was being spoken.
///
/// Called on the call's thread; the writing happens on the database's.
class CallJournal final : public Call::CallObserver {
public:
    /// `briefing` is what the conversation was given. `meter` counts what its vendors do. `decided` is told how the caller stands to being recorded; may be empty.
    CallJournal(const LiveCall &call, Dialogue::CallBriefing briefing, Storage::CallRecorder &recorder,
                CallRegistry &registry, const Clock &clock, std::shared_ptr<const Flow::UsageMeter> meter,
                std::function<void(const Dialogue::SetRecording &)> decided = {});

    void onClosing(CallPhase phase, bool guidanceOwed) override;
    void onTurn(const TurnRecord &told) override;
    void onTask(const Dialogue::SubmitTask &task) override;
    void onEscalation(const Dialogue::Escalate &escalation) override;
    void onRecording(const Dialogue::SetRecording &recording) override;
    void onTurnTimes(int turn, const TurnTimes &times) override;
    void onAskedAhead(bool used) override;
    void onConversation(const Dialogue::Event &event, const Dialogue::Actions &actions) override;
    void onEnded(const QString &conversation) override;

private:
    void write(const char *what, Storage::CallWrite write);
    void keepTape();
    void submit(int key, const Dialogue::SubmitTask &task);
    [[nodiscard]] QString transcript() const;

    LiveCall m_call;
    Storage::CallRecorder &m_recorder;
    CallRegistry &m_registry;
    const Clock &m_clock;
    const std::shared_ptr<const Flow::UsageMeter> m_meter; ///< Of this conversation.
    int m_turnsBefore = 0;                                 ///< Of earlier conversations of this call.
    const std::function<void(const Dialogue::SetRecording &)> m_decided;
    std::map<int, TurnRecord> m_turns;
    std::map<int, Dialogue::SubmitTask> m_tasks;
    std::map<int, QDateTime> m_taskTimes;
    Dialogue::CallTape m_tape;
    Dialogue::ActionsDigest m_actions;
};

} // namespace Frontdesk::Reception
