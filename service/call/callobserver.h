#pragma once

#include "service/dialogue/events.h"
#include "shared/model/callrecord.h"
#include "shared/model/callusage.h"

namespace Frontdesk::Call {

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
    /// Of the reply that is the turn of this number.
    virtual void onTurnTimes(int turn, const TurnTimes &times) = 0;
    /// The model was asked before it was certain that the caller had finished: it saved time, or was for nothing.
    virtual void onAskedAhead(bool used) = 0;
    /// The conversation was told something and answered. Several times a second.
    virtual void onConversation(const Dialogue::Event &event, const Dialogue::Actions &actions) = 0;
    /// The last word about the conversation; outcomes are listed at CallRecord.
    virtual void onEnded(const QString &outcome) = 0;
};

} // namespace Frontdesk::Call
