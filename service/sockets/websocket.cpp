#include "service/sockets/websocket.h"

#include "service/sockets/internal/messageframes.h"
#include "service/sockets/internal/transport.h"
#include "service/sockets/internal/upgrade.h"
#include "service/sockets/sendbatch.h"

#include <QTimer>

namespace Frontdesk::Sockets {

namespace {

/// For the other end's goodbye, or for ours to leave through a full line.
constexpr std::chrono::seconds FarewellTime{2};
/// More is given back once it is sent.
constexpr size_t KeptCapacityBytes = 8 << 10;

} // namespace

/// What the frames and the transport call back.
class WebSocket::Wire final : public TransportListener, public MessageFrames::Listener {
public:
    explicit Wire(WebSocket &socket)
        : m_socket(socket)
    {}

    void onReadable() override { m_socket.readMessages(); }

    void onWritable() override
    {
        m_socket.flush();
        if (m_socket.m_state == State::Open) {
            Q_EMIT m_socket.backlogShrank();
        } else if (m_socket.m_isOver && m_socket.backlogBytes() == 0) {
            m_socket.drop();
        }
    }

    [[nodiscard]] qint64 takeBytes(char *to, qint64 most) override
    {
        if (m_socket.m_early.empty()) {
            return m_socket.m_transport->read(to, most);
        }
        const size_t taken = m_socket.m_early.copy(to, size_t(most));
        m_socket.m_early.erase(0, taken);
        return qint64(taken);
    }

    void giveBytes(const char *from, size_t size) override { m_socket.m_outgoing.append(from, size); }

    void onMessage(MessageKind kind, QByteArrayView content) override
    {
        if (m_socket.m_state != State::Open) {
            return;
        }
        if (kind == MessageKind::Text) {
            Q_EMIT m_socket.textReceived(content);
        } else if (kind == MessageKind::Binary) {
            Q_EMIT m_socket.binaryReceived(content);
        } else {
            Q_EMIT m_socket.ponged();
        }
    }

private:
    WebSocket &m_socket;
};

std::unique_ptr<WebSocket> WebSocket::answering(std::unique_ptr<QTcpSocket> socket, const QByteArray &key)
{
    return std::unique_ptr<WebSocket>(new WebSocket(std::move(socket), WebSocketEnd::Server, switchingProtocols(key)));
}

std::unique_ptr<WebSocket> WebSocket::answered(std::unique_ptr<QTcpSocket> socket)
{
    return std::unique_ptr<WebSocket>(new WebSocket(std::move(socket), WebSocketEnd::Client, {}));
}

WebSocket::WebSocket(std::unique_ptr<QTcpSocket> socket, WebSocketEnd end, const QByteArray &firstWords)
    : m_wire(std::make_unique<Wire>(*this))
    , m_frames(std::make_unique<MessageFrames>(end, *m_wire))
    , m_early(socket->readAll().toStdString())
    , m_outgoing(firstWords.toStdString())
{
    m_transport = transportOf(std::move(socket), *m_wire);
    flush();
    if (!m_early.empty()) { // Once somebody listens.
        QMetaObject::invokeMethod(this, &WebSocket::readMessages, Qt::QueuedConnection);
    }
}

WebSocket::~WebSocket()
{
    SendBatch::leave(*this);
    m_transport->close();
}

void WebSocket::setLargestMessage(quint64 bytes)
{
    m_frames->setLargestMessage(bytes);
}

void WebSocket::letWait()
{
    m_transport->letWait();
}

qint64 WebSocket::backlogBytes() const
{
    return qint64(m_outgoing.size()) + m_transport->backlogBytes();
}

void WebSocket::sendText(QByteArrayView utf8)
{
    send(MessageKind::Text, utf8);
}

void WebSocket::sendBinary(QByteArrayView bytes)
{
    send(MessageKind::Binary, bytes);
}

void WebSocket::ping()
{
    send(MessageKind::Ping, {});
}

void WebSocket::send(MessageKind kind, QByteArrayView content)
{
    if (m_state != State::Open) {
        return;
    }
    m_frames->write(kind, content);
    if (!SendBatch::join(*this)) {
        flush();
    }
}

void WebSocket::flush()
{
    if (m_state == State::Closed || m_isFlushing) {
        return; // What takes bytes may tell so at once; the loop below goes on then.
    }
    m_isFlushing = true;
    bool takesMore = true;
    while (takesMore && !m_outgoing.empty()) {
        const auto size = qint64(m_outgoing.size());
        const qint64 taken = m_transport->write(m_outgoing.data(), size);
        // That the other end is gone shows, to everybody who must know, when reading.
        m_outgoing.erase(0, taken == Transport::Ended ? std::string::npos : size_t(taken));
        takesMore = taken == size;
    }
    m_isFlushing = false;
    if (m_outgoing.empty() && m_outgoing.capacity() > KeptCapacityBytes) {
        m_outgoing.shrink_to_fit();
    }
}

void WebSocket::readMessages()
{
    if (m_state == State::Closed || m_isOver) {
        return;
    }
    const SendBatch batch;
    const MessageFrames::Progress progress = m_frames->read();
    if (m_state == State::Closed) {
        return; // In a slot.
    }
    switch (progress) {
    case MessageFrames::Progress::Waits:
        if (!m_outgoing.empty()) {
            (void)SendBatch::join(*this); // A pong.
        }
        break;
    case MessageFrames::Progress::Over:
        leave();
        break;
    case MessageFrames::Progress::Gone:
        drop();
        break;
    }
}

/// The other end said goodbye, or what it said is no WebSocket's.
void WebSocket::leave()
{
    m_isOver = true;
    if (m_state == State::Open) {
        m_closeReason = QString::fromUtf8(m_frames->closeReason());
        close(m_frames->closeCode(), {});
    } else {
        flush();
    }
    if (backlogBytes() == 0) {
        drop();
    }
}

void WebSocket::close(quint16 code, const QString &reason)
{
    if (m_state != State::Open) {
        return;
    }
    m_state = State::Closing;
    m_closeCode = code;
    if (!m_isOver) {
        m_closeReason = reason;
    }
    m_frames->writeGoodbye(code, reason.toUtf8());
    flush();
    QTimer::singleShot(FarewellTime, this, &WebSocket::drop);
}

void WebSocket::abort()
{
    drop();
}

void WebSocket::drop()
{
    if (m_state != State::Closed) {
        m_state = State::Closed;
        SendBatch::leave(*this);
        m_transport->close();
        Q_EMIT closed();
    }
}

} // namespace Frontdesk::Sockets
