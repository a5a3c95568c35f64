#pragma once

#include "service/sockets/internal/lookmoderation.h"

#include <QSocketNotifier>
#include <QTimer>

#include <sys/epoll.h>

#include <array>
#include <memory>
#include <optional>

namespace Frontdesk::Sockets {

/// The sockets of one thread that Qt's event loop does not watch itself: one `epoll` set, which costs the loop one
/// descriptor whatever the number of sockets. Lives as long as somebody holds it.
///
/// A thread has one for sockets whose messages count at once, and one that waits a little between looks while the thread is
/// busy.
class SocketWatch final {
public:
    enum class Kind { Prompt, Patient };

    class Listener {
    public:
        virtual ~Listener() = default;
        /// May remove itself and others.
        virtual void onReady(bool readable, bool writable) = 0;
    };

    [[nodiscard]] static std::shared_ptr<SocketWatch> ofThisThread(Kind kind);

    explicit SocketWatch(Kind kind);
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    /// Tells when there is something to read. `listener` stays valid until it is removed.
    void add(int descriptor, Listener &listener);
    /// Tells as well when there is room to write.
    void watchRoom(int descriptor, Listener &listener, bool alsoRoom);
    void remove(int descriptor, const Listener &listener);

private:
    void look();
    [[nodiscard]] int dispatch();
    void pauseUntil(Instant due);
    void change(int operation, int descriptor, Listener &listener, quint32 events) const;

    const int m_set;
    QSocketNotifier m_notifier;
    std::array<epoll_event, 64> m_ready{};
    int m_readyCount = 0;
    std::optional<LookModeration> m_moderation;
    std::optional<Instant> m_lookBegan; ///< Of a look that took several turns of the loop.
    QTimer m_nextLook;
};

} // namespace Frontdesk::Sockets
