#include "service/recording/stereotrack.h"

#include <algorithm>

namespace Frontdesk::Recording {

namespace {

/// Behind the first block: our own voice is laid down up to half a second before it is heard.
constexpr qsizetype AheadBytes = 2000 * TrackBytesPerMillisecond;

} // namespace

StereoTrack::StereoTrack(GiveBlock give)
    : m_give(std::move(give))
    , m_window(static_cast<size_t>(BlockBytes + AheadBytes), Flow::MuLawSilence)
{}

void StereoTrack::write(Lane lane, Flow::MuLawBytes audio, qint64 sample)
{
    qint64 place = placeOf(sample) + (lane == Lane::Assistant ? 1 : 0);
    const auto size = static_cast<qint64>(m_window.size());
    for (const uint8_t code : audio) {
        if (place >= 0 && place < size) {
            m_window[static_cast<size_t>(place)] = code;
        }
        place += TrackBytesPerSample;
    }
}

void StereoTrack::silenceFrom(Lane lane, qint64 sample)
{
    const auto size = static_cast<qint64>(m_window.size());
    for (qint64 place = std::max<qint64>(0, placeOf(sample)) + (lane == Lane::Assistant ? 1 : 0); place < size;
         place += TrackBytesPerSample) {
        m_window[static_cast<size_t>(place)] = Flow::MuLawSilence;
    }
}

void StereoTrack::silenceUntil(qint64 sample)
{
    const qint64 end = std::clamp<qint64>(placeOf(sample), 0, static_cast<qint64>(m_window.size()));
    std::fill_n(m_window.begin(), end, Flow::MuLawSilence);
}

void StereoTrack::moveTo(qint64 sample)
{
    while (placeOf(sample - MarginSamples) >= BlockBytes) {
        giveFirst();
    }
}

void StereoTrack::giveFirst()
{
    m_give(QByteArray(reinterpret_cast<const char *>(m_window.data()), BlockBytes));
    const auto kept = std::copy(m_window.begin() + BlockBytes, m_window.end(), m_window.begin());
    std::fill(kept, m_window.end(), Flow::MuLawSilence);
    m_begin += BlockBytes;
}

QByteArray StereoTrack::rest(qint64 end)
{
    while (placeOf(end) >= BlockBytes) {
        giveFirst();
    }
    return {reinterpret_cast<const char *>(m_window.data()), std::max<qint64>(0, placeOf(end))};
}

} // namespace Frontdesk::Recording
