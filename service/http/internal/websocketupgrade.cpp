#include "service/http/internal/websocketupgrade.h"

#include <QSslSocket>
#include <QWebSocket>

namespace Frontdesk::Http {

namespace {

/// A QWebSocket made by handleConnection does not own its connection: without this each one would leak. What it wrote
/// last, its close frame, is handed to the system first.
void tieToWebSocket(QTcpSocket *socket, QWebSocket *webSocket)
{
    socket->setParent(webSocket);
    QObject::connect(webSocket, &QObject::destroyed, socket, [socket] { socket->flush(); });
}

} // namespace

WebSocketUpgrade::WebSocketUpgrade(std::unique_ptr<QTcpSocket> socket, qsizetype headSize, QObject *parent)
    : QObject(parent)
    , m_server(QString(), // The name would be a banner.
               qobject_cast<QSslSocket *>(socket.get()) ? QWebSocketServer::SecureMode
                                                        : QWebSocketServer::NonSecureMode)
    , m_socket(socket.release())
    , m_head(m_socket->peek(headSize))
{
    // Before the server's own slot, so it sees the bytes first.
    connect(m_socket, &QTcpSocket::readyRead, this, &WebSocketUpgrade::keepWhatIsBehindTheHead);
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        QWebSocket *webSocket = m_server.nextPendingConnection();
        webSocket->setParent(nullptr);
        m_isDone = true;
        tieToWebSocket(m_socket, webSocket);
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
    keepWhatIsBehindTheHead();
    m_server.handleConnection(m_socket);
}

void WebSocketUpgrade::keepWhatIsBehindTheHead()
{
    const QByteArray unread = m_socket->peek(m_socket->bytesAvailable());
    if (unread.startsWith(m_head)) { // Else the server has it already; it reports so a little later.
        m_behindHead = unread.sliced(m_head.size());
    }
}

void WebSocketUpgrade::deliverEarlyFrames()
{
    if (!m_socket) {
        return;
    }
    m_socket->setReadBufferSize(0);
    for (qsizetype taken = m_behindHead.size() - m_socket->bytesAvailable(); taken > 0; --taken) {
        m_socket->ungetChar(m_behindHead[taken - 1]);
    }
    if (m_socket->bytesAvailable() > 0) {
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
    }
}

} // namespace Frontdesk::Http
