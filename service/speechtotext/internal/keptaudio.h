#pragma once

#include "service/flow/audioframe.h"

#include <QByteArray>

namespace Frontdesk::SpeechToText {

/// The caller's audio that somebody may still have to hear again. Positions count bytes from the start of the stream.
class KeptAudio {
public:
    /// The oldest is forgotten beyond `mostBytes`.
    explicit KeptAudio(qint64 mostBytes);

    void append(Flow::MuLawBytes audio);
    /// Nobody will ask for anything before `position`.
    void dropBefore(qint64 position);

    [[nodiscard]] qint64 begin() const { return m_origin + m_dropped; }
    [[nodiscard]] qint64 end() const { return m_origin + m_bytes.size(); }

    /// From `from` (or begin(), if that is later) up to `to`. Valid until the next change.
    [[nodiscard]] Flow::MuLawBytes view(qint64 from, qint64 to) const;

    [[nodiscard]] static qint64 bytesOf(Milliseconds time)
    {
        return time.count() * static_cast<qint64>(Flow::BytesPerMillisecond);
    }
    [[nodiscard]] static Milliseconds timeOf(qint64 bytes)
    {
        return Milliseconds(bytes / static_cast<qint64>(Flow::BytesPerMillisecond));
    }

private:
    const qint64 m_most;
    QByteArray m_bytes;
    qint64 m_origin = 0;     ///< Position of m_bytes' first byte.
    qsizetype m_dropped = 0; ///< Of m_bytes, from its start; taken away in larger pieces.
};

} // namespace Frontdesk::SpeechToText
