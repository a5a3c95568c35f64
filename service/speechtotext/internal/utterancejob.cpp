#include "service/speechtotext/internal/utterancejob.h"

#include "service/audio/mulaw.h"
#include "service/speechtotext/pocketsphinxmodels.h"

namespace Frontdesk::SpeechToText {

namespace {

constexpr size_t PieceBytes = 800; // 100 ms: small enough that an interim comes in time and a cancel is quick.
constexpr size_t InterimBytes = size_t(UtteranceJob::InterimEvery.count()) * Flow::BytesPerMillisecond;
constexpr size_t LongestQueueBytes = size_t(UtteranceJob::LongestQueue.count()) * Flow::BytesPerMillisecond;

} // namespace

UtteranceJob::UtteranceJob(PocketsphinxModels &models, Task task, Reports reports)
    : m_models(models)
    , m_task(std::move(task))
    , m_reports(std::move(reports))
    , m_nextInterimAt(InterimBytes)
{}

UtteranceJob::~UtteranceJob() = default;

void UtteranceJob::append(Flow::MuLawBytes audio)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_inbox.finish)
            return;
        if (m_inbox.audio.size() + audio.size() > LongestQueueBytes)
            m_inbox.overflow = true;
        else
            m_inbox.audio.insert(m_inbox.audio.end(), audio.begin(), audio.end());
        if (m_inbox.audio.size() < PieceBytes && !m_inbox.overflow)
            return;
    }
    wake();
}

void UtteranceJob::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_inbox.finish = true;
    }
    wake();
}

void UtteranceJob::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_inbox.cancelled = true;
    }
    wake();
}

void UtteranceJob::wake()
{
    const std::lock_guard lock(m_mutex);
    if (m_scheduled || m_closed)
        return;
    m_scheduled = true;
    m_models.schedule([job = shared_from_this()] { job->run(); });
}

void UtteranceJob::run()
{
    while (readyToDecode() && decodeWhatCame()) {
    }
}

/// Has a decoder, or waits for one, or ends the job.
bool UtteranceJob::readyToDecode()
{
    bool overflow = false;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = m_closed || (m_inbox.cancelled && !m_decoder);
        if (m_closed)
            return false;
        overflow = m_inbox.overflow && !m_inbox.cancelled;
    }
    if (overflow) {
        fail(Error{ErrorCode::Unavailable, QStringLiteral("The built-in speech recognizer cannot keep up.")});
        return false;
    }
    if (m_decoder)
        return true;
    Result<std::unique_ptr<SpeechDecoder>> decoder = m_models.takeDecoder();
    if (!decoder.ok()) {
        fail(decoder.error());
        return false;
    }
    if (!*decoder) {
        {
            const std::lock_guard lock(m_mutex);
            m_scheduled = false;
        }
        m_models.waitForDecoder(shared_from_this());
        return false;
    }
    m_decoder = std::move(decoder.value());
    m_decoder->teach(m_task.keyTerms);
    if (m_decoder->begin(m_task.expectation, m_task.mean))
        return true;
    fail(Error{ErrorCode::Internal, QStringLiteral("The built-in speech recognizer cannot begin an utterance.")});
    return false;
}

/// False when there is nothing more to do for now.
bool UtteranceJob::decodeWhatCame()
{
    bool finish = false;
    {
        const std::lock_guard lock(m_mutex);
        finish = m_inbox.finish;
        m_working.swap(m_inbox.audio);
        m_inbox.audio.clear();
        if (!m_inbox.cancelled && !finish && m_working.empty()) {
            m_scheduled = false;
            return false;
        }
    }
    for (size_t begin = 0; begin < m_working.size(); begin += PieceBytes) {
        if (isCancelled())
            break;
        decode(std::span(m_working).subspan(begin, std::min(PieceBytes, m_working.size() - begin)));
        reportInterim();
    }
    if (isCancelled()) {
        close();
        return false;
    }
    if (finish)
        reportFinal();
    return !finish;
}

bool UtteranceJob::isCancelled()
{
    const std::lock_guard lock(m_mutex);
    return m_inbox.cancelled;
}

void UtteranceJob::decode(std::span<const uint8_t> audio)
{
    m_samples.resize(audio.size());
    Audio::decodeMuLaw(audio, m_samples);
    m_decoder->process(m_samples);
    m_decodedBytes += audio.size();
}

void UtteranceJob::reportInterim()
{
    if (m_decodedBytes < m_nextInterimAt)
        return;
    m_nextInterimAt = m_decodedBytes + InterimBytes;
    Flow::Transcript transcript;
    transcript.text = m_decoder->soFar();
    if (transcript.text.isEmpty() || transcript.text == m_lastInterim)
        return;
    m_lastInterim = transcript.text;
    transcript.start = m_task.start;
    transcript.end = m_task.start + Milliseconds(int64_t(m_decodedBytes / Flow::BytesPerMillisecond));
    m_reports.interim(transcript);
}

void UtteranceJob::reportFinal()
{
    Flow::Transcript transcript = m_decoder->end();
    transcript.start = m_task.start;
    transcript.end = m_task.start + Milliseconds(int64_t(m_decodedBytes / Flow::BytesPerMillisecond));
    for (SpokenWord &word : transcript.words) {
        // The decoder's last frame may reach beyond the audio.
        word.start = std::min(word.start + m_task.start, transcript.end);
        word.end = std::min(word.end + m_task.start, transcript.end);
    }
    const std::optional<CepstralMean> mean = transcript.words.empty() ? m_task.mean : std::optional(m_decoder->mean());
    close();
    m_reports.finished(transcript, mean);
}

void UtteranceJob::fail(const Error &error)
{
    close();
    m_reports.failed(error);
}

void UtteranceJob::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    if (m_decoder)
        m_models.giveBack(std::move(m_decoder));
}

} // namespace Frontdesk::SpeechToText
