#include "service/speechtotext/providers/openaispeechtotext.h"

#include "service/outgoing/endpoint.h"
#include "service/speechtotext/internal/transcripts.h"
#include "service/speechtotext/providers/openaitranscript.h"
#include "shared/core/log.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Frontdesk::SpeechToText {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

constexpr Milliseconds LongestKept{45'000};
/// An utterance may begin this far before it was noticed.
constexpr Milliseconds PreRoll{3000};
constexpr Milliseconds LeadIn{200};
/// Fewer, larger messages: system calls are the main cost.
constexpr qint64 MessageBytes = 100 * static_cast<qint64>(Flow::BytesPerMillisecond);
constexpr qint64 LargestMessageBytes = 8000;
/// The vendor refuses to commit less.
constexpr qint64 ShortestCommitBytes = 100 * static_cast<qint64>(Flow::BytesPerMillisecond);
constexpr int MostFaultsInRow = 3;

} // namespace

OpenAiSpeechToText::OpenAiSpeechToText(OpenAiEarsSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                                       Scheduler &scheduler, QObject *parent)
    : SpeechToText(parent)
    , m_settings(std::move(settings))
    , m_vendor(std::move(vendor))
    , m_scheduler(scheduler)
    , m_audio(KeptAudio::bytesOf(LongestKept))
{}

OpenAiSpeechToText::~OpenAiSpeechToText() = default;

void OpenAiSpeechToText::start(const RecognitionContext &context)
{
    m_context = context;
}

void OpenAiSpeechToText::expect(Flow::Expectation) {}

void OpenAiSpeechToText::write(Flow::MuLawBytes audio)
{
    if (m_gone || audio.empty()) {
        return;
    }
    m_audio.append(audio);
    if (!m_link) {
        connectNow();
    }
    if (!m_utterance) {
        m_audio.dropBefore(m_audio.end() - KeptAudio::bytesOf(PreRoll));
    } else if (m_utterance->end < 0 && m_audio.end() - m_utterance->sent >= MessageBytes) {
        sendPending();
    }
}

void OpenAiSpeechToText::connectNow()
{
    m_attempt.emplace(m_vendor->begin());
    m_commits = 0;
    std::vector<Outgoing::Header> headers;
    if (!m_settings.key.isEmpty()) {
        headers.push_back({"Authorization", "Bearer " + m_settings.key});
    }
    m_link = std::make_unique<Outgoing::WebSocketLink>(
        Outgoing::LinkCall{QStringLiteral("OpenAI's recognizer"), m_settings.permit,
                           openAiTranscriptionUrl(m_settings.url), std::move(headers), m_settings.connect},
        m_scheduler);
    connect(m_link.get(), &Outgoing::WebSocketLink::opened, this, &OpenAiSpeechToText::onOpened);
    connect(m_link.get(), &Outgoing::WebSocketLink::textReceived, this, &OpenAiSpeechToText::onText);
    connect(m_link.get(), &Outgoing::WebSocketLink::closed, this, [this](int code) {
        onFault({FaultKind::Reset, QStringLiteral("OpenAI closed the stream (code %1).").arg(code), {}});
    });
    connect(m_link.get(), &Outgoing::WebSocketLink::failed, this, &OpenAiSpeechToText::onFault);
}

void OpenAiSpeechToText::onOpened()
{
    m_link->sendText(openAiTranscriptionSession(m_settings.model, m_context));
    m_greetingWatch = m_scheduler.after(m_settings.greeting, [this] {
        onFault({FaultKind::Timeout, QStringLiteral("OpenAI's recognizer does not answer."), {}});
    });
    if (m_utterance) {
        m_utterance->sent = m_utterance->begin;
        m_utterance->item.clear();
        sendPending();
    }
}

void OpenAiSpeechToText::beginUtterance(Milliseconds from)
{
    const qint64 begin = std::max(m_audio.begin(), KeptAudio::bytesOf(std::max(Milliseconds(0), from - LeadIn)));
    m_utterance = Utterance{begin, -1, begin, {}};
    m_soFar.clear();
    m_finalizeWatch.reset();
}

void OpenAiSpeechToText::finishUtterance()
{
    if (!m_utterance) {
        return;
    }
    m_utterance->end = m_audio.end();
    if (m_gone) {
        return; // Whoever asks has been told.
    }
    m_finalizeWatch = m_scheduler.after(m_settings.finalize, [this] {
        giveUp({FaultKind::Timeout, QStringLiteral("OpenAI did not give the words in time."), {}});
    });
    sendPending();
}

void OpenAiSpeechToText::sendPending()
{
    if (!m_link || !m_link->isOpen()) {
        return;
    }
    Utterance &utterance = *m_utterance;
    const qint64 end = utterance.end < 0 ? m_audio.end() : utterance.end;
    while (utterance.sent < end) {
        const Flow::MuLawBytes piece =
            m_audio.view(utterance.sent, std::min(end, utterance.sent + LargestMessageBytes));
        append(piece);
        utterance.sent += static_cast<qint64>(piece.size());
    }
    if (utterance.end < 0) {
        return;
    }
    if (const qint64 missing = ShortestCommitBytes - (end - utterance.begin); missing > 0) {
        const std::vector<uint8_t> silence(static_cast<size_t>(missing), Flow::MuLawSilence);
        append(silence);
    }
    m_link->sendText("{\"type\":\"input_audio_buffer.commit\"}");
    ++m_commits;
}

void OpenAiSpeechToText::append(Flow::MuLawBytes audio)
{
    const auto size = static_cast<qsizetype>(audio.size());
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(audio.data()), size);
    m_link->sendText("{\"type\":\"input_audio_buffer.append\",\"audio\":\"" + bytes.toBase64() + "\"}");
    if (m_settings.meter) {
        m_settings.meter->add(m_vendor->name(), UsageUnit::RecognizedMilliseconds, KeptAudio::timeOf(size).count());
    }
}

void OpenAiSpeechToText::onText(QByteArrayView message)
{
    const QJsonObject event = QJsonDocument::fromJson(QByteArray::fromRawData(message.data(), message.size())).object();
    const QString type = event.value(QLatin1String("type")).toString();
    const QString item = event.value(QLatin1String("item_id")).toString();
    if (type.isEmpty()) {
        onFault({FaultKind::WrongAnswer, QStringLiteral("OpenAI's recognizer sent something that is not JSON."), {}});
    } else if (type == QLatin1String("session.created") || type == QLatin1String("session.updated")) {
        m_greetingWatch.reset();
        if (m_attempt) {
            m_attempt->succeeded();
            m_attempt.reset();
        }
    } else if (type == QLatin1String("input_audio_buffer.committed")) {
        if (--m_commits == 0 && m_utterance && m_utterance->end >= 0) {
            m_utterance->item = item;
        }
    } else if (type == QLatin1String("conversation.item.input_audio_transcription.delta")) {
        onDelta(item, event.value(QLatin1String("delta")).toString());
    } else if (type == QLatin1String("conversation.item.input_audio_transcription.completed")) {
        onCompleted(event);
    } else if (type == QLatin1String("conversation.item.input_audio_transcription.failed") ||
               type == QLatin1String("error")) {
        onError(event.value(QLatin1String("error")).toObject());
    }
}

void OpenAiSpeechToText::onDelta(const QString &item, const QString &delta)
{
    if (!m_utterance || m_utterance->end >= 0) {
        return; // The whole text follows at once.
    }
    if (item != m_deltaItem) {
        m_deltaItem = item;
        m_soFar.clear();
    }
    m_soFar += delta;
    Q_EMIT interim(transcriptOf(
        openAiWords(m_soFar, {}, KeptAudio::timeOf(m_utterance->begin), KeptAudio::timeOf(m_audio.end())), false));
}

void OpenAiSpeechToText::onCompleted(const QJsonObject &event)
{
    if (!m_utterance || m_utterance->item.isEmpty() ||
        m_utterance->item != event.value(QLatin1String("item_id")).toString()) {
        return; // Of an utterance that was given up.
    }
    m_faultsInRow = 0;
    finish(openAiWords(event.value(QLatin1String("transcript")).toString(),
                       event.value(QLatin1String("logprobs")).toArray(), KeptAudio::timeOf(m_utterance->begin),
                       KeptAudio::timeOf(m_utterance->end)));
}

void OpenAiSpeechToText::finish(std::vector<SpokenWord> words)
{
    m_finalizeWatch.reset();
    m_audio.dropBefore(m_utterance->end);
    m_utterance.reset();
    Q_EMIT finished(transcriptOf(std::move(words), true));
}

void OpenAiSpeechToText::onError(const QJsonObject &error)
{
    const QString code = error.value(QLatin1String("code")).toString();
    if (code == QLatin1String("input_audio_buffer_commit_empty")) {
        if (m_utterance && m_utterance->end >= 0) {
            finish({});
        }
        return;
    }
    const FaultKind kind = code == QLatin1String("invalid_api_key")       ? FaultKind::Unauthorized
                           : code == QLatin1String("insufficient_quota")  ? FaultKind::OutOfCredit
                           : code == QLatin1String("rate_limit_exceeded") ? FaultKind::RateLimited
                           : error.value(QLatin1String("type")) == QLatin1String("invalid_request_error")
                               ? FaultKind::Rejected
                               : FaultKind::ServerError;
    onFault({kind, QStringLiteral("OpenAI's recognizer answered with an error."), {}});
}

void OpenAiSpeechToText::onFault(const Fault &fault)
{
    if (m_gone) {
        return;
    }
    m_greetingWatch.reset();
    FaultPolicy::Vendor::Attempt attempt = m_attempt ? std::move(*m_attempt) : m_vendor->begin();
    m_attempt.reset();
    attempt.failed(fault);
    dropLink();
    if (!mayPass(fault.kind) || ++m_faultsInRow >= MostFaultsInRow || !m_vendor->mayTry()) {
        giveUp(fault);
        return;
    }
    qCInfo(Log::speechToText).noquote() << "connecting to OpenAI again:" << fault.message;
    connectNow();
}

void OpenAiSpeechToText::dropLink()
{
    if (m_link) {
        m_link->disconnect(this);
        m_link.release()->deleteLater(); // It may be telling us something just now.
    }
}

void OpenAiSpeechToText::giveUp(const Fault &fault)
{
    if (std::exchange(m_gone, true)) {
        return;
    }
    m_greetingWatch.reset();
    m_finalizeWatch.reset();
    if (m_attempt) {
        m_attempt->failed(fault);
        m_attempt.reset();
    }
    dropLink();
    Q_EMIT failed(fault.toError());
}

} // namespace Frontdesk::SpeechToText
