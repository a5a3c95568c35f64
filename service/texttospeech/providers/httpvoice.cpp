#include "service/texttospeech/providers/httpvoice.h"

#include <algorithm>

namespace Frontdesk::TextToSpeech {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

constexpr qsizetype MostComplaintBytes = 4096;
/// A failure this quick may be tried once more before the caller notices.
constexpr Milliseconds QuickFailure{300};

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

HttpVoice::HttpVoice(std::unique_ptr<const VoiceDialect> dialect, Manners manners,
                     std::shared_ptr<FaultPolicy::Vendor> vendor, std::shared_ptr<Outgoing::HttpClient> client,
                     QObject *parent)
    : TextToSpeech(parent)
    , m_dialect(std::move(dialect))
    , m_manners(std::move(manners))
    , m_vendor(std::move(vendor))
    , m_client(std::move(client))
{
    m_client->warm(m_manners.url);
}

HttpVoice::~HttpVoice() = default;

void HttpVoice::speak(quint64 ticket, const SpeechText &text)
{
    cancel(ticket);
    m_speeches[ticket].text = text;
    m_waiting.push_back(ticket);
    startWaiting();
}

void HttpVoice::cancel(quint64 ticket)
{
    std::erase(m_waiting, ticket);
    if (m_speeches.erase(ticket) > 0) {
        startWaiting();
    }
}

void HttpVoice::startWaiting()
{
    // On the next turn of the loop: a failure at once would come from within `speak`.
    m_soon = m_client->scheduler().after(Milliseconds(0), [this] {
        while (!m_waiting.empty() && m_speeches.size() - m_waiting.size() < m_manners.mostAtOnce) {
            const quint64 ticket = m_waiting.front();
            m_waiting.pop_front();
            start(ticket, m_speeches.at(ticket));
        }
    });
}

void HttpVoice::start(quint64 ticket, Speech &speech)
{
    if (!hasLetters(speech.text.text)) {
        onFault(ticket, {FaultKind::Rejected, QStringLiteral("There was nothing to say in the text."), {}});
        return;
    }
    speech.begun = m_client->scheduler().now();
    speech.converter = m_dialect->converter();
    speech.attempt.emplace(m_vendor->begin());
    speech.exchange = m_client->send(m_dialect->request(speech.text));
    Outgoing::HttpExchange *exchange = speech.exchange.get();
    connect(exchange, &Outgoing::HttpExchange::answered, this,
            [this, ticket](const Outgoing::HttpHead &head) { onAnswered(ticket, head); });
    connect(exchange, &Outgoing::HttpExchange::received, this,
            [this, ticket](const QByteArray &bytes) { onReceived(ticket, bytes); });
    connect(exchange, &Outgoing::HttpExchange::finished, this, [this, ticket] { onFinished(ticket); });
    connect(exchange, &Outgoing::HttpExchange::failed, this,
            [this, ticket](const Fault &fault) { onFault(ticket, fault); });
}

void HttpVoice::onAnswered(quint64 ticket, const Outgoing::HttpHead &head)
{
    Speech &speech = m_speeches.at(ticket);
    speech.status = head.status;
    speech.retryAfter = head.retryAfter();
    speech.good = head.status == 200 && m_dialect->isSound(head);
    if (head.status == 200) {
        noteUsage(speech.text, head.header("character-cost"));
    }
}

void HttpVoice::noteUsage(const SpeechText &text, const QByteArray &told)
{
    bool isNumber = false;
    const qint64 characters = told.toLongLong(&isNumber);
    if (m_manners.meter) {
        m_manners.meter->add(m_vendor->name(), UsageUnit::Characters,
                             isNumber ? characters : m_dialect->speakable(text).size());
    }
}

void HttpVoice::onReceived(quint64 ticket, const QByteArray &bytes)
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
    const QByteArray muLaw = speech.converter(bytes);
    speech.bytes += muLaw.size();
    if (!muLaw.isEmpty()) {
        Q_EMIT audio(ticket, muLaw);
    }
}

void HttpVoice::onFinished(quint64 ticket)
{
    Speech &speech = m_speeches.at(ticket);
    const QByteArray tail = speech.good ? speech.converter({}) : QByteArray();
    speech.bytes += tail.size();
    if (speech.status != 200) {
        onFault(ticket, m_dialect->complaint(speech.status, speech.complaint, speech.retryAfter));
        return;
    }
    if (speech.bytes == 0) {
        onFault(ticket,
                {FaultKind::WrongAnswer, QStringLiteral("%1 answered without any sound.").arg(m_dialect->name()), {}});
        return;
    }
    if (!tail.isEmpty()) {
        Q_EMIT audio(ticket, tail);
    }
    if (const auto done = m_speeches.find(ticket); done != m_speeches.end()) {
        done->second.exchange.release()->deleteLater(); // It is telling us.
        m_speeches.erase(done);
        startWaiting();
        Q_EMIT finished(ticket);
    }
}

void HttpVoice::onFault(quint64 ticket, const Fault &fault)
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
