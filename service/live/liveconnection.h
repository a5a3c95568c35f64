#pragma once

#include "service/live/livelink.h"
#include "service/sockets/websocket.h"
#include "shared/core/scheduler.h"

#include <deque>

namespace Frontdesk::Live {

/// Why we close, beside the codes of RFC 6455.
enum class LiveClose {
    TokenOver = 4401,    ///< Come back with a fresh token.
    TooSlow = 4408,      ///< What was sent is not being read.
    CannotResume = 4410, ///< Come back without `after`.
    Unavailable = 4503   ///< The database is away; come back later.
};

/// One desktop that watches. Lives on the thread that owns its socket, and deletes itself when the socket closes.
///
/// Every message of the order arrives once and in order: one that has been sent before is not sent again.
class LiveConnection final : public QObject {
    Q_OBJECT

public:
    LiveConnection(std::unique_ptr<Sockets::WebSocket> socket, Milliseconds tokenLife);
    ~LiveConnection() override;

    [[nodiscard]] const std::shared_ptr<LiveLink> &link() const { return m_link; }

    /// The messages to begin with; later ones with a sequence up to `sequence` are passed over.
    void begin(qint64 sequence, const LiveMessages &messages);
    void deliver(const LiveMessages &messages);
    void close(LiveClose why);

    static constexpr Milliseconds HeartbeatEvery{15'000};
    /// Without any sign of the other side the line is dead.
    static constexpr Milliseconds SilenceAllowed{45'000};
    /// What the socket may hold of ours; the rest waits in memory that all connections share.
    static constexpr qint64 SocketBacklogBytes = 256 << 10;
    /// Who is behind by more than this does not read.
    static constexpr size_t LargestBacklog = 5000;

Q_SIGNALS:
    void left();

private:
    void send();
    void beat();

    std::unique_ptr<Sockets::WebSocket> m_socket;
    std::shared_ptr<LiveLink> m_link;
    SystemScheduler m_scheduler;
    Scheduler::JobHandle m_heartbeat;
    Scheduler::JobHandle m_tokenWatch;
    Instant m_lastSign;
    std::deque<LiveMessage> m_waiting;
    qint64 m_sequence = 0; ///< Of the last message that was sent or waits.
};

} // namespace Frontdesk::Live
