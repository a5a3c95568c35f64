#include "service/texttospeech/providers/elevenlabstexttospeech.h"

#include "service/outgoing/endpoint.h"
#include "service/texttospeech/spokenform.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Frontdesk::TextToSpeech {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

constexpr qsizetype MostComplaintBytes = 4096;
/// A failure this quick may be tried once more before the caller notices.
constexpr Milliseconds QuickFailure{300};
constexpr double SlowSpeed = 0.85;

QString vendorName()
{
    return QStringLiteral("ElevenLabs");
}

/// Fast models do not read numbers and times well; ours are written out as words first.
QString speakable(const SpeechText &text)
{
    if (text.language != QLatin1String("en")) {
        return text.text.simplified();
    }
    return spokenSentences(spokenForm(text.text)).join(QLatin1Char(' '));
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// An empty account is told as 401 by older parts of the vendor's house.
Fault complaintFault(int status, const QByteArray &complaint, Milliseconds retryAfter)
{
    Fault fault = FaultPolicy::faultOfStatus(status, vendorName(), retryAfter);
    if (complaint.contains("quota_exceeded") || complaint.contains("insufficient_credits")) {
        fault.kind = FaultKind::OutOfCredit;
        fault.message = QStringLiteral("ElevenLabs says that the account has no credit left.");
    }
    return fault;
}

} // namespace

ElevenLabsTextToSpeech::ElevenLabsTextToSpeech(ElevenLabsSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                                               std::shared_ptr<Outgoing::HttpClient> client, QObject *parent)
    : TextToSpeech(parent)
    , m_settings(std::move(settings))
    , m_vendor(std::move(vendor))
    , m_client(std::move(client))
{
    m_client->warm(m_settings.url);
}

ElevenLabsTextToSpeech::~ElevenLabsTextToSpeech() = default;

void ElevenLabsTextToSpeech::speak(quint64 ticket, const SpeechText &text)
{
    cancel(ticket);
    m_speeches[ticket].text = text;
    m_waiting.push_back(ticket);
    startWaiting();
}

void ElevenLabsTextToSpeech::cancel(quint64 ticket)
{
    std::erase(m_waiting, ticket);
    if (m_speeches.erase(ticket) > 0) {
        startWaiting();
    }
}

void ElevenLabsTextToSpeech::startWaiting()
{
    // On the next turn of the loop: a failure at once would come from within `speak`.
    m_soon = m_client->scheduler().after(Milliseconds(0), [this] {
        while (!m_waiting.empty() && m_speeches.size() - m_waiting.size() < m_settings.mostAtOnce) {
            const quint64 ticket = m_waiting.front();
            m_waiting.pop_front();
            start(ticket, m_speeches.at(ticket));
        }
    });
}

void ElevenLabsTextToSpeech::start(quint64 ticket, Speech &speech)
{
    if (!hasLetters(speech.text.text)) {
        onFault(ticket, {FaultKind::Rejected, QStringLiteral("There was nothing to say in the text."), {}});
        return;
    }
    speech.begun = m_client->scheduler().now();
    speech.attempt.emplace(m_vendor->begin());
    speech.exchange = m_client->send(request(speech.text));
    Outgoing::HttpExchange *exchange = speech.exchange.get();
    connect(exchange, &Outgoing::HttpExchange::answered, this,
            [this, ticket](const Outgoing::HttpHead &head) { onAnswered(ticket, head); });
    connect(exchange, &Outgoing::HttpExchange::received, this,
            [this, ticket](const QByteArray &bytes) { onReceived(ticket, bytes); });
    connect(exchange, &Outgoing::HttpExchange::finished, this, [this, ticket] { onFinished(ticket); });
    connect(exchange, &Outgoing::HttpExchange::failed, this,
            [this, ticket](const Fault &fault) { onFault(ticket, fault); });
}

Outgoing::HttpCall ElevenLabsTextToSpeech::request(const SpeechText &text) const
{
    const QJsonObject voice{{QStringLiteral("stability"), 0.5},
                            {QStringLiteral("similarity_boost"), 0.75},
                            {QStringLiteral("speed"), text.pace == Pace::Slow ? SlowSpeed : 1.0}};
    const QJsonObject body{{QStringLiteral("text"), speakable(text)},
                           {QStringLiteral("model_id"), m_settings.model},
                           {QStringLiteral("language_code"), text.language},
                           {QStringLiteral("voice_settings"), voice}};
    Outgoing::HttpCall call;
    call.vendor = vendorName();
    call.permit = m_settings.permit;
    call.url =
        Outgoing::under(m_settings.url, QStringLiteral("/v1/text-to-speech/%1/stream")
                                            .arg(QString::fromLatin1(QUrl::toPercentEncoding(m_settings.voice))));
    call.url.setQuery(m_settings.zeroRetention ? QStringLiteral("output_format=ulaw_8000&enable_logging=false")
                                               : QStringLiteral("output_format=ulaw_8000"));
    call.headers = {{"xi-api-key", m_settings.key}, {"Content-Type", "application/json"}};
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    call.budgets = m_settings.budgets;
    return call;
}

void ElevenLabsTextToSpeech::onAnswered(quint64 ticket, const Outgoing::HttpHead &head)
{
    Speech &speech = m_speeches.at(ticket);
    const QByteArray type = head.header("content-type");
    speech.status = head.status;
    speech.retryAfter = head.retryAfter();
    // Anything but bare mu-law would be loud noise in the caller's ear.
    speech.good = head.status == 200 && !type.contains("json") && !type.contains("mpeg") && !type.contains("text");
    if (head.status == 200) {
        noteUsage(speech.text, head.header("character-cost"));
    }
}

void ElevenLabsTextToSpeech::noteUsage(const SpeechText &text, const QByteArray &told)
{
    bool isNumber = false;
    const qint64 characters = told.toLongLong(&isNumber);
    if (m_settings.meter) {
        m_settings.meter->add(m_vendor->name(), UsageUnit::Characters, isNumber ? characters : speakable(text).size());
    }
}

void ElevenLabsTextToSpeech::onReceived(quint64 ticket, const QByteArray &bytes)
{
    Speech &speech = m_speeches.at(ticket);
    if (!speech.good) {
        speech.complaint += bytes.left(MostComplaintBytes - speech.complaint.size());
        return;
    }
    speech.exchange->noteUseful();
    if (speech.attempt) {
        speech.attempt->succeeded();
        speech.attempt.reset();
    }
    speech.bytes += bytes.size();
    Q_EMIT audio(ticket, bytes);
}

void ElevenLabsTextToSpeech::onFinished(quint64 ticket)
{
    const Speech &speech = m_speeches.at(ticket);
    if (speech.status != 200) {
        onFault(ticket, complaintFault(speech.status, speech.complaint, speech.retryAfter));
    } else if (speech.bytes == 0) {
        onFault(ticket, {FaultKind::WrongAnswer, QStringLiteral("ElevenLabs answered without any sound."), {}});
    } else {
        m_speeches.at(ticket).exchange.release()->deleteLater(); // It is telling us.
        m_speeches.erase(ticket);
        startWaiting();
        Q_EMIT finished(ticket);
    }
}

void ElevenLabsTextToSpeech::onFault(quint64 ticket, const Fault &fault)
{
    Speech &speech = m_speeches.at(ticket);
    if (speech.exchange) {
        speech.exchange->disconnect(this);
        speech.exchange.release()->deleteLater(); // It is telling us.
        FaultPolicy::Vendor::Attempt attempt =
            speech.attempt ? std::move(*speech.attempt) : FaultPolicy::Vendor::Attempt(m_vendor);
        speech.attempt.reset();
        attempt.failed(fault);
        const bool passing = fault.kind == FaultKind::Reset || fault.kind == FaultKind::Unreachable ||
                             fault.kind == FaultKind::ServerError;
        const bool quick = m_client->scheduler().now() - speech.begun < QuickFailure;
        if (passing && quick && speech.bytes == 0 && !std::exchange(speech.retried, true) && m_vendor->mayTry()) {
            speech.complaint.clear();
            start(ticket, speech);
            return;
        }
    }
    m_speeches.erase(ticket);
    startWaiting();
    Q_EMIT failed(ticket, fault.toError());
}

} // namespace Frontdesk::TextToSpeech
