#pragma once

#include "service/sockets/closecode.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>
#include <string>

namespace Frontdesk::Sockets {

class MessageFrames;
class Transport;
enum class MessageKind : quint8;
enum class WebSocketEnd : quint8;

/// One open WebSocket, either end. The frames are wslay's; plain sockets of a thread are watched together, so that
/// hundreds of them that carry 50 small messages a second each cost little more than their system calls. Lives on the
/// thread that made it, which must run Qt's event loop.
///
/// May be closed in a slot of its own signals, but not deleted there.
class WebSocket final : public QObject {
    Q_OBJECT

public:
    /// The server's end: the request with this `Sec-WebSocket-Key` has been read from the socket and is answered here.
    [[nodiscard]] static std::unique_ptr<WebSocket> answering(std::unique_ptr<QTcpSocket> socket,
                                                              const QByteArray &key);
    /// The client's end: the server's 101 has been read from the socket.
    [[nodiscard]] static std::unique_ptr<WebSocket> answered(std::unique_ptr<QTcpSocket> socket);

    /// Without a word to the other end, unless `close` was called.
    ~WebSocket() override;

    /// A larger message ends the connection with `CloseCode::TooBig`; 16 MB unless told.
    void setLargestMessage(quint64 bytes);

    /// From now on what arrives may wait a little while the thread is busy, which then finds more at each look
    /// (docs/adr/0021).
    void letWait();

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }

    // Ignored unless open.
    void sendText(QByteArrayView utf8);
    void sendBinary(QByteArrayView bytes);
    void ping();

    /// Says goodbye behind what was sent, waits a little for the other end's, then `closed` follows. No message is
    /// told any more.
    void close(quint16 code = CloseCode::Normal, const QString &reason = {});

    /// Drops the connection; `closed` is told at once.
    void abort();

    /// Bytes that the system has not taken yet.
    [[nodiscard]] qint64 backlogBytes() const;

    /// Once closed: what the other end said, or we did when we were first; `Lost` when nobody said anything.
    [[nodiscard]] quint16 closeCode() const { return m_closeCode; }
    [[nodiscard]] const QString &closeReason() const { return m_closeReason; }

    /// Hands what was sent to the system. Called whenever that makes sense.
    void flush();

Q_SIGNALS:
    // Views are valid during the call.
    void textReceived(QByteArrayView utf8);
    void binaryReceived(QByteArrayView bytes);
    void ponged();
    /// The system took something of a backlog.
    void backlogShrank();
    /// Once, the last signal.
    void closed();

private:
    enum class State { Open, Closing, Closed };
    class Wire;

    WebSocket(std::unique_ptr<QTcpSocket> socket, WebSocketEnd end, const QByteArray &firstWords);

    void send(MessageKind kind, QByteArrayView content);
    void readMessages();
    void leave();
    void drop();

    std::unique_ptr<Wire> m_wire; ///< What frames and transport talk to.
    std::unique_ptr<MessageFrames> m_frames;
    std::unique_ptr<Transport> m_transport;
    std::string m_early;    ///< Came together with the handshake.
    std::string m_outgoing; ///< Frames that the transport has not taken.
    State m_state = State::Open;
    bool m_isFlushing = false;
    bool m_isOver = false; ///< Both ends have said goodbye, or cannot.
    quint16 m_closeCode = CloseCode::Lost;
    QString m_closeReason;
};

} // namespace Frontdesk::Sockets
