#include "service/outgoing/httpclient.h"

#include "service/outgoing/endpoint.h"

#include <QSslSocket>

#include <algorithm>

namespace Frontdesk::Outgoing {

namespace {

constexpr size_t MostIdle = 8;
/// Vendors close idle connections after about a minute; ours go first.
constexpr Milliseconds LongestIdle{45'000};

QString placeOf(const QUrl &url, const QHostAddress &address = {})
{
    return QStringLiteral("%1://%2:%3 %4").arg(url.scheme(), url.host()).arg(portOf(url)).arg(address.toString());
}

} // namespace

QByteArray HttpHead::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header &header) {
        return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

Milliseconds HttpHead::retryAfter() const
{
    bool isNumber = false;
    if (const double exact = header("retry-after-ms").toDouble(&isNumber); isNumber && exact > 0) {
        return Milliseconds(static_cast<qint64>(exact));
    }
    const double seconds = header("retry-after").toDouble(&isNumber);
    return isNumber && seconds > 0 ? Milliseconds(static_cast<qint64>(seconds * 1000)) : Milliseconds(0);
}

HttpClient::HttpClient(Scheduler &scheduler, QSslConfiguration tls)
    : m_scheduler(scheduler)
    , m_tls(std::move(tls))
{}

HttpClient::~HttpClient() = default;

QSslConfiguration HttpClient::defaultTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

std::unique_ptr<HttpExchange> HttpClient::send(HttpCall call)
{
    return std::make_unique<HttpExchange>(*this, std::move(call));
}

void HttpClient::warm(const QUrl &url)
{
    auto &idle = m_idle[placeOf(url)];
    dropOldIdle(idle);
    if (idle.empty() && checkEndpoint(url)) {
        idle.push_back({connectTo(url), m_scheduler.now()});
    }
}

std::unique_ptr<QSslSocket> HttpClient::takeIdle(const QUrl &url, const QHostAddress &address)
{
    auto &idle = m_idle[placeOf(url, address)];
    dropOldIdle(idle);
    if (idle.empty()) {
        return nullptr;
    }
    auto socket = std::move(idle.back().socket);
    idle.pop_back();
    return socket;
}

std::unique_ptr<QSslSocket> HttpClient::connectTo(const QUrl &url, const QHostAddress &address)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(m_tls);
    const QString host = address.isNull() ? url.host() : address.toString();
    if (isEncrypted(url)) {
        socket->connectToHostEncrypted(host, portOf(url), url.host()); // Whoever answers must be the url's host.
    } else {
        socket->connectToHost(host, portOf(url));
    }
    return socket;
}

void HttpClient::keepIdle(const QUrl &url, const QHostAddress &address, std::unique_ptr<QSslSocket> socket)
{
    auto &idle = m_idle[placeOf(url, address)];
    dropOldIdle(idle);
    if (idle.size() < MostIdle) {
        idle.push_back({std::move(socket), m_scheduler.now()});
    } else {
        socket.release()->deleteLater();
    }
}

void HttpClient::dropOldIdle(std::vector<Idle> &idle) const
{
    std::erase_if(idle, [&](const Idle &entry) {
        const auto state = entry.socket->state();
        return state == QAbstractSocket::UnconnectedState || state == QAbstractSocket::ClosingState ||
               m_scheduler.now() - entry.since > LongestIdle;
    });
}

} // namespace Frontdesk::Outgoing
