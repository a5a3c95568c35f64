#include "service/audio/voiceactivitydetector.h"

#include "service/audio/level.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Frontdesk::Audio {

namespace {

constexpr float HighPassPole = 0.94f;    // -3 dB at about 80 Hz: mains hum and direct current are not a voice.
constexpr float TooSmallToHear = 1e-18f; // Keeps the filter's end after a voice from numbers too small to be fast.
constexpr double Smoothing = 0.4;        // Of the level that feeds the floor; about 50 ms.
constexpr double LowestFloorDbfs = -75;  // Digital silence would make every rustle stand out.
constexpr double LoudestFloorDbfs = -20; // A caller who never pauses must not become the floor.
constexpr uint8_t LastThree = 0x07;

} // namespace

VoiceActivityDetector::VoiceActivityDetector()
    : VoiceActivityDetector(Settings{})
{}

VoiceActivityDetector::VoiceActivityDetector(const Settings &settings)
    : m_settings(settings)
{}

double VoiceActivityDetector::filterIn(const Flow::AudioFrame &frame)
{
    std::copy(m_history.begin() + Flow::FrameSamples, m_history.end(), m_history.begin());
    auto out = m_history.end() - Flow::FrameSamples;
    float lastInput = m_lastInput;
    float output = m_lastOutput;
    double energy = 0;
    for (const int16_t sample : frame.samples) {
        const float input = float(sample) / 32768.0f;
        output = (input - lastInput + TooSmallToHear) + HighPassPole * output;
        lastInput = input;
        *out++ = output;
        energy += double(output * output);
    }
    m_lastInput = lastInput;
    m_lastOutput = output;
    return powerToDbfs(energy / double(Flow::FrameSamples));
}

double VoiceActivityDetector::periodicity() const
{
    const float *now = m_history.data() + LongestPitch;
    float energyNow = 1e-9f;
    for (size_t i = 0; i < Flow::FrameSamples; ++i)
        energyNow += now[i] * now[i];
    float best = 0;
    for (size_t lag = ShortestPitch; lag <= LongestPitch; ++lag) {
        const float *then = now - lag;
        float product = 0;
        float energyThen = 1e-9f;
        for (size_t i = 0; i < Flow::FrameSamples; ++i) {
            product += now[i] * then[i];
            energyThen += then[i] * then[i];
        }
        // Against the louder of both: an attack after silence is not a period.
        best = std::max(best, product / std::max(energyNow, energyThen));
    }
    return double(best);
}

void VoiceActivityDetector::updateFloor(double levelDbfs)
{
    if (!m_started) {
        m_started = true;
        m_smoothedDbfs = levelDbfs;
        m_slotMinimum.fill(0.0);
    }
    m_smoothedDbfs += Smoothing * (levelDbfs - m_smoothedDbfs);
    m_slotMinimum[m_slot] = std::min(m_slotMinimum[m_slot], m_smoothedDbfs);
    m_last.noiseFloorDbfs = std::clamp(*std::ranges::min_element(m_slotMinimum), LowestFloorDbfs, LoudestFloorDbfs);
    if (++m_framesInSlot == FramesPerSlot) {
        m_framesInSlot = 0;
        m_slot = (m_slot + 1) % FloorSlots;
        m_slotMinimum[m_slot] = 0.0;
    }
}

VoiceActivity VoiceActivityDetector::process(const Flow::AudioFrame &frame)
{
    m_last.levelDbfs = filterIn(frame);
    // The floor of the frames before: an onset must not lift what it is compared with.
    const double floorDbfs = m_started ? m_last.noiseFloorDbfs : LowestFloorDbfs;
    updateFloor(m_last.levelDbfs);

    const bool loud =
        m_last.levelDbfs > m_settings.quietestVoiceDbfs && m_last.levelDbfs > floorDbfs + m_settings.marginDb;
    // Only asked of what may be a beginning, since it is the dearest question of a call.
    const bool periodic = loud && !m_last.voice && periodicity() > m_settings.periodicity;
    m_loudFrames = uint8_t((m_loudFrames << 1) | (loud ? 1 : 0));
    m_periodicFrames = uint8_t((m_periodicFrames << 1) | (periodic ? 1 : 0));

    const bool begins = std::popcount(uint8_t(m_loudFrames & LastThree)) >= 2 && (m_periodicFrames & LastThree) != 0;
    m_last.speechFrame = loud && (begins || m_last.voice);
    if (m_last.speechFrame) {
        m_last.voice = true;
        m_sinceSpeech = Milliseconds(0);
    } else if (m_last.voice) {
        m_sinceSpeech += Flow::FrameDuration;
        m_last.voice = m_sinceSpeech <= m_settings.hangover;
    }
    return m_last;
}

} // namespace Frontdesk::Audio
