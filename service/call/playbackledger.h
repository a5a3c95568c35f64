#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace Frontdesk::Call {

/// A place in what we say: `characters` of the text of `ticket`, and the sound up to there.
struct SpeechPosition {
    quint64 ticket = 0;
    qsizetype sentence = 0;   ///< Index of the sentence within the ticket's text.
    qsizetype bytes = 0;      ///< Of that sentence's mu-law audio.
    qsizetype characters = 0; ///< Of the ticket's whole text.
    bool endsTicket = false;
};

/// Knows what the caller has really heard.
///
/// The phone network returns a mark when all audio before it has played, so sound that was cleared never counts. Lives
/// on the call's thread.
class PlaybackLedger {
public:
    /// A name for the next mark; everything up to `position` counts as heard once it comes back.
    [[nodiscard]] QString expect(const SpeechPosition &position);

    /// The position the returned mark stands for; nothing for marks that were cut off or are unknown.
    std::optional<SpeechPosition> confirm(const QString &mark);

    /// Drops all unconfirmed marks: after `clear` the network returns them although nothing was heard
    /// (Twilio Media Streams, "clear").
    void cutOff();

    [[nodiscard]] bool waiting() const { return !m_expected.isEmpty(); }

private:
    QHash<QString, SpeechPosition> m_expected;
    quint64 m_nextMark = 1;
};

} // namespace Frontdesk::Call
