#include "service/speechtotext/pocketsphinxspeechtotext.h"

#include "service/speechtotext/internal/utterancejob.h"
#include "service/speechtotext/pocketsphinxmodels.h"

#include <algorithm>

namespace Frontdesk::SpeechToText {

/// What a worker may touch of a call: it posts to the recognizer as long as there is one, and learns the line.
class PocketsphinxSpeechToText::Call {
public:
    explicit Call(PocketsphinxSpeechToText *recognizer)
        : m_recognizer(recognizer)
    {}

    template <typename Work>
    void post(Work work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_recognizer)
            QMetaObject::invokeMethod(
                m_recognizer, [recognizer = m_recognizer, work = std::move(work)] { work(*recognizer); },
                Qt::QueuedConnection);
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        m_recognizer = nullptr;
    }

    void learn(const std::optional<CepstralMean> &mean)
    {
        const std::lock_guard lock(m_mutex);
        m_mean = mean;
    }

    std::optional<CepstralMean> mean()
    {
        const std::lock_guard lock(m_mutex);
        return m_mean;
    }

    std::vector<Pronunciation> keyTerms; ///< Only for the call's thread.

private:
    std::mutex m_mutex;
    PocketsphinxSpeechToText *m_recognizer;
    std::optional<CepstralMean> m_mean;
};

PocketsphinxSpeechToText::PocketsphinxSpeechToText(std::shared_ptr<PocketsphinxModels> models, QObject *parent)
    : SpeechToText(parent)
    , m_models(std::move(models))
    , m_call(std::make_shared<Call>(this))
{}

PocketsphinxSpeechToText::~PocketsphinxSpeechToText()
{
    m_call->leave();
    if (m_utterance)
        m_utterance->cancel();
}

void PocketsphinxSpeechToText::start(const RecognitionContext &context)
{
    m_written = 0;
    m_call->learn({});
    m_call->keyTerms = m_models->pronunciationsOf(context.keyTerms);
    if (!context.language.startsWith(QLatin1String("en"))) {
        const Error error{ErrorCode::Refused, QStringLiteral("The built-in speech recognizer knows English only.")};
        m_call->post([error](PocketsphinxSpeechToText &recognizer) { Q_EMIT recognizer.failed(error); });
    }
}

void PocketsphinxSpeechToText::write(Flow::MuLawBytes audio)
{
    keep(audio);
    if (m_utterance)
        m_utterance->append(audio);
}

void PocketsphinxSpeechToText::keep(Flow::MuLawBytes audio)
{
    m_written += audio.size();
    const Flow::MuLawBytes tail = audio.last(std::min(audio.size(), m_ring.size()));
    uint64_t position = m_written - tail.size();
    for (const uint8_t code : tail)
        m_ring[position++ % m_ring.size()] = code;
}

void PocketsphinxSpeechToText::appendKept(UtteranceJob &job, uint64_t fromByte) const
{
    const size_t begin = fromByte % m_ring.size();
    const size_t length = size_t(m_written - fromByte);
    const size_t untilEnd = std::min(length, m_ring.size() - begin);
    job.append(Flow::MuLawBytes(m_ring).subspan(begin, untilEnd));
    job.append(Flow::MuLawBytes(m_ring).first(length - untilEnd));
}

void PocketsphinxSpeechToText::beginUtterance(Milliseconds from)
{
    if (m_utterance)
        finishUtterance();
    const uint64_t oldest = m_written - std::min<uint64_t>(m_written, m_ring.size());
    const uint64_t wanted = uint64_t(std::max<int64_t>(0, from.count())) * Flow::BytesPerMillisecond;
    const uint64_t fromByte = std::clamp(wanted, oldest, m_written);

    const UtteranceJob::Reports reports{
        .interim =
            [call = m_call](const Flow::Transcript &transcript) {
                call->post(
                    [transcript](PocketsphinxSpeechToText &recognizer) { Q_EMIT recognizer.interim(transcript); });
            },
        .finished =
            [call = m_call](const Flow::Transcript &transcript, const std::optional<CepstralMean> &mean) {
                call->learn(mean);
                call->post(
                    [transcript](PocketsphinxSpeechToText &recognizer) { Q_EMIT recognizer.finished(transcript); });
            },
        .failed =
            [call = m_call](const Error &error) {
                call->post([error](PocketsphinxSpeechToText &recognizer) { Q_EMIT recognizer.failed(error); });
            }};
    m_utterance =
        std::make_shared<UtteranceJob>(*m_models,
                                       UtteranceJob::Task{m_expectation, m_call->keyTerms, m_call->mean(),
                                                          Milliseconds(int64_t(fromByte / Flow::BytesPerMillisecond))},
                                       reports);
    appendKept(*m_utterance, fromByte);
}

void PocketsphinxSpeechToText::finishUtterance()
{
    if (!m_utterance)
        return;
    m_utterance->finish();
    m_utterance.reset();
}

void PocketsphinxSpeechToText::expect(Flow::Expectation expectation)
{
    m_expectation = expectation;
}

} // namespace Frontdesk::SpeechToText
