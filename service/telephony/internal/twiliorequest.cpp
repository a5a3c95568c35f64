#include "service/telephony/internal/twiliorequest.h"

#include <QJsonDocument>
#include <QThread>

namespace Frontdesk::Telephony {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

constexpr int MostTries = 3;
/// Twilio names none for its limit of one new call a second.
constexpr Milliseconds UsualWait{1000};
constexpr Milliseconds ShortWait{200};

bool mayHaveHappened(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Reset:
    case FaultKind::Timeout:
    case FaultKind::ServerError:
    case FaultKind::WrongAnswer:
        return true;
    default:
        return false;
    }
}

} // namespace

TwilioRequest::TwilioRequest(Outgoing::HttpCall call, bool harmless, Milliseconds longestWait,
                             std::shared_ptr<FaultPolicy::Vendor> vendor, std::shared_ptr<Outgoing::HttpClient> client,
                             Done done)
    : m_call(std::move(call))
    , m_harmless(harmless)
    , m_longestWait(longestWait)
    , m_vendor(std::move(vendor))
    , m_client(std::move(client))
    , m_done(std::move(done))
{
    connect(QThread::currentThread(), &QThread::finished, this, &QObject::deleteLater);
    if (m_vendor->mayTry()) {
        send();
        return;
    }
    m_next = m_client->scheduler().after(Milliseconds(0), [this] {
        tell({}, {FaultPolicy::knownToBeAway(QStringLiteral("Twilio")), 0, false});
    });
}

void TwilioRequest::send()
{
    ++m_tries;
    m_head = {};
    m_body.clear();
    m_attempt.emplace(m_vendor->begin());
    if (m_exchange) {
        m_exchange.release()->deleteLater(); // It may be telling us of its end just now.
    }
    m_exchange = m_client->send(m_call);
    connect(m_exchange.get(), &Outgoing::HttpExchange::answered, this,
            [this](const Outgoing::HttpHead &head) { m_head = head; });
    connect(m_exchange.get(), &Outgoing::HttpExchange::received, this,
            [this](const QByteArray &bytes) { m_body += bytes; });
    connect(m_exchange.get(), &Outgoing::HttpExchange::finished, this, &TwilioRequest::onFinished);
    connect(m_exchange.get(), &Outgoing::HttpExchange::failed, this, [this](const Fault &fault) {
        onFault({fault, 0, mayHaveHappened(fault.kind)});
    });
}

void TwilioRequest::onFinished()
{
    const QJsonDocument document = QJsonDocument::fromJson(m_body);
    if (m_head.status >= 200 && m_head.status < 300) {
        constexpr int NoContent = 204;
        if (!document.isObject() && m_head.status != NoContent) {
            onFault({{FaultKind::WrongAnswer, QStringLiteral("Twilio sent something that is not JSON."), {}}, 0, true});
            return;
        }
        m_attempt->succeeded();
        tell(document.object(), {});
        return;
    }
    TwilioFailure failure{FaultPolicy::faultOfStatus(m_head.status, QStringLiteral("Twilio"), m_head.retryAfter()),
                          document.object().value(QLatin1String("code")).toInt(), false};
    failure.mayHaveHappened = mayHaveHappened(failure.fault.kind);
    if (failure.code != 0) {
        // Twilio's own words may hold the numbers of the request.
        failure.fault.message += QStringLiteral(" It names error %1.").arg(failure.code);
    }
    onFault(std::move(failure));
}

void TwilioRequest::onFault(TwilioFailure failure)
{
    m_attempt->failed(failure.fault);
    m_attempt.reset();
    if (const auto wait = waitBeforeRepeating(failure)) {
        m_next = m_client->scheduler().after(*wait, [this] { send(); });
        return;
    }
    tell({}, failure);
}

std::optional<Milliseconds> TwilioRequest::waitBeforeRepeating(const TwilioFailure &failure) const
{
    const FaultKind kind = failure.fault.kind;
    if (m_tries >= MostTries || kind == FaultKind::Unauthorized || kind == FaultKind::OutOfCredit ||
        kind == FaultKind::Rejected || kind == FaultKind::Insecure || (failure.mayHaveHappened && !m_harmless)) {
        return {};
    }
    if (kind == FaultKind::RateLimited) {
        const Milliseconds wait = std::max(failure.fault.retryAfter, UsualWait);
        return wait <= m_longestWait ? std::optional(wait) : std::nullopt;
    }
    return ShortWait * m_tries;
}

void TwilioRequest::tell(const std::optional<QJsonObject> &answer, const TwilioFailure &failure)
{
    deleteLater();
    std::exchange(m_done, {})(answer, failure);
}

} // namespace Frontdesk::Telephony
