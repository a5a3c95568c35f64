#include "service/http/internal/websocketupgrade.h"

#include <QSslSocket>
#include <QWebSocket>

namespace Frontdesk::Http {

WebSocketUpgrade::WebSocketUpgrade(std::unique_ptr<QTcpSocket> socket, QObject *parent)
    : QObject(parent)
    , m_server(QString(), // The name would be a banner.
               qobject_cast<QSslSocket *>(socket.get()) ? QWebSocketServer::SecureMode
                                                        : QWebSocketServer::NonSecureMode)
    , m_socket(socket.release())
{
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        QWebSocket *webSocket = m_server.nextPendingConnection();
        webSocket->setParent(nullptr);
        m_isDone = true;
        Q_EMIT done(webSocket);
    });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (!m_isDone) {
            Q_EMIT failed();
        }
    });
}

WebSocketUpgrade::~WebSocketUpgrade()
{
    if (!m_isDone && m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
}

void WebSocketUpgrade::start()
{
    m_server.handleConnection(m_socket);
}

void WebSocketUpgrade::deliverEarlyFrames()
{
    if (m_socket && m_socket->bytesAvailable() > 0) {
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
    }
}

} // namespace Frontdesk::Http
