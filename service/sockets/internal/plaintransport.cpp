#include "service/sockets/internal/plaintransport.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace Frontdesk::Sockets {

namespace {

bool isForNow(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

/// Closing with bytes unread sends a reset, which can eat what is on its way, a close frame for one.
void closeGently(int descriptor)
{
    ::shutdown(descriptor, SHUT_WR);
    std::array<char, 4096> unread{};
    for (int times = 0; times < 16 && ::recv(descriptor, unread.data(), unread.size(), MSG_DONTWAIT) > 0; ++times) {
    }
    ::close(descriptor);
}

} // namespace

PlainTransport::PlainTransport(int descriptor, TransportListener &listener)
    : m_listener(listener)
    , m_watch(SocketWatch::ofThisThread(SocketWatch::Kind::Prompt))
    , m_descriptor(descriptor)
{
    m_watch->add(descriptor, *this);
}

PlainTransport::~PlainTransport()
{
    close();
}

void PlainTransport::letWait()
{
    if (m_descriptor >= 0) {
        m_watch->remove(m_descriptor, *this);
        m_watch = SocketWatch::ofThisThread(SocketWatch::Kind::Patient);
        m_watch->add(m_descriptor, *this);
        m_watch->watchRoom(m_descriptor, *this, m_wantsRoom);
    }
}

void PlainTransport::close()
{
    if (m_descriptor >= 0) {
        m_watch->remove(m_descriptor, *this);
        closeGently(std::exchange(m_descriptor, -1));
    }
}

qint64 PlainTransport::read(char *to, qint64 most)
{
    if (m_descriptor < 0) {
        return Ended;
    }
    if (m_isDrained) {
        return 0;
    }
    const ssize_t got = ::recv(m_descriptor, to, size_t(most), MSG_DONTWAIT);
    m_isDrained = got < most;
    if (got > 0) {
        return got;
    }
    return got < 0 && isForNow(errno) ? 0 : Ended;
}

qint64 PlainTransport::write(const char *from, qint64 size)
{
    if (m_descriptor < 0) {
        return Ended;
    }
    ssize_t taken = ::send(m_descriptor, from, size_t(size), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (taken < 0) {
        if (!isForNow(errno)) {
            return Ended;
        }
        taken = 0;
    }
    if (const bool isFull = taken < size; isFull != m_wantsRoom) {
        m_wantsRoom = isFull;
        m_watch->watchRoom(m_descriptor, *this, isFull);
    }
    return taken;
}

void PlainTransport::onReady(bool readable, bool writable)
{
    m_isDrained = false;
    if (writable) {
        m_listener.onWritable();
    }
    if (readable && m_descriptor >= 0) {
        m_listener.onReadable();
    }
}

} // namespace Frontdesk::Sockets
