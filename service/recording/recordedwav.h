#pragma once

#include "shared/core/result.h"

#include <QByteArray>

#include <functional>

namespace Frontdesk::Recording {

enum class WavEncoding {
    MuLaw, ///< One byte a sample, as the phone network carried it.
    Pcm,   ///< 16 bits.
};

/// A stereo track as the RIFF/WAVE file that players know, made for any part of it on its own: caller left, assistant
/// right, 8 kHz.
class RecordedWav {
public:
    RecordedWav(qint64 trackBytes, WavEncoding encoding);

    /// Of the whole file.
    [[nodiscard]] qint64 size() const;

    /// The bytes from `begin` on, at most `length`; `track(begin, length)` gives those of the track that it needs.
    [[nodiscard]] Result<QByteArray>
    bytes(qint64 begin, qint64 length,
          const std::function<Result<QByteArray>(qint64 begin, qint64 length)> &track) const;

private:
    [[nodiscard]] qint64 dataBytes() const { return m_trackBytes * m_sampleBytes; }

    qint64 m_trackBytes;
    qint64 m_sampleBytes;
    QByteArray m_head;
};

} // namespace Frontdesk::Recording
