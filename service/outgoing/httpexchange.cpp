#include "service/outgoing/endpoint.h"
#include "service/outgoing/httpclient.h"
#include "service/outgoing/internal/responsereader.h"

#include <QPointer>
#include <QSslSocket>

namespace Frontdesk::Outgoing {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

class HttpExchange::Reader : public ResponseReader {
public:
    using ResponseReader::ResponseReader;
};

HttpExchange::HttpExchange(HttpClient &client, HttpCall call)
    : m_client(client)
    , m_call(std::move(call))
{
    m_deadline = client.scheduler().after(m_call.budgets.total, [this] {
        fail({FaultKind::Timeout, QStringLiteral("%1 did not finish in time.").arg(m_call.vendor), {}});
    });
    m_watch = client.scheduler().after(Milliseconds(0), [this] {
        if (const auto allowed = checkEndpoint(m_call.url); !allowed) {
            fail({FaultKind::Insecure, allowed.error().message, {}});
            return;
        }
        if (!m_call.permit.isGood()) {
            fail(FaultPolicy::noAgreement(m_call.vendor));
            return;
        }
        open(false);
    });
}

HttpExchange::~HttpExchange()
{
    dropSocket();
}

void HttpExchange::dropSocket()
{
    if (m_socket) {
        // We may be inside one of its signals.
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
}

void HttpExchange::open(bool fresh)
{
    dropSocket();
    m_socket = fresh ? nullptr : m_client.takeIdle(m_call.url, m_call.address);
    m_reused = m_socket != nullptr;
    if (!m_socket) {
        m_socket = m_client.connectTo(m_call.url, m_call.address);
    }
    m_sent = false;
    m_reader = std::make_unique<Reader>(m_call.mostBytes);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &HttpExchange::onReadable);
    connect(m_socket.get(), &QSslSocket::disconnected, this, &HttpExchange::onDisconnected);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &HttpExchange::onSocketError);
    const bool encrypted = isEncrypted(m_call.url);
    if (encrypted ? m_socket->isEncrypted() : m_socket->state() == QAbstractSocket::ConnectedState) {
        onConnected();
        return;
    }
    watch(m_call.budgets.connect, "could not be reached in time");
    if (encrypted) {
        connect(m_socket.get(), &QSslSocket::encrypted, this, &HttpExchange::onConnected);
    } else {
        connect(m_socket.get(), &QSslSocket::connected, this, &HttpExchange::onConnected);
    }
}

void HttpExchange::onConnected()
{
    QByteArray head = m_call.method + ' ' + m_call.url.path(QUrl::FullyEncoded).toLatin1();
    if (m_call.url.hasQuery()) {
        head += '?' + m_call.url.query(QUrl::FullyEncoded).toLatin1();
    }
    head += " HTTP/1.1\r\nHost: " + m_call.url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    for (const Header &header : m_call.headers) {
        head += header.name + ": " + header.value + "\r\n";
    }
    if (!m_call.body.isEmpty() || m_call.method == "POST") {
        head += "Content-Length: " + QByteArray::number(m_call.body.size()) + "\r\n";
    }
    m_sent = true;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // Needs a connected socket.
    m_socket->write(head + "\r\n" + m_call.body);
    watch(m_call.budgets.firstUseful, "accepted the request and did not answer it in time");
}

void HttpExchange::watch(Milliseconds patience, const char *forWhat)
{
    m_watch = m_client.scheduler().after(patience, [this, forWhat] {
        fail({FaultKind::Timeout, QStringLiteral("%1 %2.").arg(m_call.vendor, QLatin1String(forWhat)), {}});
    });
}

void HttpExchange::noteUseful()
{
    if (!m_over) {
        m_useful = true;
        watch(m_call.budgets.betweenUseful, "stopped in the middle of its answer");
    }
}

bool HttpExchange::pass(QByteArray bytes)
{
    const QPointer<HttpExchange> alive(this);
    Q_EMIT received(bytes);
    return alive && !m_over;
}

void HttpExchange::onReadable()
{
    const QPointer<HttpExchange> alive(this);
    ResponseReader::Step step = m_reader->feed(m_socket->readAll());
    if (step.broken) {
        fail({FaultKind::WrongAnswer, QStringLiteral("%1 does not speak HTTP.").arg(m_call.vendor), {}});
        return;
    }
    if (step.head) {
        Q_EMIT answered(*step.head);
        if (!alive || m_over) {
            return;
        }
    }
    if (!step.body.isEmpty() && !pass(std::move(step.body))) {
        return;
    }
    if (step.complete) {
        complete();
    }
}

void HttpExchange::onDisconnected()
{
    if (m_over || !m_sent) {
        return;
    }
    if (m_reused && m_reader->untouched()) {
        // The other end closed a connection that had been idle, before it saw our request.
        open(true);
        return;
    }
    ResponseReader::Step step = m_reader->end();
    if (step.broken) {
        fail({FaultKind::Reset, QStringLiteral("%1 broke off in the middle of its answer.").arg(m_call.vendor), {}});
        return;
    }
    if (!step.body.isEmpty() && !pass(std::move(step.body))) {
        return;
    }
    complete();
}

void HttpExchange::onSocketError()
{
    if (m_over || m_socket->error() == QAbstractSocket::RemoteHostClosedError) {
        return; // `disconnected` follows, after what is left to read.
    }
    if (m_socket->error() == QAbstractSocket::SslHandshakeFailedError) {
        fail({FaultKind::Insecure, QStringLiteral("%1 cannot prove who it is.").arg(m_call.vendor), {}});
    } else if (m_sent && m_reused && m_reader->untouched()) {
        open(true);
    } else if (m_sent) {
        fail({FaultKind::Reset, QStringLiteral("%1 broke the connection.").arg(m_call.vendor), {}});
    } else {
        fail({FaultKind::Unreachable, QStringLiteral("%1 cannot be reached.").arg(m_call.vendor), {}});
    }
}

void HttpExchange::complete()
{
    m_over = true;
    m_watch.reset();
    m_deadline.reset();
    m_socket->disconnect(this);
    if (m_reader->keepAlive() && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_client.keepIdle(m_call.url, m_call.address, std::move(m_socket));
    } else {
        dropSocket();
    }
    Q_EMIT finished();
}

void HttpExchange::fail(Fault fault)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_watch.reset();
    m_deadline.reset();
    dropSocket();
    Q_EMIT failed(fault);
}

} // namespace Frontdesk::Outgoing
