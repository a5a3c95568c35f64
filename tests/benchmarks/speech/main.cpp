#include "service/flow/audioframe.h"
#include "service/speechtotext/internal/speechdecoder.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "tests/benchmarks/speech/sentences.h"
#include "tests/benchmarks/speech/telephone.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <array>

/// Measures the built-in recognizer with the built-in voices over a telephone line, and prints figures.
///
/// Usage: speech_benchmark [--details] [voice...]. Exit status 1 when a sentence that must be right is not.
using namespace Frontdesk;

namespace {

struct Heard {
    bool exact = false;
    double confidence = 0;
};

struct Score {
    int words = 0;
    int errors = 0;
    int sentences = 0;
    int exact = 0;
    int mustFailed = 0;
    double audioSeconds = 0;
    double decodeSeconds = 0;
    std::vector<Heard> heard;
    std::vector<Heard> wordsHeard;
    std::optional<SpeechToText::CepstralMean> mean;
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

int editDistance(const QStringList &a, const QStringList &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

Score measureVoice(SpeechToText::SpeechDecoder &decoder, const QString &voice, bool biased, bool details)
{
    Score score;
    std::optional<SpeechToText::CepstralMean> mean;
    unsigned seed = 1;
    for (const Benchmarks::Sentence &sentence : Benchmarks::sentences()) {
        const std::vector<int16_t> audio = Benchmarks::spokenOnTheLine(voice, sentence.text, seed++);
        QElapsedTimer timer;
        timer.start();
        const Flow::Transcript transcript =
            Benchmarks::decode(decoder, biased ? sentence.asked : Flow::Expectation::Request, audio, mean);
        score.decodeSeconds += double(timer.nsecsElapsed()) / 1e9;
        score.audioSeconds += double(audio.size()) / Flow::SampleRateHz;
        QString wanted = QString::fromLatin1(sentence.text);
        QString got = transcript.text;
        for (QString *text : {&wanted, &got}) // "oh" is a way to say zero.
            *text =
                QStringLiteral(" %1 ").arg(*text).replace(QLatin1String(" oh "), QLatin1String(" zero ")).simplified();
        const QStringList reference = wanted.split(QLatin1Char(' '));
        const QStringList heard = got.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const int errors = editDistance(reference, heard);
        score.words += int(reference.size());
        score.errors += errors;
        ++score.sentences;
        score.exact += errors == 0 ? 1 : 0;
        score.mustFailed += sentence.mustBeRight && errors > 0 ? 1 : 0;
        score.heard.push_back({errors == 0, transcript.confidence});
        for (const SpokenWord &word : transcript.words)
            score.wordsHeard.push_back({reference.contains(word.text), word.confidence});
        score.mean = mean;
        if (details && errors > 0)
            out() << "  " << voice << (sentence.mustBeRight ? " MUST " : "      ") << wanted << "  ->  " << got << "  ("
                  << QString::number(transcript.confidence, 'f', 2) << ")" << Qt::endl;
    }
    return score;
}

double part(const std::vector<Heard> &heard, bool exact, double threshold)
{
    int all = 0;
    int above = 0;
    for (const Heard &one : heard) {
        if (one.exact != exact)
            continue;
        ++all;
        above += one.confidence >= threshold ? 1 : 0;
    }
    return all == 0 ? 0 : 100.0 * above / all;
}

void printConfidence(const char *what, const std::vector<Heard> &heard)
{
    out() << what << ": right and >= 0.70: " << QString::number(part(heard, true, 0.7), 'f', 0)
          << " %, wrong and >= 0.70: " << QString::number(part(heard, false, 0.7), 'f', 0) << " %\n";
}

/// How often words of about the same confidence were right.
void printReliability(const std::vector<Heard> &words)
{
    constexpr int Steps = 5;
    std::array<int, Steps> all{};
    std::array<int, Steps> right{};
    for (const Heard &word : words) {
        const auto step = size_t(std::min(Steps - 1, int(word.confidence * Steps)));
        ++all[step];
        right[step] += word.exact ? 1 : 0;
    }
    for (size_t step = 0; step < Steps; ++step)
        out() << "words of confidence " << double(step) / Steps << " and more: " << right[step] << " of " << all[step]
              << " right\n";
}

long residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLong() * 4 : 0;
}

void measureGarbage(SpeechToText::SpeechDecoder &decoder)
{
    const std::vector<Flow::Expectation> asked{Flow::Expectation::Request, Flow::Expectation::PhoneNumber,
                                               Flow::Expectation::YesNo, Flow::Expectation::PatientName,
                                               Flow::Expectation::DateTime};
    int believed = 0;
    int withWords = 0;
    int all = 0;
    for (const double level : {-45.0, -35.0, -28.0, -22.0}) {
        for (const Flow::Expectation expectation : asked) {
            std::optional<SpeechToText::CepstralMean> mean;
            const std::vector<int16_t> noise =
                Benchmarks::onTheLine(QByteArray(12000, char(0xFF)), level, unsigned(++all));
            const Flow::Transcript transcript = Benchmarks::decode(decoder, expectation, noise, mean);
            withWords += transcript.words.empty() ? 0 : 1;
            believed += transcript.confidence >= 0.7 ? 1 : 0;
        }
    }
    out() << "noise without speech: " << all << " pieces, " << withWords << " gave words, " << believed
          << " of them with confidence >= 0.70\n";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool details = QCoreApplication::arguments().contains(QStringLiteral("--details"));
    QStringList voices = QCoreApplication::arguments().mid(1);
    voices.removeAll(QStringLiteral("--details"));
    if (voices.isEmpty())
        voices = {QStringLiteral("slt"), QStringLiteral("rms"), QStringLiteral("awb")};
    const SpeechToText::PocketsphinxModels::Settings settings;
    std::vector<std::unique_ptr<SpeechToText::SpeechDecoder>> decoders;
    for (int i = 0; i < 2; ++i) {
        QElapsedTimer timer;
        timer.start();
        const long before = residentKilobytes();
        auto decoder = SpeechToText::SpeechDecoder::load(settings.speechData);
        if (!decoder.ok()) {
            out() << decoder.error().message << "\n";
            return 1;
        }
        decoders.push_back(std::move(decoder.value()));
        out() << "decoder " << i + 1 << ": loaded in " << timer.elapsed() << " ms, "
              << (residentKilobytes() - before) / 1024 << " MB\n";
    }
    int mustFailed = 0;
    std::vector<Heard> heard;
    std::vector<Heard> words;
    const std::vector<bool> modes = details ? std::vector<bool>{true} : std::vector<bool>{true, false};
    for (const bool biased : modes) {
        out() << (biased ? "knowing what was asked:\n" : "always the open model:\n");
        for (const QString &voice : voices) {
            const Score score = measureVoice(*decoders[0], voice, biased, details && biased);
            if (details && score.mean) {
                for (const float value : *score.mean)
                    out() << ' ' << QString::number(double(value), 'f', 2);
                out() << " (spectral mean)\n";
            }
            out() << voice << ": WER " << QString::number(100.0 * score.errors / score.words, 'f', 1) << " %, "
                  << score.exact << " of " << score.sentences << " sentences exact, real-time factor "
                  << QString::number(score.decodeSeconds / score.audioSeconds, 'f', 3) << ", " << score.mustFailed
                  << " that must be right failed\n";
            out().flush();
            if (!biased)
                continue;
            mustFailed += score.mustFailed;
            heard.insert(heard.end(), score.heard.begin(), score.heard.end());
            words.insert(words.end(), score.wordsHeard.begin(), score.wordsHeard.end());
        }
    }
    printConfidence("confidence of sentences", heard);
    printConfidence("confidence of words", words);
    printReliability(words);
    measureGarbage(*decoders[0]);
    return mustFailed == 0 ? 0 : 1;
}
