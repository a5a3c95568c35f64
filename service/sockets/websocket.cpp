#include "service/sockets/websocket.h"

#include "service/sockets/internal/sendbatch.h"
#include "service/sockets/internal/transport.h"
#include "service/sockets/internal/upgrade.h"

#include <QRandomGenerator>
#include <QTimer>

#include <wslay/wslay.h>

#include <cstring>
#include <new>

namespace Frontdesk::Sockets {

namespace {

constexpr quint64 LargestMessageBytes = quint64{16} << 20;
/// For the other end's goodbye, or for ours to leave through a full line.
constexpr std::chrono::seconds FarewellTime{2};
/// More is given back once it is sent.
constexpr size_t KeptCapacityBytes = 8 << 10;

} // namespace

/// What wslay and the transport call back.
class WebSocket::Wire final : public TransportListener {
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

    static ssize_t receive(wslay_event_context *frames, uint8_t *to, size_t most, int, void *self)
    {
        WebSocket &socket = *static_cast<WebSocket *>(self);
        if (!socket.m_early.empty()) {
            const size_t taken = socket.m_early.copy(reinterpret_cast<char *>(to), most);
            socket.m_early.erase(0, taken);
            return ssize_t(taken);
        }
        const qint64 got = socket.m_transport->read(reinterpret_cast<char *>(to), qint64(most));
        if (got > 0) {
            return got;
        }
        wslay_event_set_error(frames, got == 0 ? WSLAY_ERR_WOULDBLOCK : WSLAY_ERR_CALLBACK_FAILURE);
        return -1;
    }

    static ssize_t send(wslay_event_context *, const uint8_t *bytes, size_t size, int, void *self)
    {
        static_cast<WebSocket *>(self)->m_outgoing.append(reinterpret_cast<const char *>(bytes), size);
        return ssize_t(size);
    }

    static int mask(wslay_event_context *, uint8_t *to, size_t size, void *)
    {
        thread_local QRandomGenerator random = QRandomGenerator::securelySeeded();
        for (size_t at = 0; at < size; at += sizeof(quint32)) {
            const quint32 bits = random.generate();
            std::memcpy(to + at, &bits, std::min(sizeof bits, size - at));
        }
        return 0;
    }

    static void message(wslay_event_context *, const wslay_event_on_msg_recv_arg *arrived, void *self)
    {
        const QByteArrayView content(reinterpret_cast<const char *>(arrived->msg), qsizetype(arrived->msg_length));
        static_cast<WebSocket *>(self)->onMessage(arrived->opcode, content);
    }

private:
    WebSocket &m_socket;
};

std::unique_ptr<WebSocket> WebSocket::answering(std::unique_ptr<QTcpSocket> socket, const QByteArray &key)
{
    return std::unique_ptr<WebSocket>(new WebSocket(std::move(socket), Role::Server, switchingProtocols(key)));
}

std::unique_ptr<WebSocket> WebSocket::answered(std::unique_ptr<QTcpSocket> socket)
{
    return std::unique_ptr<WebSocket>(new WebSocket(std::move(socket), Role::Client, {}));
}

WebSocket::WebSocket(std::unique_ptr<QTcpSocket> socket, Role role, const QByteArray &firstWords)
    : m_wire(std::make_unique<Wire>(*this))
    , m_early(socket->readAll().toStdString())
    , m_outgoing(firstWords.toStdString())
{
    const wslay_event_callbacks callbacks{
        Wire::receive, Wire::send, Wire::mask, nullptr, nullptr, nullptr, Wire::message,
    };
    const auto init = role == Role::Server ? wslay_event_context_server_init : wslay_event_context_client_init;
    if (init(&m_frames, &callbacks, this) != 0) {
        throw std::bad_alloc();
    }
    setLargestMessage(LargestMessageBytes);
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
    wslay_event_context_free(m_frames);
}

void WebSocket::setLargestMessage(quint64 bytes)
{
    wslay_event_config_set_max_recv_msg_length(m_frames, bytes);
}

void WebSocket::letWait()
{
    m_transport->letWait();
}

qint64 WebSocket::backlogBytes() const
{
    return qint64(wslay_event_get_queued_msg_length(m_frames) + m_outgoing.size()) + m_transport->backlogBytes();
}

void WebSocket::sendText(QByteArrayView utf8)
{
    send(WSLAY_TEXT_FRAME, utf8);
}

void WebSocket::sendBinary(QByteArrayView bytes)
{
    send(WSLAY_BINARY_FRAME, bytes);
}

void WebSocket::ping()
{
    send(WSLAY_PING, {});
}

void WebSocket::send(quint8 kind, QByteArrayView content)
{
    if (m_state != State::Open) {
        return;
    }
    const wslay_event_msg message{kind, reinterpret_cast<const uint8_t *>(content.data()), size_t(content.size())};
    if (wslay_event_queue_msg(m_frames, &message) == WSLAY_ERR_NOMEM) {
        throw std::bad_alloc();
    }
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
    while (takesMore) {
        wslay_event_send(m_frames); // Into m_outgoing.
        const auto size = qint64(m_outgoing.size());
        const qint64 taken = size == 0 ? 0 : m_transport->write(m_outgoing.data(), size);
        // That the other end is gone shows, to everybody who must know, when reading.
        m_outgoing.erase(0, taken == Transport::Ended ? std::string::npos : size_t(taken));
        takesMore = taken == size && wslay_event_want_write(m_frames);
    }
    m_isFlushing = false;
    if (m_outgoing.empty() && m_outgoing.capacity() > KeptCapacityBytes) {
        m_outgoing.shrink_to_fit();
    }
}

void WebSocket::readMessages()
{
    if (m_state == State::Closed) {
        return;
    }
    const SendBatch batch;
    const int fault = wslay_event_recv(m_frames);
    if (m_state == State::Closed) {
        return; // In a slot.
    }
    if (wslay_event_want_write(m_frames)) { // It answers a ping itself.
        (void)SendBatch::join(*this);
    }
    if (fault != 0) {
        drop();
    } else if (!wslay_event_get_read_enabled(m_frames)) {
        leave();
    }
}

void WebSocket::onMessage(quint8 kind, QByteArrayView content)
{
    if (m_state != State::Open) {
        return;
    }
    switch (kind) {
    case WSLAY_TEXT_FRAME:
        Q_EMIT textReceived(content);
        break;
    case WSLAY_BINARY_FRAME:
        Q_EMIT binaryReceived(content);
        break;
    case WSLAY_PONG:
        Q_EMIT ponged();
        break;
    case WSLAY_CONNECTION_CLOSE:
        m_closeReason = QString::fromUtf8(content.sliced(std::min(content.size(), qsizetype(sizeof(quint16)))));
        break;
    default:
        break;
    }
}

/// The other end said goodbye, or what it said is no WebSocket's: wslay has the answer ready.
void WebSocket::leave()
{
    flush();
    if (m_state == State::Open) {
        m_state = State::Closing;
        m_closeCode = wslay_event_get_close_received(m_frames) ? wslay_event_get_status_code_received(m_frames)
                                                               : wslay_event_get_status_code_sent(m_frames);
        QTimer::singleShot(FarewellTime, this, &WebSocket::drop);
    }
    m_isOver = true;
    if (backlogBytes() == 0) {
        drop();
    }
}

void WebSocket::close(quint16 code, const QString &reason)
{
    if (m_state != State::Open) {
        return;
    }
    flush(); // wslay lets a goodbye overtake what waits.
    m_state = State::Closing;
    m_closeCode = code;
    m_closeReason = reason;
    const QByteArray words = reason.toUtf8();
    wslay_event_queue_close(m_frames, code, reinterpret_cast<const uint8_t *>(words.constData()), size_t(words.size()));
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
