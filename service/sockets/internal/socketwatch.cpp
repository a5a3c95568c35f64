#include "service/sockets/internal/socketwatch.h"

#include "shared/core/log.h"

#include <unistd.h>

#include <cerrno>

namespace Frontdesk::Sockets {

std::shared_ptr<SocketWatch> SocketWatch::ofThisThread(Kind kind)
{
    thread_local std::array<std::weak_ptr<SocketWatch>, 2> known;
    std::weak_ptr<SocketWatch> &ofThisKind = known[size_t(kind)];
    std::shared_ptr<SocketWatch> watch = ofThisKind.lock();
    if (!watch) {
        watch = std::make_shared<SocketWatch>(kind);
        ofThisKind = watch;
    }
    return watch;
}

SocketWatch::SocketWatch(Kind kind)
    : m_set(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(m_set, QSocketNotifier::Read)
{
    if (kind == Kind::Patient) {
        m_moderation.emplace();
    }
    m_nextLook.setSingleShot(true);
    m_nextLook.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { look(); });
    QObject::connect(&m_nextLook, &QTimer::timeout, &m_notifier, [this] { m_notifier.setEnabled(true); });
}

SocketWatch::~SocketWatch()
{
    m_notifier.setEnabled(false);
    ::close(m_set);
}

void SocketWatch::add(int descriptor, Listener &listener)
{
    change(EPOLL_CTL_ADD, descriptor, listener, EPOLLIN);
}

void SocketWatch::watchRoom(int descriptor, Listener &listener, bool alsoRoom)
{
    change(EPOLL_CTL_MOD, descriptor, listener, alsoRoom ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

void SocketWatch::change(int operation, int descriptor, Listener &listener, quint32 events) const
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &listener;
    if (::epoll_ctl(m_set, operation, descriptor, &event) != 0) {
        qCWarning(Log::http) << "a socket cannot be watched:" << errno;
    }
}

void SocketWatch::remove(int descriptor, const Listener &listener)
{
    ::epoll_ctl(m_set, EPOLL_CTL_DEL, descriptor, nullptr);
    for (int at = 0; at < m_readyCount; ++at) {
        if (m_ready[size_t(at)].data.ptr == &listener) {
            m_ready[size_t(at)].data.ptr = nullptr; // Was about to be told.
        }
    }
}

void SocketWatch::look()
{
    const Instant now = std::chrono::steady_clock::now();
    const Instant began = std::exchange(m_lookBegan, std::nullopt).value_or(now);
    if (m_readyCount > 0) {
        return; // Somebody runs an event loop inside a listener; what is ready stays so.
    }
    if (dispatch() == int(m_ready.size())) {
        m_lookBegan = began; // There may be more: once everything else of the thread had its turn.
    } else if (m_moderation) {
        pauseUntil(began + m_moderation->pauseAfter(now));
    }
}

void SocketWatch::pauseUntil(Instant due)
{
    const Instant now = std::chrono::steady_clock::now();
    if (due > now) {
        m_notifier.setEnabled(false);
        m_nextLook.start(std::chrono::ceil<Milliseconds>(due - now));
    }
}

/// How many sockets were told.
int SocketWatch::dispatch()
{
    m_readyCount = ::epoll_wait(m_set, m_ready.data(), int(m_ready.size()), 0);
    for (int at = 0; at < m_readyCount; ++at) {
        const epoll_event &event = m_ready[size_t(at)];
        if (auto *listener = static_cast<Listener *>(event.data.ptr)) {
            // An error or a hang-up shows when reading.
            listener->onReady((event.events & ~quint32(EPOLLOUT)) != 0, (event.events & EPOLLOUT) != 0);
        }
    }
    return std::exchange(m_readyCount, 0);
}

} // namespace Frontdesk::Sockets
