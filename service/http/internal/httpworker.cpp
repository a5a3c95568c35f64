#include "service/http/internal/httpworker.h"

#include "service/sockets/websocket.h"
#include "shared/core/log.h"

#include <QSslSocket>

namespace Frontdesk::Http {

HttpWorker::HttpWorker(std::shared_ptr<const Router> router, const HttpLimits &limits,
                       std::optional<QSslConfiguration> tls)
    : m_context(std::make_shared<ConnectionContext>(
          ConnectionContext{std::move(router), limits, std::make_shared<Mailbox>(this)}))
    , m_tls(std::move(tls))
{}

HttpWorker::~HttpWorker()
{
    m_context->mailbox->close();
    for (QObject *socket : m_webSockets.keys()) {
        socket->disconnect(this);
    }
}

void HttpWorker::accept(qintptr descriptor, std::shared_ptr<ConnectionSlot> slot)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_tls) {
        auto tlsSocket = std::make_unique<QSslSocket>();
        tlsSocket->setSslConfiguration(*m_tls);
        socket = std::move(tlsSocket);
    } else {
        socket = std::make_unique<QTcpSocket>();
    }
    if (!socket->setSocketDescriptor(descriptor)) {
        qCWarning(Log::http) << "an accepted connection could not be used:" << socket->error();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const bool admitted = slot->claimAddress(socket->peerAddress());
    auto *connection = new HttpConnection(std::move(socket), std::move(slot), m_context, this);
    m_connections.insert(connection);
    connect(connection, &HttpConnection::upgraded, this, &HttpWorker::onUpgraded);
    connect(connection, &HttpConnection::finished, this, [this, connection] { forget(connection); });
    if (m_draining) {
        connection->closeWhenIdle();
        return;
    }
    connection->start();
    if (!admitted) {
        connection->refuse(503, QStringLiteral("There are too many connections from this address."));
    }
}

void HttpWorker::forget(HttpConnection *connection)
{
    if (m_connections.remove(connection)) {
        connection->deleteLater();
        reportIfDrained();
    }
}

void HttpWorker::onUpgraded(Sockets::WebSocket *socket, std::shared_ptr<ConnectionSlot> slot)
{
    m_webSockets.insert(socket, std::move(slot));
    connect(socket, &Sockets::WebSocket::closed, this, [this, socket] { forgetWebSocket(socket); });
    connect(socket, &QObject::destroyed, this, &HttpWorker::forgetWebSocket);
}

void HttpWorker::forgetWebSocket(QObject *socket)
{
    if (m_webSockets.remove(socket)) {
        reportIfDrained();
    }
}

void HttpWorker::drain()
{
    m_draining = true;
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        connection->closeWhenIdle();
    }
    reportIfDrained();
}

void HttpWorker::closeAll()
{
    m_draining = true;
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        forget(connection);
    }
    const auto sockets = m_webSockets.keys();
    for (QObject *socket : sockets) {
        qobject_cast<Sockets::WebSocket *>(socket)->close(Sockets::CloseCode::GoingAway,
                                                          QStringLiteral("the service is stopping"));
    }
    m_webSockets.clear();
    reportIfDrained();
}

void HttpWorker::reportIfDrained()
{
    if (m_draining && !m_reported && m_connections.isEmpty() && m_webSockets.isEmpty()) {
        m_reported = true;
        Q_EMIT drained();
    }
}

} // namespace Frontdesk::Http
