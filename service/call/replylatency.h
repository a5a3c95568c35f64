#pragma once

#include "service/call/callobserver.h"
#include "shared/core/clock.h"

#include <optional>

namespace Frontdesk::Call {

/// Follows one reply from the caller's last sound to our first, so that everybody can see where the time went.
class ReplyLatency {
public:
    explicit ReplyLatency(const Clock &clock)
        : m_clock(clock)
    {}

    void utteranceEnded(Milliseconds silenceBefore);
    void wordsArrived();
    void modelAsked();
    void modelBegan(); ///< The first of its answer came.
    /// A reply was given to the voice.
    void voiceAsked(quint64 ticket);
    void voiceBegan(quint64 ticket); ///< Its first sound came.
    /// The first sound of the reply leaves. Nothing when no turn of the caller preceded it.
    [[nodiscard]] std::optional<TurnTimes> replyStarts();

private:
    const Clock &m_clock;
    std::optional<Instant> m_endedAt;
    std::optional<Instant> m_wordsAt;
    std::optional<Instant> m_modelAskedAt;
    std::optional<std::pair<quint64, Instant>> m_voiceAsked; ///< The first reply since the words.
    TurnTimes m_times;
};

} // namespace Frontdesk::Call
