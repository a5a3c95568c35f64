#pragma once

#include "service/flow/audioframe.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

/// Artificial line signals whose truth is known.
namespace Frontdesk::Tests {

using Samples = std::vector<int16_t>;

inline size_t samplesOf(Milliseconds length)
{
    return size_t(length.count()) * 8;
}

inline double amplitude(double dbfs)
{
    return 32768.0 * std::pow(10.0, dbfs / 20.0);
}

inline int16_t limited(double value)
{
    return int16_t(std::clamp(std::lround(value), -32124L, 32124L));
}

inline Samples silence(Milliseconds length)
{
    return Samples(samplesOf(length), 0);
}

inline Samples whiteNoise(Milliseconds length, double dbfs, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, amplitude(dbfs));
    Samples samples(samplesOf(length));
    std::ranges::generate(samples, [&] { return limited(normal(random)); });
    return samples;
}

inline Samples tone(Milliseconds length, double hz, double dbfs)
{
    Samples samples(samplesOf(length));
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            limited(amplitude(dbfs) * std::numbers::sqrt2 * std::sin(2 * std::numbers::pi * hz * double(i) / 8000));
    return samples;
}

/// Voiced syllables: harmonics of a wavering pitch, 180 ms of sound and 70 ms of fading per syllable, and a pause of
/// 300 ms after every sixth. `dbfs` is the level inside a syllable.
inline Samples speech(Milliseconds length, double dbfs, double pitchHz = 120)
{
    Samples samples(samplesOf(length));
    double phase = 0;
    constexpr size_t Syllable = 2000;
    constexpr size_t Phrase = 6 * Syllable + 2400;
    for (size_t i = 0; i < samples.size(); ++i) {
        phase += 2 * std::numbers::pi * pitchHz * (1 + 0.06 * std::sin(double(i) / 1700)) / 8000;
        double value = 0;
        for (int harmonic = 1; harmonic <= 12; ++harmonic)
            value += std::sin(harmonic * phase) / harmonic;
        const size_t inPhrase = i % Phrase;
        const size_t inSyllable = inPhrase % Syllable;
        const double envelope = inPhrase >= 6 * Syllable ? 0.0
                                : inSyllable < 1440      ? 1.0
                                                         : 1.0 - double(inSyllable - 1440) / 560;
        samples[i] = limited(amplitude(dbfs) * value * envelope / 0.88);
    }
    return samples;
}

inline Samples mixed(Samples a, const Samples &b)
{
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        a[i] = limited(double(a[i]) + double(b[i]));
    return a;
}

inline Samples joined(Samples a, const Samples &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Calls `use` with every whole frame.
template <typename Use>
void forEachFrame(const Samples &samples, Use &&use)
{
    Flow::AudioFrame frame;
    for (size_t begin = 0; begin + Flow::FrameSamples <= samples.size(); begin += Flow::FrameSamples) {
        std::copy_n(samples.begin() + std::ptrdiff_t(begin), Flow::FrameSamples, frame.samples.begin());
        frame.at = Milliseconds(int64_t(begin / Flow::BytesPerMillisecond));
        use(frame);
    }
}

} // namespace Frontdesk::Tests
