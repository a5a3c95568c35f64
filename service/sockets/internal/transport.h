#pragma once

#include <QtGlobal>

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Frontdesk::Sockets {

/// Told by a transport, on its thread. May close it in any of these, but not delete it.
class TransportListener {
public:
    virtual ~TransportListener() = default;

    /// There is something to read, or the other side is gone.
    virtual void onReadable() = 0;
    /// What could not be taken before can be taken now, or has left.
    virtual void onWritable() = 0;
};

/// The bytes below a WebSocket. Never waits.
class Transport {
public:
    virtual ~Transport() = default;

    static constexpr qint64 Ended = -1;

    /// How many bytes came, 0 when there are none now, `Ended` when none will come any more.
    [[nodiscard]] virtual qint64 read(char *to, qint64 most) = 0;
    /// How many bytes it took, or `Ended`. After less than all of them `onWritable` follows.
    [[nodiscard]] virtual qint64 write(const char *from, qint64 size) = 0;
    /// Bytes that it took and the system has not.
    [[nodiscard]] virtual qint64 backlogBytes() const = 0;
    /// From now on a busy thread may let what arrives wait a little.
    virtual void letWait() = 0;
    /// What was taken still leaves, as far as the system has room; nothing is told any more.
    virtual void close() = 0;
};

/// Of a connected socket: the system's own descriptor, watched together with all others of the thread; or, for an
/// encrypted one, Qt's. `listener` must outlive it. What Qt has read of the socket must have been taken.
[[nodiscard]] std::unique_ptr<Transport> transportOf(std::unique_ptr<QTcpSocket> socket, TransportListener &listener);

} // namespace Frontdesk::Sockets
