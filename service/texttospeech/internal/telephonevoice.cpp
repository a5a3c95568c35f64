#include "service/texttospeech/internal/telephonevoice.h"

#include "service/audio/level.h"
#include "service/audio/mulaw.h"
#include "service/audio/resampler.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace Frontdesk::TextToSpeech {

namespace {

constexpr double ActiveDbfs = -45; // Frames below are pauses and do not count for the level.
constexpr double Knee = 22000;     // Up to here audio stays linear; above it approaches Ceiling.
constexpr double Ceiling = 31000;

constexpr size_t LeadSamples = 60 * Flow::SampleRateHz / 1000;   // Kept before the first sound: a soft onset.
constexpr size_t TrailSamples = 180 * Flow::SampleRateHz / 1000; // Kept after the last: the pause between sentences.

/// A synthesizer begins and ends with silence that would only make the caller wait.
std::span<const int16_t> withoutSilence(std::span<const int16_t> samples)
{
    size_t first = samples.size();
    size_t last = 0;
    for (size_t begin = 0; begin + Flow::FrameSamples <= samples.size(); begin += Flow::FrameSamples) {
        if (Audio::levelDbfs(samples.subspan(begin, Flow::FrameSamples)) > ActiveDbfs) {
            first = std::min(first, begin);
            last = begin + Flow::FrameSamples;
        }
    }
    if (first >= last) {
        return samples;
    }
    const size_t from = first > LeadSamples ? first - LeadSamples : 0;
    return samples.subspan(from, std::min(last + TrailSamples, samples.size()) - from);
}

double activePower(std::span<const int16_t> samples)
{
    double power = 0;
    int frames = 0;
    for (size_t begin = 0; begin + Flow::FrameSamples <= samples.size(); begin += Flow::FrameSamples) {
        const double level = Audio::levelDbfs(samples.subspan(begin, Flow::FrameSamples));
        if (level > ActiveDbfs) {
            power += Audio::dbfsToPower(level);
            ++frames;
        }
    }
    return frames == 0 ? 0 : power / frames;
}

int16_t limited(double sample)
{
    const double magnitude = std::abs(sample);
    if (magnitude <= Knee)
        return int16_t(std::lround(sample));
    const double rounded = Knee + (Ceiling - Knee) * std::tanh((magnitude - Knee) / (Ceiling - Knee));
    return int16_t(std::lround(std::copysign(rounded, sample)));
}

} // namespace

QByteArray telephoneVoice(const Waveform &wave)
{
    const std::vector<int16_t> whole = Audio::resampled(wave.samples, wave.sampleRateHz, Flow::SampleRateHz);
    const std::span<const int16_t> samples = withoutSilence(whole);
    const double power = activePower(samples);
    if (power <= 0)
        return {};
    const double gain = std::sqrt(Audio::dbfsToPower(SpeechLevelDbfs) / power);
    QByteArray muLaw(qsizetype(samples.size()), Qt::Uninitialized);
    for (size_t i = 0; i < samples.size(); ++i)
        muLaw[qsizetype(i)] = char(Audio::encodeMuLaw(limited(gain * samples[i])));
    return muLaw;
}

} // namespace Frontdesk::TextToSpeech
