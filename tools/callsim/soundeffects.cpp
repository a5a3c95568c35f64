#include "tools/callsim/soundeffects.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Frontdesk::CallSim {

namespace {

/// Root mean square of levelled flite speech, pauses included: -25 dBFS over slt, rms and awb.
constexpr double SpeechRms = 1850;

double rmsAt(double snrDb)
{
    return SpeechRms * std::pow(10.0, -snrDb / 20.0);
}

int16_t clamped(double value)
{
    return static_cast<int16_t>(std::lround(std::clamp(value, -32767.0, 32767.0)));
}

double rmsOf(const std::vector<double> &samples)
{
    double power = 0;
    for (const double sample : samples) {
        power += sample * sample;
    }
    return samples.empty() ? 0 : std::sqrt(power / double(samples.size()));
}

} // namespace

Sound cough(std::mt19937 &random)
{
    constexpr double Rise = 0.015;
    constexpr double Fall = 0.09;
    std::normal_distribution<double> noise(0, 5500);
    Sound sound = silence(Milliseconds(350));
    double low = 0;
    for (size_t i = 0; i < sound.size(); ++i) {
        const double t = double(i) / Flow::SampleRateHz;
        const double second = t > 0.2 ? 0.5 * std::exp(-(t - 0.2) / Fall) : 0;
        low += 0.5 * (noise(random) - low);
        sound[i] = clamped(low * (std::min(1.0, t / Rise) * std::exp(-t / Fall) + second));
    }
    return levelled(std::move(sound));
}

Sound whiteNoise(Milliseconds length, double snrDb, std::mt19937 &random)
{
    std::normal_distribution<double> noise(0, rmsAt(snrDb));
    Sound sound = silence(length);
    std::generate(sound.begin(), sound.end(), [&] { return clamped(noise(random)); });
    return sound;
}

Sound babble(const std::vector<Sound> &voices, Milliseconds length, double snrDb, std::mt19937 &random)
{
    Sound sound = silence(length);
    std::vector<double> sum(sound.size(), 0);
    for (const Sound &voice : voices) {
        if (voice.empty()) {
            continue;
        }
        const size_t offset = random() % voice.size();
        for (size_t i = 0; i < sum.size(); ++i) {
            sum[i] += voice[(i + offset) % voice.size()];
        }
    }
    const double rms = rmsOf(sum);
    const double gain = rms > 0 ? rmsAt(snrDb) / rms : 0;
    std::transform(sum.begin(), sum.end(), sound.begin(), [gain](double sample) { return clamped(sample * gain); });
    return sound;
}

Sound ringback(Milliseconds length)
{
    constexpr double Amplitude = 1500;
    constexpr double Turn = 2 * std::numbers::pi;
    Sound sound = silence(length);
    for (size_t i = 0; i < sound.size(); ++i) {
        const double t = double(i) / Flow::SampleRateHz;
        if (std::fmod(t, 6.0) < 2.0) {
            sound[i] = clamped(Amplitude * (std::sin(Turn * 440 * t) + std::sin(Turn * 480 * t)));
        }
    }
    return sound;
}

void addComfortNoise(Frame &frame, std::mt19937 &random)
{
    for (int16_t &sample : frame) {
        sample = mixed(sample, static_cast<int16_t>(int(random() % 33U) - 16));
    }
}

int16_t mixed(int16_t a, int16_t b)
{
    return static_cast<int16_t>(std::clamp(int(a) + int(b), -32768, 32767));
}

} // namespace Frontdesk::CallSim
