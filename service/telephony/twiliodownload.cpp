#include "service/telephony/twiliodownload.h"

#include <QUrlQuery>

namespace Frontdesk::Telephony {

using FaultPolicy::Fault;

namespace {

constexpr int Ok = 200;
constexpr int BadRequest = 400;
constexpr int NotFound = 404;

} // namespace

TwilioDownload::TwilioDownload(Outgoing::HttpCall call, std::shared_ptr<FaultPolicy::Vendor> vendor,
                               std::shared_ptr<Outgoing::HttpClient> client)
    : m_call(std::move(call))
    , m_vendor(std::move(vendor))
    , m_client(std::move(client))
{}

void TwilioDownload::begin()
{
    if (m_vendor->mayTry()) {
        ask(2);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT failed(FaultPolicy::knownToBeAway(QStringLiteral("Twilio"))); }, Qt::QueuedConnection);
}

void TwilioDownload::ask(int channels)
{
    m_channels = channels;
    m_head = {};
    m_attempt.emplace(m_vendor->begin());
    Outgoing::HttpCall call = m_call;
    call.url.setQuery(QUrlQuery{{QStringLiteral("RequestedChannels"), QString::number(channels)}});
    if (m_exchange) {
        m_exchange.release()->deleteLater(); // It is telling us of its end just now.
    }
    m_exchange = m_client->send(std::move(call));
    connect(m_exchange.get(), &Outgoing::HttpExchange::answered, this,
            [this](const Outgoing::HttpHead &head) { m_head = head; });
    connect(m_exchange.get(), &Outgoing::HttpExchange::received, this, [this](const QByteArray &bytes) {
        if (m_head.status == Ok) {
            m_exchange->noteUseful();
            Q_EMIT received(bytes);
        }
    });
    connect(m_exchange.get(), &Outgoing::HttpExchange::finished, this, &TwilioDownload::onFinished);
    connect(m_exchange.get(), &Outgoing::HttpExchange::failed, this, &TwilioDownload::fail);
}

void TwilioDownload::onFinished()
{
    if (m_head.status == Ok) {
        m_attempt->succeeded();
        Q_EMIT finished();
    } else if (m_head.status == BadRequest && m_channels == 2) {
        m_attempt->succeeded(); // It has answered well: this recording has one channel.
        ask(1);
    } else {
        Fault fault = FaultPolicy::faultOfStatus(m_head.status, QStringLiteral("Twilio"), m_head.retryAfter());
        if (m_head.status == NotFound) {
            fault.message = QStringLiteral("Twilio does not have the sound of a recording yet.");
        }
        fail(fault);
    }
}

void TwilioDownload::fail(const Fault &fault)
{
    m_attempt->failed(fault);
    m_attempt.reset();
    Q_EMIT failed(fault);
}

} // namespace Frontdesk::Telephony
