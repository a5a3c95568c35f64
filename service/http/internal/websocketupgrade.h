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
    /// The whole head of the upgrade, `headSize` bytes, must still be unread in the socket.
    WebSocketUpgrade(std::unique_ptr<QTcpSocket> socket, qsizetype headSize, QObject *parent);
    ~WebSocketUpgrade() override;

    void start();

    /// Frames that came together with the head would be lost: QWebSocketServer (6.4) reads the head through a text
    /// stream, which takes what lies behind it along. This puts them back and announces them. To be called once
    /// somebody listens.
    void deliverEarlyFrames();

Q_SIGNALS:
    /// The receiver owns the socket.
    void done(QWebSocket *socket);
    void failed();

private:
    void keepWhatIsBehindTheHead();

    QWebSocketServer m_server;
    QPointer<QTcpSocket> m_socket;
    QByteArray m_head;
    QByteArray m_behindHead;
    bool m_isDone = false;
};

} // namespace Frontdesk::Http
