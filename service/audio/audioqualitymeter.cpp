#include "service/audio/audioqualitymeter.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::Audio {

namespace {

constexpr double UsualSpeechDbfs = -22; // Assumed until the caller has spoken.
constexpr int ClippedSample = 31100;    // The two loudest codes of mu-law decode to 31100 and 32124.
constexpr int ClippedRun = 2;           // A single peak may touch full scale.
constexpr double LoudPartOfSpeech = 0.35;
constexpr uint32_t MemoryFrames = 3000;
constexpr uint32_t PauseFrames = 250;

double clarity(double signalToNoiseDb)
{
    if (signalToNoiseDb <= 15)
        return 0.65 * std::clamp((signalToNoiseDb - 5) / 10, 0.0, 1.0);
    return 0.65 + 0.35 * std::min((signalToNoiseDb - 15) / 10, 1.0);
}

uint32_t clippedSamples(const Flow::AudioFrame &frame)
{
    uint32_t clipped = 0;
    uint32_t run = 0;
    const auto closeRun = [&] {
        if (run >= ClippedRun)
            clipped += run;
        run = 0;
    };
    for (const int16_t sample : frame.samples) {
        if (std::abs(int(sample)) >= ClippedSample)
            ++run;
        else
            closeRun();
    }
    closeRun();
    return clipped;
}

} // namespace

void AudioQualityMeter::add(const Flow::AudioFrame &frame, const VoiceActivity &activity)
{
    const auto level = size_t(std::clamp(std::lround(-activity.levelDbfs), 0L, long(Levels - 1)));
    ++m_levels[level];
    ++m_frames;
    if (activity.speechFrame) {
        ++m_speechFrames;
        m_speechSamples += uint32_t(frame.samples.size());
        m_clippedSamples += clippedSamples(frame);
    }
    if (m_frames >= MemoryFrames)
        forgetHalf();
}

void AudioQualityMeter::addGap(Milliseconds missing)
{
    m_lostFrames += double(missing.count()) / double(Flow::FrameDuration.count());
}

void AudioQualityMeter::forgetHalf()
{
    m_frames = 0;
    for (uint32_t &count : m_levels) {
        count /= 2;
        m_frames += count;
    }
    m_speechFrames /= 2;
    m_speechSamples /= 2;
    m_clippedSamples /= 2;
    m_lostFrames /= 2;
}

double AudioQualityMeter::levelExceededBy(double part) const
{
    const double wanted = part * m_frames;
    double louder = 0;
    for (size_t level = 0; level < m_levels.size(); ++level) {
        louder += m_levels[level];
        if (louder >= wanted)
            return -double(level);
    }
    return -double(Levels - 1);
}

AudioQuality AudioQualityMeter::quality() const
{
    AudioQuality quality;
    if (m_frames == 0)
        return quality;
    const bool enoughSpeech = m_speechFrames * Flow::FrameDuration >= EnoughSpeech;
    quality.speechRatio = double(m_speechFrames) / m_frames;
    const double loudPart = std::min(0.1, LoudPartOfSpeech * quality.speechRatio);
    const double loudDbfs = enoughSpeech ? levelExceededBy(loudPart) : std::max(levelExceededBy(0.1), UsualSpeechDbfs);
    quality.signalToNoiseDb = loudDbfs - levelExceededBy(0.9);
    quality.clippedRatio = m_speechSamples == 0 ? 0 : double(m_clippedSamples) / m_speechSamples;
    quality.lostRatio = m_lostFrames / (m_frames + m_lostFrames);
    const double clipping = std::min(10 * quality.clippedRatio, 0.9);
    const double loss = std::min(4 * quality.lostRatio, 0.9);
    const double pauses = m_frames >= PauseFrames && quality.speechRatio > 0.95 ? 0.8 : 1.0;
    quality.score = clarity(quality.signalToNoiseDb) * (1 - clipping) * (1 - loss) * pauses;
    return quality;
}

} // namespace Frontdesk::Audio
