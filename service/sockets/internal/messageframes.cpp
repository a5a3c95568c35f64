#include "service/sockets/internal/messageframes.h"

#include "service/sockets/closecode.h"

#include <QRandomGenerator>
#include <QUtf8StringView>
#include <QtEndian>

#include <wslay/wslay.h>

#include <cstring>
#include <new>

namespace Frontdesk::Sockets {

namespace {

constexpr quint64 LargestMessageBytes = quint64{16} << 20;
/// More is given back once the message has been told.
constexpr size_t KeptCapacityBytes = 8 << 10;

int makeMask(uint8_t *to, size_t size, void *)
{
    thread_local QRandomGenerator random = QRandomGenerator::securelySeeded();
    for (size_t at = 0; at < size; at += sizeof(quint32)) {
        const quint32 bits = random.generate();
        std::memcpy(to + at, &bits, std::min(sizeof bits, size - at));
    }
    return 0;
}

bool isUtf8(QByteArrayView text)
{
    return QUtf8StringView(text.data(), text.size()).isValidUtf8();
}

/// RFC 6455, 7.4: what may stand in a close frame.
bool maySay(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

void giveBack(std::string &buffer)
{
    buffer.clear();
    if (buffer.capacity() > KeptCapacityBytes) {
        buffer.shrink_to_fit();
    }
}

} // namespace

MessageFrames::MessageFrames(WebSocketEnd end, Listener &listener)
    : m_end(end)
    , m_listener(listener)
    , m_largestMessage(LargestMessageBytes)
    , m_closeCode(CloseCode::Lost)
{
    const wslay_frame_callbacks callbacks{giveBytes, takeBytes, makeMask};
    if (wslay_frame_context_init(&m_frames, &callbacks, this) != 0) {
        throw std::bad_alloc();
    }
}

MessageFrames::~MessageFrames()
{
    wslay_frame_context_free(m_frames);
}

ssize_t MessageFrames::takeBytes(uint8_t *to, size_t most, int, void *self)
{
    MessageFrames &frames = *static_cast<MessageFrames *>(self);
    const qint64 got = frames.m_listener.takeBytes(reinterpret_cast<char *>(to), qint64(most));
    frames.m_isGone = got < 0;
    frames.m_tookBytes = got > 0;
    return got > 0 ? got : -1;
}

ssize_t MessageFrames::giveBytes(const uint8_t *from, size_t size, int, void *self)
{
    static_cast<MessageFrames *>(self)->m_listener.giveBytes(reinterpret_cast<const char *>(from), size);
    return ssize_t(size);
}

MessageFrames::Progress MessageFrames::read()
{
    for (;;) {
        wslay_frame_iocb piece{};
        m_tookBytes = false;
        const ssize_t got = wslay_frame_recv(m_frames, &piece);
        if (got == WSLAY_ERR_WANT_READ && m_tookBytes) {
            continue; // It asks once, even when more is to be had.
        }
        if (got == WSLAY_ERR_WANT_READ) {
            return m_isGone ? Progress::Gone : Progress::Waits;
        }
        if (got < 0) {
            (void)fail(CloseCode::ProtocolError);
            return Progress::Over;
        }
        if (!std::exchange(m_isInFrame, true)) {
            m_leftOfFrame = piece.payload_length;
            if (!begin(piece)) {
                return Progress::Over;
            }
        }
        m_leftOfFrame -= piece.data_length;
        m_isInFrame = m_leftOfFrame > 0;
        if (!take(piece, !m_isInFrame)) {
            return Progress::Over;
        }
    }
}

bool MessageFrames::begin(const wslay_frame_iocb &frame)
{
    if (frame.rsv != WSLAY_RSV_NONE || (frame.mask != 0) != (m_end == WebSocketEnd::Server)) {
        return fail(CloseCode::ProtocolError);
    }
    if (wslay_is_ctrl_frame(frame.opcode)) {
        return frame.opcode <= WSLAY_PONG || fail(CloseCode::ProtocolError);
    }
    const bool continues = frame.opcode == WSLAY_CONTINUATION_FRAME;
    if (frame.opcode > WSLAY_BINARY_FRAME || continues != (m_messageKind != 0)) {
        return fail(CloseCode::ProtocolError);
    }
    if (!continues) {
        m_messageKind = frame.opcode;
    }
    return frame.payload_length <= m_largestMessage - m_message.size() || fail(CloseCode::TooBig);
}

bool MessageFrames::take(const wslay_frame_iocb &piece, bool isLast)
{
    const bool isControl = wslay_is_ctrl_frame(piece.opcode);
    const QByteArrayView bytes(reinterpret_cast<const char *>(piece.data), qsizetype(piece.data_length));
    std::string &earlier = isControl ? m_control : m_message;
    const bool isWhole = isLast && piece.fin;
    if (!isWhole || !earlier.empty()) {
        earlier.append(bytes.data(), size_t(bytes.size()));
    }
    if (!isWhole) {
        return true;
    }
    const quint8 kind = isControl ? piece.opcode : std::exchange(m_messageKind, quint8(0));
    const bool goesOn =
        finish(kind, earlier.empty() ? bytes : QByteArrayView(earlier.data(), qsizetype(earlier.size())));
    giveBack(earlier);
    return goesOn;
}

bool MessageFrames::finish(quint8 kind, QByteArrayView content)
{
    switch (kind) {
    case WSLAY_CONNECTION_CLOSE:
        return takeGoodbye(content);
    case WSLAY_PING:
        write(MessageKind::Pong, content);
        return true;
    case WSLAY_TEXT_FRAME:
        if (!isUtf8(content)) {
            return fail(CloseCode::WrongData);
        }
        [[fallthrough]];
    default:
        m_listener.onMessage(MessageKind(kind), content);
        return true;
    }
}

bool MessageFrames::takeGoodbye(QByteArrayView content)
{
    if (content.isEmpty()) {
        return fail(CloseCode::NoneGiven);
    }
    const quint16 code = content.size() < 2 ? quint16(0) : qFromBigEndian<quint16>(content.data());
    if (!maySay(code)) {
        return fail(CloseCode::ProtocolError);
    }
    const QByteArrayView reason = content.sliced(2);
    if (!isUtf8(reason)) {
        return fail(CloseCode::WrongData);
    }
    m_closeReason = reason.toByteArray();
    return fail(code);
}

bool MessageFrames::fail(quint16 code)
{
    m_closeCode = code;
    return false;
}

void MessageFrames::write(MessageKind kind, QByteArrayView content)
{
    wslay_frame_iocb frame{};
    frame.fin = 1;
    frame.opcode = quint8(kind);
    frame.mask = m_end == WebSocketEnd::Client ? 1 : 0;
    frame.payload_length = quint64(content.size());
    frame.data = reinterpret_cast<const uint8_t *>(content.data());
    frame.data_length = size_t(content.size());
    (void)wslay_frame_send(m_frames, &frame); // Takes all: giveBytes never says that there is no room.
}

void MessageFrames::writeGoodbye(quint16 code, QByteArrayView reason)
{
    QByteArray content;
    if (code != CloseCode::NoneGiven) {
        content.resize(2);
        qToBigEndian(code, content.data());
        content.append(reason.first(std::min(reason.size(), qsizetype(123)))); // A control frame holds 125 bytes.
    }
    write(MessageKind::Goodbye, content);
}

} // namespace Frontdesk::Sockets
