#pragma once

#include "service/dialogue/events.h"
#include "shared/model/callrecord.h"

namespace Frontdesk::Call {

/// Where the time between the caller's last sound and our first went.
struct TurnTimes {
    Milliseconds endpointWait{0}; ///< Waiting to be sure that the caller had finished.
    Milliseconds recognizer{0};   ///< From then to the final words.
    Milliseconds own{0};          ///< From the words to our first sound leaving: understanding, wording, voice.
};

/// Is told what happens in a call, on the call's thread. Must return at once and may not throw.
class CallObserver {
public:
    virtual ~CallObserver() = default;

    /// We are about to close the line, so that the phone network asks what is next: Finished to hang up, Escalating to
    /// connect people. `guidanceOwed`: an emergency sentence could not be brought to the caller's ear.
    virtual void onClosing(CallPhase phase, bool guidanceOwed) = 0;
    /// A turn as far as it is known; sent again with the same number when more is known (what was heard of it).
    virtual void onTurn(const TurnRecord &turn) = 0;
    virtual void onTask(const Dialogue::SubmitTask &task) = 0;
    virtual void onEscalation(const Dialogue::Escalate &escalation) = 0;
    /// What the caller was told or said about being recorded, and what follows from it.
    virtual void onRecording(const Dialogue::SetRecording &recording) = 0;
    virtual void onTurnTimes(const TurnTimes &times) = 0;
    /// The conversation was told something and answered. Several times a second.
    virtual void onConversation(const Dialogue::Event &event, const Dialogue::Actions &actions) = 0;
    /// The last word about the conversation; outcomes are listed at CallRecord.
    virtual void onEnded(const QString &outcome) = 0;
};

} // namespace Frontdesk::Call
