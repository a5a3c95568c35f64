#include "tests/benchmarks/speech/telephone.h"

#include "service/audio/mulaw.h"
#include "service/texttospeech/internal/fliteengine.h"
#include "service/texttospeech/internal/telephonevoice.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace Frontdesk::Benchmarks {

namespace {

constexpr double LineNoiseDbfs = -52;
constexpr double LineGain = 0.6;
constexpr size_t SilenceAround = 3200;
constexpr size_t Piece = 800;

} // namespace

std::vector<int16_t> onTheLine(const QByteArray &muLaw, double noiseDbfs, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0, 32768 * std::pow(10, noiseDbfs / 20));
    std::vector<int16_t> line(SilenceAround + size_t(muLaw.size()) + SilenceAround);
    for (size_t i = 0; i < line.size(); ++i) {
        const bool speech = i >= SilenceAround && i < SilenceAround + size_t(muLaw.size());
        const double voice = speech ? Audio::decodeMuLaw(uint8_t(muLaw[qsizetype(i - SilenceAround)])) * LineGain : 0.0;
        const auto sample = int16_t(std::clamp(std::lround(voice + noise(random)), -32124L, 32124L));
        line[i] = Audio::decodeMuLaw(Audio::encodeMuLaw(sample));
    }
    return line;
}

std::vector<int16_t> spokenOnTheLine(const QString &voice, const char *words, unsigned seed)
{
    const auto wave = TextToSpeech::Flite::synthesize(voice, QString::fromLatin1(words) + QLatin1Char('.'),
                                                      TextToSpeech::Pace::Normal);
    return wave.ok() ? onTheLine(TextToSpeech::telephoneVoice(*wave), LineNoiseDbfs, seed) : std::vector<int16_t>();
}

Flow::Transcript decode(SpeechToText::SpeechDecoder &decoder, Flow::Expectation asked,
                        const std::vector<int16_t> &audio, std::optional<SpeechToText::CepstralMean> &mean)
{
    if (!decoder.begin(asked, mean))
        return {};
    for (size_t begin = 0; begin < audio.size(); begin += Piece)
        decoder.process(std::span(audio).subspan(begin, std::min(Piece, audio.size() - begin)));
    Flow::Transcript transcript = decoder.end();
    mean = decoder.mean();
    return transcript;
}

} // namespace Frontdesk::Benchmarks
