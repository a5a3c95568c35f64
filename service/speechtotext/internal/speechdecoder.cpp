#include "service/speechtotext/internal/speechdecoder.h"

#include "service/speechtotext/internal/wordconfidence.h"
#include "shared/core/log.h"

#include <QFile>

#include <algorithm>

extern "C" {
#include <pocketsphinx.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/feat.h>
}

namespace Frontdesk::SpeechToText {

namespace {

constexpr int MillisecondsPerDecoderFrame = 10;
constexpr int SamplesPerMillisecond = 8;

constexpr size_t LevelFrame = 80;       // 10 ms
constexpr double SpeechOverNoise = 4;   // 6 dB
constexpr size_t KeptAround = 800;      // 100 ms
constexpr size_t LongSpeech = 8 * 8000; // By then the mean has become the caller's, and a second pass takes too long.

/// A language model and how much it weighs against the sound, in the three searches of pocketsphinx. Where few answers
/// are likely the sound may say less: a lost fricative made "good" of "yes". A heavy model loses the second of two names.
struct Model {
    const char *name;
    double treeWeight = 6.5;
    double flatWeight = 8.5;
    double bestPathWeight = 9.5;
};
constexpr std::array<Model, 7> Models{Model{"open"},
                                      Model{"number"},
                                      Model{"name", 4.9, 6.4, 7.1},
                                      Model{"date", 8.5, 11, 12.5},
                                      Model{"yesno", 10, 13, 14.5},
                                      Model{"spelling"},
                                      Model{"reason"}};

const char *modelFor(Flow::Expectation expectation)
{
    switch (expectation) {
    case Flow::Expectation::YesNo:
    case Flow::Expectation::AnythingElse:
        return "yesno";
    case Flow::Expectation::PatientName:
    case Flow::Expectation::CallerName:
    case Flow::Expectation::Provider:
        return "name";
    case Flow::Expectation::PhoneNumber:
        return "number";
    case Flow::Expectation::DateTime:
        return "date";
    case Flow::Expectation::Spelling:
        return "spelling";
    case Flow::Expectation::Reason:
        return "reason";
    case Flow::Expectation::Nothing:
    case Flow::Expectation::Request:
    case Flow::Expectation::Relationship:
    case Flow::Expectation::Insurance:
    case Flow::Expectation::Question:
        break;
    }
    return "open";
}

/// Without the number of the pronunciation; empty for silence and noises.
QString plainWord(const char *segment)
{
    QString word = QString::fromUtf8(segment);
    if (word.startsWith(QLatin1Char('<')) || word.startsWith(QLatin1Char('[')))
        return {};
    return word.section(QLatin1Char('('), 0, 0);
}

/// The part between the first and the last sound above the line's noise, with a little around it; empty without sound.
std::span<const int16_t> withoutSilenceAround(std::span<const int16_t> samples)
{
    std::vector<double> powers;
    for (size_t begin = 0; begin + LevelFrame <= samples.size(); begin += LevelFrame) {
        double sum = 1;
        for (const int16_t sample : samples.subspan(begin, LevelFrame))
            sum += double(sample) * sample;
        powers.push_back(sum);
    }
    if (powers.empty())
        return {};
    std::vector<double> sorted = powers;
    const auto quiet = sorted.begin() + std::ptrdiff_t(sorted.size() / 10);
    std::nth_element(sorted.begin(), quiet, sorted.end());
    const auto isSound = [threshold = *quiet * SpeechOverNoise](double power) { return power > threshold; };
    const auto first = std::ranges::find_if(powers, isSound);
    if (first == powers.end())
        return {};
    const auto last = std::find_if(powers.rbegin(), powers.rend(), isSound).base();
    const size_t begin = size_t(first - powers.begin()) * LevelFrame;
    const size_t end = std::min(samples.size(), size_t(last - powers.begin()) * LevelFrame + KeptAround);
    return samples.subspan(begin - std::min(begin, KeptAround), end - (begin - std::min(begin, KeptAround)));
}

Error unavailable(const QString &what)
{
    return Error{ErrorCode::Unavailable, QStringLiteral("The built-in speech recognizer cannot load %1.").arg(what)};
}

} // namespace

void SpeechDecoder::Free::operator()(ps_decoder_s *decoder) const
{
    ps_free(decoder);
}

SpeechDecoder::SpeechDecoder(ps_decoder_s *decoder)
    : m_decoder(decoder)
    , m_startingMean(mean())
{}

SpeechDecoder::~SpeechDecoder() = default;

Result<std::unique_ptr<SpeechDecoder>> SpeechDecoder::load(const QString &speechData)
{
    err_set_logfp(nullptr); // It would write what it hears to standard error.
    const QByteArray folder = QFile::encodeName(speechData);
    const QByteArray acoustic = folder + "/telephone";
    const QByteArray dictionary = folder + "/clinic.dict";
    for (const QByteArray &file : {acoustic + "/feat.params", dictionary}) {
        if (!QFile::exists(QFile::decodeName(file)))
            return unavailable(QFile::decodeName(file));
    }
    // The acoustic model expects a line's hiss; taking it away did harm.
    cmd_ln_t *config =
        cmd_ln_init(nullptr, ps_args(), TRUE, "-hmm", acoustic.constData(), "-dict", dictionary.constData(),
                    "-remove_silence", "no", "-remove_noise", "no", "-logfn", "/dev/null", nullptr);
    if (!config)
        return unavailable(speechData);
    ps_decoder_s *loaded = ps_init(config);
    cmd_ln_free_r(config);
    if (!loaded)
        return unavailable(speechData);
    std::unique_ptr<SpeechDecoder> decoder(new SpeechDecoder(loaded));
    for (const Model &model : Models) {
        cmd_ln_t *weights = ps_get_config(decoder->m_decoder.get()); // Read whenever a model is loaded.
        cmd_ln_set_float_r(weights, "-lw", model.treeWeight);
        cmd_ln_set_float_r(weights, "-fwdflatlw", model.flatWeight);
        cmd_ln_set_float_r(weights, "-bestpathlw", model.bestPathWeight);
        const QString path = speechData + QStringLiteral("/%1.lm.bin").arg(QLatin1String(model.name));
        if (!QFile::exists(path) ||
            ps_set_lm_file(decoder->m_decoder.get(), model.name, QFile::encodeName(path).constData()) != 0)
            return unavailable(path);
    }
    return decoder;
}

void SpeechDecoder::teach(const std::vector<Pronunciation> &words)
{
    std::vector<const Pronunciation *> news;
    for (const Pronunciation &word : words) {
        if (m_taught.contains(word.word))
            continue;
        m_taught.insert(word.word);
        if (char *known = ps_lookup_word(m_decoder.get(), word.word.constData()))
            ckd_free(known);
        else
            news.push_back(&word);
    }
    for (const Pronunciation *word : news) {
        const int isLast = word == news.back() ? TRUE : FALSE; // Only the last rebuilds the search.
        if (ps_add_word(m_decoder.get(), word->word.constData(), word->phones.constData(), isLast) < 0)
            qCWarning(Log::speechToText, "a key term cannot be added to the recognizer");
    }
}

bool SpeechDecoder::begin(Flow::Expectation expectation, const std::optional<CepstralMean> &mean)
{
    if (m_running)
        (void)end();
    if (ps_set_search(m_decoder.get(), modelFor(expectation)) != 0)
        return false;
    CepstralMean start = mean.value_or(m_startingMean);
    cmn_live_set(ps_get_feat(m_decoder.get())->cmn_struct, start.data());
    m_heard.clear();
    m_running = ps_start_stream(m_decoder.get()) == 0 && ps_start_utt(m_decoder.get()) == 0;
    return m_running;
}

void SpeechDecoder::process(std::span<const int16_t> samples)
{
    m_heard.insert(m_heard.end(), samples.begin(), samples.end());
    ps_process_raw(m_decoder.get(), samples.data(), samples.size(), FALSE, FALSE);
}

QString SpeechDecoder::soFar() const
{
    int32 score = 0;
    const char *text = ps_get_hyp(m_decoder.get(), &score);
    return text ? QString::fromUtf8(text) : QString();
}

bool SpeechDecoder::decodeAgain(std::span<const int16_t> samples)
{
    ps_decoder_s *decoder = m_decoder.get();
    // Audio that comes in pieces turns this to a running mean for good, which would still be mostly the starting one.
    ps_get_feat(decoder)->cmn = CMN_BATCH;
    return ps_start_stream(decoder) == 0 && ps_start_utt(decoder) == 0 &&
           ps_process_raw(decoder, samples.data(), samples.size(), FALSE, TRUE) >= 0 && ps_end_utt(decoder) == 0;
}

Flow::Transcript SpeechDecoder::end()
{
    Flow::Transcript transcript;
    transcript.isFinal = true;
    transcript.confidence = 0;
    m_running = false;
    // Silence would draw the mean of a short answer away from its speech.
    const std::span<const int16_t> spoken = withoutSilenceAround(m_heard);
    if (ps_end_utt(m_decoder.get()) != 0 || spoken.empty())
        return transcript;
    const bool again = spoken.size() < LongSpeech;
    if (again && !decodeAgain(spoken))
        return transcript;
    const Milliseconds start{again ? int64_t(spoken.data() - m_heard.data()) / SamplesPerMillisecond : 0};
    QStringList texts;
    for (ps_seg_t *segment = ps_seg_iter(m_decoder.get()); segment; segment = ps_seg_next(segment)) {
        const QString word = plainWord(ps_seg_word(segment));
        if (word.isEmpty())
            continue;
        int first = 0;
        int last = 0;
        ps_seg_frames(segment, &first, &last);
        const int32 logPosterior = ps_seg_prob(segment, nullptr, nullptr, nullptr);
        const double posterior = logmath_exp(ps_get_logmath(m_decoder.get()), logPosterior);
        transcript.words.push_back({word, confidenceFromPosterior(posterior),
                                    start + Milliseconds(first * MillisecondsPerDecoderFrame),
                                    start + Milliseconds((last + 1) * MillisecondsPerDecoderFrame)});
        texts.append(word);
    }
    transcript.text = texts.join(QLatin1Char(' '));
    transcript.confidence = meanConfidence(transcript.words);
    return transcript;
}

CepstralMean SpeechDecoder::mean() const
{
    const cmn_t *cmn = ps_get_feat(m_decoder.get())->cmn_struct;
    return {cmn->cmn_mean, cmn->cmn_mean + cmn->veclen};
}

} // namespace Frontdesk::SpeechToText
