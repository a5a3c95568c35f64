#pragma once

#include <QByteArrayView>

#include <sys/types.h>

#include <cstdint>
#include <string>

struct wslay_frame_context;
struct wslay_frame_iocb;

namespace Frontdesk::Sockets {

/// By its opcode.
enum class MessageKind : quint8 { Text = 0x1, Binary = 0x2, Goodbye = 0x8, Ping = 0x9, Pong = 0xA };

enum class WebSocketEnd : quint8 { Server, Client };

/// The messages of one WebSocket above wslay's frames: puts pieces together, answers pings, and keeps the other end to the
/// rules of RFC 6455. A message in one frame is told where it was read, without a copy.
class MessageFrames {
public:
    class Listener {
    public:
        virtual ~Listener() = default;
        /// As `Transport::read`.
        [[nodiscard]] virtual qint64 takeBytes(char *to, qint64 most) = 0;
        virtual void giveBytes(const char *from, size_t size) = 0;
        /// Text, binary or pong; valid during the call. May write.
        virtual void onMessage(MessageKind kind, QByteArrayView content) = 0;
    };

    enum class Progress {
        Waits, ///< All that there is has been read.
        Over,  ///< The other end said goodbye, or broke the rules: `closeCode` tells.
        Gone   ///< Nothing will come any more.
    };

    MessageFrames(WebSocketEnd end, Listener &listener);
    ~MessageFrames();
    MessageFrames(const MessageFrames &) = delete;
    MessageFrames &operator=(const MessageFrames &) = delete;

    void setLargestMessage(quint64 bytes) { m_largestMessage = bytes; }

    [[nodiscard]] Progress read();
    void write(MessageKind kind, QByteArrayView content);
    void writeGoodbye(quint16 code, QByteArrayView reason);

    // Once it is over.
    [[nodiscard]] quint16 closeCode() const { return m_closeCode; }
    [[nodiscard]] const QByteArray &closeReason() const { return m_closeReason; }

private:
    // What wslay calls back.
    static ssize_t takeBytes(uint8_t *to, size_t most, int flags, void *self);
    static ssize_t giveBytes(const uint8_t *from, size_t size, int flags, void *self);

    [[nodiscard]] bool begin(const wslay_frame_iocb &frame);
    [[nodiscard]] bool take(const wslay_frame_iocb &piece, bool isLast);
    [[nodiscard]] bool finish(quint8 kind, QByteArrayView content);
    [[nodiscard]] bool takeGoodbye(QByteArrayView content);
    [[nodiscard]] bool fail(quint16 code);

    const WebSocketEnd m_end;
    Listener &m_listener;
    wslay_frame_context *m_frames = nullptr;
    quint64 m_largestMessage;
    quint64 m_leftOfFrame = 0;
    bool m_isInFrame = false;
    bool m_isGone = false;
    bool m_tookBytes = false; ///< In wslay's last reading.
    quint8 m_messageKind = 0; ///< Of the message whose pieces arrive; 0: none.
    std::string m_message;    ///< What came of it in frames or pieces before.
    std::string m_control;    ///< The same of a control frame, which may stand between.
    quint16 m_closeCode;
    QByteArray m_closeReason;
};

} // namespace Frontdesk::Sockets
