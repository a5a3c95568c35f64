#include "service/recording/waveform.h"

#include "service/audio/mulaw.h"
#include "service/recording/stereotrack.h"
#include "service/storage/recordingstore.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Frontdesk::Recording {

namespace {

constexpr qint64 IntervalBytes = Storage::RecordingRecord::PeakInterval.count() * TrackBytesPerMillisecond;

/// Of each mu-law code, on the scale that is drawn.
std::array<uint8_t, 256> loudnessTable()
{
    constexpr double Loudest = 32'124.0;
    std::array<uint8_t, 256> table{};
    std::transform(Audio::MuLawTable.begin(), Audio::MuLawTable.end(), table.begin(), [](int16_t sample) {
        return static_cast<uint8_t>(std::lround(255.0 * std::sqrt(std::min(1.0, std::abs(sample) / Loudest))));
    });
    return table;
}

} // namespace

void Waveform::add(const QByteArray &track)
{
    static const std::array<uint8_t, 256> Loudness = loudnessTable();
    for (const char code : track) {
        m_loudest = std::max<int>(m_loudest, Loudness[static_cast<uint8_t>(code)]);
        if (++m_bytes % IntervalBytes == 0) {
            m_peaks.append(static_cast<char>(std::exchange(m_loudest, 0)));
        }
    }
}

QByteArray Waveform::peaks() const
{
    return m_bytes % IntervalBytes == 0 ? m_peaks : m_peaks + static_cast<char>(m_loudest);
}

} // namespace Frontdesk::Recording
