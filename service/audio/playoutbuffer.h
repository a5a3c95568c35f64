#pragma once

#include "service/flow/audioframe.h"

#include <QStringList>

#include <deque>

namespace Frontdesk::Audio {

/// Twilio's buffer between what the service sends and what the caller hears.
///
/// Audio may arrive in any amount; it leaves as 20 ms frames. A mark is reached when all audio sent before it has been
/// played to its end, not when it was handed out. Source: Media Streams, "mark" and "clear" messages.
class PlayoutBuffer {
public:
    using Bytes = std::array<uint8_t, Flow::FrameSamples>;

    void append(Flow::MuLawBytes audio);

    /// False: nothing before the mark is unplayed, so it goes back at once. True: `frameEnded` will return it.
    [[nodiscard]] bool queueMark(const QString &name);

    /// Drops all audio; returns every pending mark, in order, since Twilio sends them back as well.
    [[nodiscard]] QStringList clear();

    /// The frame handed out last has been heard; returns the marks reached by that.
    [[nodiscard]] QStringList frameEnded();

    /// Fills the next frame, padded with silence; returns how many of its bytes are real audio.
    size_t takeFrame(Bytes &frame);

    [[nodiscard]] bool isEmpty() const { return m_audio.empty(); }
    [[nodiscard]] Milliseconds pending() const
    {
        return Milliseconds(qint64(m_audio.size() / Flow::BytesPerMillisecond));
    }

private:
    struct Mark {
        quint64 position; ///< Reached when this many bytes have been heard.
        QString name;
    };

    std::deque<uint8_t> m_audio;
    std::deque<Mark> m_marks;
    quint64 m_appended = 0;
    quint64 m_taken = 0;
    quint64 m_heard = 0;
};

} // namespace Frontdesk::Audio
