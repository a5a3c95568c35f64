#include "tests/support/linesound.h"

#include "service/audio/mulaw.h"
#include "service/flow/audioframe.h"

#include <cmath>
#include <numbers>
#include <random>

namespace Frontdesk::Tests {

namespace {

QByteArray encoded(int milliseconds, const auto &sampleAt)
{
    QByteArray bytes;
    const int samples = milliseconds * Flow::SampleRateHz / 1000;
    bytes.reserve(samples);
    for (int i = 0; i < samples; ++i) {
        bytes.append(static_cast<char>(Audio::encodeMuLaw(static_cast<int16_t>(sampleAt(i)))));
    }
    return bytes;
}

} // namespace

QByteArray vowel(int milliseconds)
{
    constexpr double PitchHz = 130;
    return encoded(milliseconds, [](int i) {
        const double t = static_cast<double>(i) / Flow::SampleRateHz;
        double value = 0;
        for (int harmonic = 1; harmonic <= 24; ++harmonic) {
            const double hz = PitchHz * harmonic;
            const double formants =
                std::exp(-std::pow((hz - 650) / 250, 2)) + 0.6 * std::exp(-std::pow((hz - 1100) / 300, 2)) + 0.15;
            value += formants * std::sin(2 * std::numbers::pi * hz * t);
        }
        return 1800 * value;
    });
}

QByteArray quietLine(int milliseconds)
{
    std::minstd_rand random(7);
    return encoded(milliseconds, [&](int) { return static_cast<int>(random() % 17) - 8; });
}

} // namespace Frontdesk::Tests
