#pragma once

#include "service/flow/audioframe.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace Frontdesk::Recording {

/// A byte of each speaker for each sample: mu-law, 8 kHz, the caller left, the assistant right.
inline constexpr qint64 TrackBytesPerSample = 2;
inline constexpr qint64 TrackBytesPerMillisecond = TrackBytesPerSample * static_cast<qint64>(Flow::BytesPerMillisecond);

enum class Lane { Caller, Assistant };

/// Lays what both sides say on one time line, with silence in between. Places are samples from the start of the stream.
///
/// Each lane may be written and changed until its time has passed by a margin; then the block it is in is given away.
/// Allocates for a block (about four seconds) at a time, never for a frame. One thread.
class StereoTrack {
public:
    using GiveBlock = std::function<void(const QByteArray &block)>;

    static constexpr qsizetype BlockBytes = 64 * 1024;
    /// How far past the end of a block the time must be before the block is given away: 300 ms.
    static constexpr qint64 MarginSamples = 300 * static_cast<qint64>(Flow::BytesPerMillisecond);

    explicit StereoTrack(GiveBlock give);

    /// What lies before the blocks given away, or more than about two seconds ahead of their end, is dropped.
    void write(Lane lane, Flow::MuLawBytes audio, qint64 sample);
    /// Makes one lane silent from then on.
    void silenceFrom(Lane lane, qint64 sample);
    /// Makes both lanes silent up to then.
    void silenceUntil(qint64 sample);

    /// It is now that late: gives away all blocks that are complete.
    void moveTo(qint64 sample);
    /// The rest, up to `end`; less than a block.
    [[nodiscard]] QByteArray rest(qint64 end);

private:
    [[nodiscard]] qint64 placeOf(qint64 sample) const { return sample * TrackBytesPerSample - m_begin; }
    void giveFirst();

    GiveBlock m_give;
    std::vector<uint8_t> m_window;
    qint64 m_begin = 0; ///< Where the window begins, in bytes of the whole track.
};

} // namespace Frontdesk::Recording
