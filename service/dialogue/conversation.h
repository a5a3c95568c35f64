#pragma once

#include "service/dialogue/events.h"

#include <memory>

namespace Frontdesk::Dialogue {

/// Decides what happens next in one call, by rules alone.
///
/// Pure: no clock, socket, thread or chance of its own; the same briefing and events always give the same actions.
/// Once it has said Escalate or EndCall it only answers SpeechPlayed (repeating what must be heard), an emergency heard
/// meanwhile, a caller who does not want to be recorded and, after a goodbye because all was done, a further request: then
/// the call goes on.
class Conversation {
public:
    explicit Conversation(CallBriefing briefing);
    ~Conversation();
    Conversation(Conversation &&) noexcept;
    Conversation &operator=(Conversation &&) noexcept;

    [[nodiscard]] Actions handle(const Event &event);

    /// What the last question asked for.
    [[nodiscard]] Flow::Expectation expectation() const;

    /// What the model would be asked, should the caller have said this and no more. Changes nothing, so that it can be
    /// asked ahead.
    [[nodiscard]] std::optional<Flow::ModelQuestion> wouldAsk(const CallerSpoke &spoken) const;

    /// The name and number known so far, for people who take over.
    [[nodiscard]] const SlotMap &knownSlots() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace Frontdesk::Dialogue
