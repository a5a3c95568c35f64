#pragma once

#include <QPointer>
#include <QTcpSocket>
#include <QWebSocketServer>

#include <memory>

namespace Frontdesk::Http {

/// Turns one connection into a WebSocket, on the thread that owns it. One server object per upgrade, so that there is
/// never a question which socket belongs to which request.
class WebSocketUpgrade final : public QObject {
    Q_OBJECT

public:
    /// The whole head of the upgrade must still be unread in the socket.
    WebSocketUpgrade(std::unique_ptr<QTcpSocket> socket, QObject *parent);
    ~WebSocketUpgrade() override;

    void start();

    /// Frames that came together with the head lie in the socket unannounced: QWebSocket (6.4) reads only on the next
    /// readyRead. To be called once somebody listens.
    void deliverEarlyFrames();

Q_SIGNALS:
    /// The receiver owns the socket.
    void done(QWebSocket *socket);
    void failed();

private:
    QWebSocketServer m_server;
    QPointer<QTcpSocket> m_socket;
    bool m_isDone = false;
};

} // namespace Frontdesk::Http
