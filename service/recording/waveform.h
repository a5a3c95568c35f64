#pragma once

#include <QByteArray>

namespace Frontdesk::Recording {

/// The shape of a recording for a player to draw: the louder of both sides, from 0 to 255, one byte for each 100 ms begun.
/// Quiet speech is lifted (square root), or nothing but the loudest words would show.
class Waveform {
public:
    /// Bytes of a stereo track, in order, whole samples.
    void add(const QByteArray &track);
    [[nodiscard]] QByteArray peaks() const;

private:
    QByteArray m_peaks;
    int m_loudest = 0; ///< Of the interval that has begun.
    qint64 m_bytes = 0;
};

} // namespace Frontdesk::Recording
