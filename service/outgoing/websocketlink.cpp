#include "service/outgoing/websocketlink.h"

#include "service/outgoing/endpoint.h"
#include "service/sockets/websocketopening.h"
#include "shared/core/deletesoon.h"

#include <QThread>
#include <QTimer>

namespace Frontdesk::Outgoing {

using FaultPolicy::Fault;
using FaultPolicy::FaultKind;
using Sockets::OpeningFault;
using Sockets::WebSocket;
using Sockets::WebSocketOpening;

WebSocketLink::WebSocketLink(LinkCall call, Scheduler &scheduler, const QSslConfiguration &tls)
    : m_call(std::move(call))
    , m_scheduler(scheduler)
{
    m_watch = scheduler.after(Milliseconds(0), [this, tls] { open(tls); });
}

WebSocketLink::~WebSocketLink()
{
    dropAll();
}

/// We may be inside one of their signals.
void WebSocketLink::dropAll()
{
    if (m_opening) {
        m_opening->disconnect(this);
        deleteSoon(std::move(m_opening));
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        deleteSoon(std::move(m_socket));
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
    std::vector<Sockets::UpgradeHeader> headers;
    for (const Header &header : m_call.headers) {
        headers.push_back({header.name, header.value});
    }
    m_opening = std::make_unique<WebSocketOpening>(m_call.url, std::move(headers), tls);
    connect(m_opening.get(), &WebSocketOpening::opened, this, &WebSocketLink::onOpened);
    connect(m_opening.get(), &WebSocketOpening::failed, this, &WebSocketLink::onFault);
}

void WebSocketLink::onOpened()
{
    m_watch.reset();
    m_socket = m_opening->take();
    deleteSoon(std::move(m_opening));
    connect(m_socket.get(), &WebSocket::textReceived, this, &WebSocketLink::textReceived);
    connect(m_socket.get(), &WebSocket::closed, this, [this] {
        m_open = false;
        m_over = true;
        Q_EMIT closed(m_socket->closeCode(), m_socket->closeReason());
    });
    m_open = true;
    Q_EMIT opened();
}

void WebSocketLink::onFault(const OpeningFault &fault)
{
    switch (fault.kind) {
    case OpeningFault::Kind::Refused:
        fail(FaultPolicy::faultOfStatus(fault.status, m_call.vendor));
        break;
    case OpeningFault::Kind::Untrusted:
        fail({FaultKind::Insecure, QStringLiteral("%1 cannot prove who it is.").arg(m_call.vendor), {}});
        break;
    case OpeningFault::Kind::Unreachable:
    case OpeningFault::Kind::NoWebSocket:
        fail({FaultKind::Unreachable, QStringLiteral("%1 cannot be reached.").arg(m_call.vendor), {}});
        break;
    }
}

void WebSocketLink::fail(Fault fault)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_watch.reset();
    dropAll();
    Q_EMIT failed(fault);
}

void WebSocketLink::sendText(QByteArrayView utf8)
{
    if (m_open) {
        m_socket->sendText(utf8);
    }
}

void WebSocketLink::sendBinary(QByteArrayView bytes)
{
    if (m_open && !bytes.isEmpty()) {
        m_socket->sendBinary(bytes);
    }
}

qint64 WebSocketLink::backlogBytes() const
{
    return m_socket ? m_socket->backlogBytes() : 0;
}

void WebSocketLink::leave(QByteArrayView lastWords, Milliseconds patience)
{
    if (!m_open) {
        return;
    }
    m_open = false;
    m_over = true;
    WebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->sendText(lastWords);
    connect(socket, &WebSocket::closed, socket, &QObject::deleteLater);
    connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
    QTimer::singleShot(patience, socket, &WebSocket::abort);
}

} // namespace Frontdesk::Outgoing
