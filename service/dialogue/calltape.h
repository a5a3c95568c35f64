#pragma once

#include "service/dialogue/events.h"
#include "shared/core/result.h"

#include <QCryptographicHash>

namespace Frontdesk::Dialogue {

/// A fingerprint of everything a conversation wanted done, in order.
class ActionsDigest {
public:
    void add(const Actions &actions);
    /// SHA-256 of all actions so far, as hex.
    [[nodiscard]] QByteArray result() const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// A call as its conversation lived it: what it knew before the first word, and all that it was told. Playing it to a
/// new Conversation gives the same actions, to the bit; with other thresholds it shows what they would have changed.
struct CallTape {
    CallBriefing briefing;
    std::vector<Event> events;
    QByteArray actions; ///< ActionsDigest of what was done when the call took place.

    /// Patient data, compressed.
    [[nodiscard]] QByteArray toBytes() const;
    /// Corrupt: these bytes are no tape, or one of a form that this program does not know.
    [[nodiscard]] static Result<CallTape> fromBytes(const QByteArray &bytes);
};

/// Plays the tape to a new conversation and returns the fingerprint of what it does.
[[nodiscard]] QByteArray replayedActions(const CallTape &tape);

} // namespace Frontdesk::Dialogue
