#include "service/outgoing/websocketlink.h"

#include "service/outgoing/endpoint.h"

#include <QRegularExpression>
#include <QThread>
#include <QTimer>
#include <QWebSocket>

namespace Frontdesk::Outgoing {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;

namespace {

/// Qt hides the status of a refused upgrade; only its words tell (see the protocol notes on Qt 6.4).
int statusIn(const QString &errorText)
{
    static const QRegularExpression status(QStringLiteral("status code: (\\d{3})"));
    return status.match(errorText).captured(1).toInt();
}

} // namespace

WebSocketLink::WebSocketLink(LinkCall call, Scheduler &scheduler, const QSslConfiguration &tls)
    : m_call(std::move(call))
    , m_scheduler(scheduler)
{
    m_watch = scheduler.after(Milliseconds(0), [this, tls] { open(tls); });
}

WebSocketLink::~WebSocketLink()
{
    if (m_socket) {
        // We may be inside one of its signals.
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
}

void WebSocketLink::open(const QSslConfiguration &tls)
{
    if (const auto allowed = checkEndpoint(m_call.url); !allowed) {
        fail({FaultKind::Insecure, allowed.error().message, {}});
        return;
    }
    if (!m_call.permit.isGood()) {
        fail(FaultPolicy::noAgreement(m_call.vendor));
        return;
    }
    m_watch = m_scheduler.after(m_call.connect, [this] {
        fail({FaultKind::Timeout, QStringLiteral("%1 could not be reached in time.").arg(m_call.vendor), {}});
    });
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setSslConfiguration(tls);
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_watch.reset();
        m_open = true;
        Q_EMIT opened();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WebSocketLink::textReceived);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        if (m_open) {
            m_open = false;
            m_over = true;
            Q_EMIT closed(m_socket->closeCode(), m_socket->closeReason());
        } else {
            fail({FaultKind::Unreachable, QStringLiteral("%1 broke off before it was open.").arg(m_call.vendor), {}});
        }
    });
    connect(m_socket.get(), QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
            &WebSocketLink::onError);
    QNetworkRequest request(m_call.url);
    for (const Header &header : m_call.headers) {
        request.setRawHeader(header.name, header.value);
    }
    m_socket->open(request);
}

void WebSocketLink::onError()
{
    if (m_open) {
        return; // `disconnected` follows.
    }
    if (const int status = statusIn(m_socket->errorString()); status != 0) {
        fail(FaultPolicy::faultOfStatus(status, m_call.vendor));
    } else if (m_socket->error() == QAbstractSocket::SslHandshakeFailedError) {
        fail({FaultKind::Insecure, QStringLiteral("%1 cannot prove who it is.").arg(m_call.vendor), {}});
    } else {
        fail({FaultKind::Unreachable, QStringLiteral("%1 cannot be reached.").arg(m_call.vendor), {}});
    }
}

void WebSocketLink::fail(Fault fault)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_watch.reset();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    Q_EMIT failed(fault);
}

void WebSocketLink::sendText(const QString &message)
{
    if (m_open) {
        m_socket->sendTextMessage(message);
        m_socket->flush(); // Now, not at the event loop's next look at its sockets.
    }
}

void WebSocketLink::sendBinary(const QByteArray &bytes)
{
    if (m_open && !bytes.isEmpty()) {
        m_socket->sendBinaryMessage(bytes);
        m_socket->flush();
    }
}

qint64 WebSocketLink::backlogBytes() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void WebSocketLink::leave(const QString &lastWords, Milliseconds patience)
{
    if (!m_open) {
        return;
    }
    m_open = false;
    m_over = true;
    QWebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->sendTextMessage(lastWords);
    connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
    QTimer::singleShot(patience, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
}

} // namespace Frontdesk::Outgoing
