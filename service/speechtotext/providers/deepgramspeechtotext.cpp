#include "service/speechtotext/providers/deepgramspeechtotext.h"

#include "service/speechtotext/internal/transcripts.h"
#include "shared/core/log.h"

#include <algorithm>
#include <iterator>

namespace Frontdesk::SpeechToText {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

/// No utterance is longer, and a gap that is will not be repaired by playing it all again.
constexpr Milliseconds LongestKept{45'000};
/// Nobody misses more of a silence that was sent.
constexpr Milliseconds SilenceKept{5'000};
/// Fewer, larger messages: system calls are the main cost.
constexpr qint64 MessageBytes = 80 * static_cast<qint64>(Flow::BytesPerMillisecond);
constexpr qint64 LargestMessageBytes = 8000;
/// Deepgram closes after 10 s without a sign of life.
constexpr Milliseconds KeepAliveEvery{4000};
constexpr Milliseconds GoodbyePatience{5000};
/// Turn-taking has seen at least this much silence before it says that the caller has finished.
constexpr Milliseconds SureSilence{200};
/// Words this long before a detected onset still belong to it.
constexpr Milliseconds OnsetTolerance{300};
/// A result this close to the end holds all words when the final one does not come: silence is what ended the turn.
constexpr Milliseconds CloseEnough{600};
constexpr int MostFaultsInRow = 4;
constexpr int MostFaultsBeforeFirstResult = 2;

} // namespace

DeepgramSpeechToText::DeepgramSpeechToText(DeepgramSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                                           Scheduler &scheduler, QObject *parent)
    : SpeechToText(parent)
    , m_settings(std::move(settings))
    , m_vendor(std::move(vendor))
    , m_scheduler(scheduler)
    , m_audio(KeptAudio::bytesOf(LongestKept))
{}

DeepgramSpeechToText::~DeepgramSpeechToText()
{
    if (m_link) {
        m_link->leave("{\"type\":\"CloseStream\"}", GoodbyePatience);
    }
}

void DeepgramSpeechToText::start(const RecognitionContext &context)
{
    m_context = context;
    m_keepAlive = m_scheduler.after(KeepAliveEvery, [this] { onKeepAliveTime(); });
}

void DeepgramSpeechToText::write(Flow::MuLawBytes audio)
{
    if (m_gone || audio.empty()) {
        return;
    }
    m_audio.append(audio);
    if (!m_utterance && m_interim.empty()) {
        m_audio.dropBefore(std::min(m_sent, m_audio.end() - KeptAudio::bytesOf(SilenceKept)));
    }
    if (!m_link && !m_retry) {
        connectNow(); // Not earlier: a connection without audio is closed after 10 s.
    } else if (m_link && m_link->isOpen()) {
        sendPending(false);
    }
}

void DeepgramSpeechToText::connectNow()
{
    m_retry.reset();
    m_attempt.emplace(m_vendor->begin());
    m_link = std::make_unique<Outgoing::WebSocketLink>(
        Outgoing::LinkCall{QStringLiteral("Deepgram"),
                           m_settings.permit,
                           deepgramStream(m_settings.url, m_settings.model, m_context),
                           {{"Authorization", "Token " + m_settings.key}},
                           m_settings.connect},
        m_scheduler);
    connect(m_link.get(), &Outgoing::WebSocketLink::opened, this, &DeepgramSpeechToText::onOpened);
    connect(m_link.get(), &Outgoing::WebSocketLink::textReceived, this, &DeepgramSpeechToText::onText);
    connect(m_link.get(), &Outgoing::WebSocketLink::closed, this, &DeepgramSpeechToText::onClosed);
    connect(m_link.get(), &Outgoing::WebSocketLink::failed, this, &DeepgramSpeechToText::onFault);
}

void DeepgramSpeechToText::onOpened()
{
    m_linkBegin = m_audio.begin();
    m_sent = m_linkBegin;
    m_interim.clear();
    m_foundPause = false;
    m_heardUpTo = m_linkBegin;
    sendPending(true);
    awaitResults();
    if (m_utterance && m_utterance->end >= 0) {
        sendFinalize();
    }
}

void DeepgramSpeechToText::sendPending(bool all)
{
    while (m_sent < m_audio.end() && (all || m_audio.end() - m_sent >= MessageBytes)) {
        const Flow::MuLawBytes piece = m_audio.view(m_sent, std::min(m_audio.end(), m_sent + LargestMessageBytes));
        m_link->sendBinary(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size())));
        m_sent += static_cast<qint64>(piece.size());
        if (m_settings.meter) {
            m_settings.meter->add(m_vendor->name(), UsageUnit::RecognizedMilliseconds,
                                  KeptAudio::timeOf(static_cast<qint64>(piece.size())).count());
        }
        m_sentSinceTick = true;
    }
}

void DeepgramSpeechToText::onKeepAliveTime()
{
    m_keepAlive = m_scheduler.after(KeepAliveEvery, [this] { onKeepAliveTime(); });
    if (m_link && m_link->isOpen() && !std::exchange(m_sentSinceTick, false)) {
        m_link->sendText("{\"type\":\"KeepAlive\"}");
        awaitResults(); // There is nothing to answer while the line is still.
    }
}

void DeepgramSpeechToText::awaitResults()
{
    m_resultsWatch = m_scheduler.after(m_settings.results, [this] {
        if (m_audio.end() - m_heardUpTo < KeptAudio::bytesOf(m_settings.results) / 2) {
            awaitResults(); // The line is still; so is Deepgram.
            return;
        }
        onFault({FaultKind::Timeout, QStringLiteral("Deepgram takes audio and gives no words."), {}});
    });
}

void DeepgramSpeechToText::beginUtterance(Milliseconds from)
{
    m_utterance = Utterance{from, -1};
    m_foundPause = false;
    if (auto early = wordsOfUtterance(m_settled); !early.empty()) {
        Q_EMIT settled(transcriptOf(std::move(early), true), KeptAudio::timeOf(m_audio.begin()));
    }
}

void DeepgramSpeechToText::finishUtterance()
{
    if (!m_utterance) {
        return;
    }
    m_utterance->end = m_audio.end();
    if (m_gone) {
        return; // Whoever asks has been told.
    }
    m_finalizeWatch = m_scheduler.after(m_settings.finalize, [this] { onFinalizeTime(); });
    if (m_link && m_link->isOpen()) {
        sendPending(true);
        const qint64 sure = m_utterance->end - KeptAudio::bytesOf(SureSilence);
        if (m_interim.empty() && m_audio.begin() >= sure) {
            // On the next turn of the loop: a recognizer answers later, never from within the question.
            m_finalizeWatch = m_scheduler.after(Milliseconds(0), [this] { finishNow(); });
            return;
        }
        sendFinalize();
    }
}

void DeepgramSpeechToText::sendFinalize()
{
    m_link->sendText("{\"type\":\"Finalize\"}");
}

void DeepgramSpeechToText::expect(Flow::Expectation) {}

void DeepgramSpeechToText::onText(QByteArrayView message)
{
    auto read = readDeepgramMessage(message);
    if (!read) {
        onFault({FaultKind::WrongAnswer, read.error().message, {}});
        return;
    }
    if (*read && (*read)->utteranceEnd) {
        onUtteranceEnd((*read)->end);
    } else if (*read) {
        onResults(std::move(**read));
    }
}

/// In a noisy room Deepgram finds no pause, but it sees that no words come.
void DeepgramSpeechToText::onUtteranceEnd(Milliseconds lastWordEnd)
{
    const std::vector<SpokenWord> soFar = wordsSoFar();
    const bool nothingNew = soFar.empty() || soFar.back().end <= lastWordEnd + KeptAudio::timeOf(m_linkBegin);
    if (m_utterance && m_utterance->end < 0 && nothingNew) {
        m_foundPause = true;
        tellSoFar();
    }
}

std::vector<SpokenWord> DeepgramSpeechToText::wordsSoFar() const
{
    std::vector<SpokenWord> soFar = wordsOfUtterance(m_settled);
    const std::vector<SpokenWord> rest = wordsOfUtterance(m_interim);
    soFar.insert(soFar.end(), rest.begin(), rest.end());
    return soFar;
}

void DeepgramSpeechToText::tellSoFar()
{
    Flow::Transcript soFar = transcriptOf(wordsSoFar(), false);
    soFar.heardUntil = KeptAudio::timeOf(m_heardUpTo);
    soFar.foundPause = m_foundPause;
    Q_EMIT interim(soFar);
}

void DeepgramSpeechToText::onResults(DeepgramResults results)
{
    if (m_attempt) {
        m_attempt->succeeded();
        m_attempt.reset();
    }
    m_faultsInRow = 0;
    m_everHeard = true;
    awaitResults();
    const Milliseconds offset = KeptAudio::timeOf(m_linkBegin);
    for (SpokenWord &word : results.words) {
        word.start += offset;
        word.end += offset;
    }
    std::erase_if(results.words, [this](const SpokenWord &word) { return word.end <= m_handedOnUntil; });
    const qint64 end = m_linkBegin + KeptAudio::bytesOf(results.end);
    m_heardUpTo = std::max(m_heardUpTo, end);
    m_foundPause = results.speechFinal || (m_foundPause && results.words.empty());
    if (results.isFinal) {
        m_interim.clear();
        if (m_utterance) {
            Q_EMIT settled(transcriptOf(wordsOfUtterance(results.words), true), KeptAudio::timeOf(end));
        }
        std::move(results.words.begin(), results.words.end(), std::back_inserter(m_settled));
        m_audio.dropBefore(end);
    } else {
        m_interim = std::move(results.words);
    }
    if (!m_utterance) {
        return;
    }
    if (m_utterance->end >= 0) {
        finishIfCovered(results.isFinal && results.fromFinalize);
    } else {
        tellSoFar();
    }
}

void DeepgramSpeechToText::finishIfCovered(bool answered)
{
    const qint64 sure = m_utterance->end - KeptAudio::bytesOf(SureSilence);
    if (answered || (m_interim.empty() && m_audio.begin() >= sure)) {
        finishNow();
    }
}

void DeepgramSpeechToText::onFinalizeTime()
{
    const bool answers = m_link && m_link->isOpen() && !m_attempt;
    if (answers && m_heardUpTo >= m_utterance->end - KeptAudio::bytesOf(CloseEnough)) {
        // Finalize is not always answered; what was heard so far is nearly all.
        std::move(m_interim.begin(), m_interim.end(), std::back_inserter(m_settled));
        m_interim.clear();
        finishNow();
        return;
    }
    giveUp({FaultKind::Timeout, QStringLiteral("Deepgram did not give the last words in time."), {}});
}

void DeepgramSpeechToText::finishNow()
{
    m_finalizeWatch.reset();
    const Flow::Transcript transcript = transcriptOf(wordsOfUtterance(m_settled), true);
    m_handedOnUntil = KeptAudio::timeOf(m_utterance->end);
    m_audio.dropBefore(m_utterance->end);
    m_settled.clear();
    m_utterance.reset();
    Q_EMIT finished(transcript);
}

std::vector<SpokenWord> DeepgramSpeechToText::wordsOfUtterance(const std::vector<SpokenWord> &words) const
{
    std::vector<SpokenWord> mine;
    const Milliseconds from = m_utterance->from - OnsetTolerance;
    std::copy_if(words.begin(), words.end(), std::back_inserter(mine),
                 [&](const SpokenWord &word) { return word.end >= from; });
    return mine;
}

void DeepgramSpeechToText::onClosed(int code, const QString &reason)
{
    if (code == 1008) {
        onFault({FaultKind::Rejected, QStringLiteral("Deepgram cannot decode the audio."), {}});
        return;
    }
    const bool idle = reason.contains(QLatin1String("net0001"), Qt::CaseInsensitive) ||
                      reason.contains(QLatin1String("NET-0001"), Qt::CaseInsensitive);
    onFault({idle ? FaultKind::Timeout : FaultKind::Reset,
             QStringLiteral("Deepgram closed the stream (code %1).").arg(code),
             {}});
}

void DeepgramSpeechToText::onFault(const Fault &fault)
{
    if (m_gone) {
        return;
    }
    m_resultsWatch.reset();
    FaultPolicy::Vendor::Attempt attempt = m_attempt ? std::move(*m_attempt) : m_vendor->begin();
    m_attempt.reset();
    attempt.failed(fault);
    dropLink();
    ++m_faultsInRow;
    const int most = m_everHeard ? MostFaultsInRow : MostFaultsBeforeFirstResult;
    if (!mayPass(fault.kind) || m_faultsInRow >= most || !m_vendor->mayTry()) {
        giveUp(fault);
        return;
    }
    qCInfo(Log::speechToText).noquote() << "connecting to Deepgram again:" << fault.message;
    const Milliseconds pause =
        m_faultsInRow == 1 ? Milliseconds(0) : m_settings.firstPause * (1 << (m_faultsInRow - 2));
    m_retry = m_scheduler.after(pause, [this] { connectNow(); });
}

void DeepgramSpeechToText::dropLink()
{
    if (m_link) {
        m_link->disconnect(this);
        m_link.release()->deleteLater(); // It may be telling us something just now.
    }
}

void DeepgramSpeechToText::giveUp(const Fault &fault)
{
    if (std::exchange(m_gone, true)) {
        return;
    }
    m_retry.reset();
    m_resultsWatch.reset();
    m_finalizeWatch.reset();
    m_keepAlive.reset();
    if (m_attempt) {
        m_attempt->failed(fault);
        m_attempt.reset();
    }
    dropLink();
    Q_EMIT failed(fault.toError());
}

} // namespace Frontdesk::SpeechToText
