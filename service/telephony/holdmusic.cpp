#include "service/telephony/holdmusic.h"

#include "service/flow/audioframe.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace Frontdesk::Telephony {

namespace {

constexpr double SecondsPerNote = 0.4;
constexpr size_t SamplesPerNote = static_cast<size_t>(SecondsPerNote * Flow::SampleRateHz);
constexpr double RingSeconds = 2.4; ///< How long a note can be heard.
constexpr double TargetRms = 0.1;   ///< -20 dBFS.

/// Six bars of eight notes in G major, as steps above or below A4 (440 Hz): G, Em, C, Am, D, G. Chords are spread
/// upwards and come back, so that no bar ends on a jump.
constexpr std::array<int, 48> Notes{
    -14, -10, -7,  -2, 2,  -2, -7,  -10, //
    -17, -14, -10, -5, -2, -5, -10, -14, //
    -21, -14, -9,  -5, -2, -5, -9,  -14, //
    -12, -9,  -5,  0,  3,  0,  -5,  -9,  //
    -19, -12, -7,  -3, 0,  -3, -7,  -12, //
    -14, -10, -7,  -2, 2,  -2, -7,  -10,
};

/// A plucked tone: soft attack, falling away, with two quiet overtones that die sooner.
double tone(double frequencyHz, double seconds)
{
    const double attack = 1.0 - std::exp(-seconds / 0.008);
    const double phase = 2.0 * std::numbers::pi * frequencyHz * seconds;
    return attack *
           (std::exp(-seconds / 0.55) * std::sin(phase) + 0.25 * std::exp(-seconds / 0.3) * std::sin(2.0 * phase) +
            0.08 * std::exp(-seconds / 0.15) * std::sin(3.0 * phase));
}

/// Notes ring on into the loop's beginning, so its end meets its start.
std::vector<double> compose()
{
    std::vector<double> loop(Notes.size() * SamplesPerNote, 0.0);
    const auto ringSamples = static_cast<size_t>(RingSeconds * Flow::SampleRateHz);
    for (size_t note = 0; note < Notes.size(); ++note) {
        const double frequencyHz = 440.0 * std::pow(2.0, Notes[note] / 12.0);
        const double accent = note % 8 == 0 ? 1.0 : 0.7;
        for (size_t i = 0; i < ringSamples; ++i) {
            const double seconds = static_cast<double>(i) / Flow::SampleRateHz;
            const double release = std::min(1.0, (RingSeconds - seconds) / 0.2); // To exactly nothing, without a click.
            loop[(note * SamplesPerNote + i) % loop.size()] += accent * release * tone(frequencyHz, seconds);
        }
    }
    double sumOfSquares = 0.0;
    for (const double sample : loop) {
        sumOfSquares += sample * sample;
    }
    const double gain = TargetRms / std::sqrt(sumOfSquares / static_cast<double>(loop.size()));
    for (double &sample : loop) {
        sample *= gain;
    }
    return loop;
}

/// ITU-T G.711: a sign, a power of two, four steps within it; sent inverted. `sample` is within -1 to 1.
uint8_t toMuLaw(double sample)
{
    constexpr int Bias = 132;
    constexpr int Clip = 32'635;
    const int linear = static_cast<int>(std::lround(sample * 32'767.0));
    const int magnitude = std::min(std::abs(linear), Clip) + Bias;
    int exponent = 7;
    while (exponent > 0 && magnitude < (256 << (exponent - 1))) {
        --exponent;
    }
    const int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return static_cast<uint8_t>(~((linear < 0 ? 0x80 : 0) | exponent << 4 | mantissa));
}

template <typename Number>
void appendNumber(QByteArray &out, Number number)
{
    number = qToLittleEndian(number);
    out.append(reinterpret_cast<const char *>(&number), sizeof number);
}

QByteArray makeWav(const std::vector<double> &loop)
{
    constexpr quint32 FormatBytes = 18;
    constexpr quint16 MuLawFormat = 7;
    QByteArray wav("RIFF");
    appendNumber<quint32>(wav, 4 + (8 + FormatBytes) + (8 + 4) + 8 + static_cast<quint32>(loop.size()));
    wav.append("WAVEfmt ");
    appendNumber<quint32>(wav, FormatBytes);
    appendNumber<quint16>(wav, MuLawFormat);
    appendNumber<quint16>(wav, 1);
    appendNumber<quint32>(wav, Flow::SampleRateHz);
    appendNumber<quint32>(wav, Flow::SampleRateHz);
    appendNumber<quint16>(wav, 1);
    appendNumber<quint16>(wav, 8);
    appendNumber<quint16>(wav, 0); // No further format fields.
    wav.append("fact");            // Every format but PCM has to say its samples.
    appendNumber<quint32>(wav, 4);
    appendNumber<quint32>(wav, static_cast<quint32>(loop.size()));
    wav.append("data");
    appendNumber<quint32>(wav, static_cast<quint32>(loop.size()));
    for (const double sample : loop) {
        wav.append(static_cast<char>(toMuLaw(sample)));
    }
    return wav;
}

} // namespace

const QByteArray &holdMusicWav()
{
    static const QByteArray wav = makeWav(compose());
    return wav;
}

QByteArray holdMusicWav(Milliseconds length)
{
    constexpr size_t FadeSamples = Flow::SampleRateHz / 2;
    std::vector<double> samples = compose();
    const auto wanted = static_cast<size_t>(length.count()) * Flow::SampleRateHz / 1000;
    samples.resize(std::clamp(wanted, FadeSamples, samples.size()));
    for (size_t i = 0; i < FadeSamples; ++i) {
        samples[samples.size() - 1 - i] *= static_cast<double>(i) / FadeSamples;
    }
    return makeWav(samples);
}

} // namespace Frontdesk::Telephony
