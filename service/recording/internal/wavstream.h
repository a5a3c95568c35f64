#pragma once

#include "shared/core/result.h"

#include <QByteArray>

namespace Frontdesk::Recording {

/// Turns a telephone's WAV file that comes piece by piece (PCM of 16 bits, 8 kHz) into bytes of a stereo track: the first
/// channel left, the second right; the only one on both sides.
class WavStream {
public:
    /// The next bytes of the file, cut anywhere, as track. Corrupt: it is no such file.
    [[nodiscard]] Result<QByteArray> add(const QByteArray &bytes);
    /// Whether the file is whole, after its last byte. Corrupt: it ended before its time, or there was no sound in it.
    [[nodiscard]] Result<void> end() const;

private:
    /// One step through the head. False: more bytes are needed first.
    [[nodiscard]] Result<bool> readHead();
    [[nodiscard]] bool readFormat(QByteArrayView chunk);

    QByteArray m_rest; ///< Not yet understood.
    bool m_isWave = false;
    int m_channels = 0;    ///< 0: not told yet.
    qint64 m_sound = -1;   ///< Bytes of sound still to come; -1: its chunk has not begun.
    bool m_isOpen = false; ///< The file does not say how long it is.
    qint64 m_track = 0;    ///< Bytes given so far.
};

} // namespace Frontdesk::Recording
