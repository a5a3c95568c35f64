#pragma once

#include "service/live/livechannel.h"
#include "service/live/liveconnection.h"

#include <atomic>
#include <map>

namespace Frontdesk::Live {

/// Somebody who may watch a clinic.
struct Watcher {
    ClinicId clinic;
    Milliseconds tokenLife{0}; ///< How long they may watch before they have to prove themselves again.
    /// Asked once on a database thread before anything is sent: whether they still may. Its error closes the connection.
    std::function<Result<void>(Storage::Store &)> enter;
    std::optional<qint64> after; ///< The last event they have seen; not set: begin with a snapshot.
};

/// Brings every clinic's events to the desktops that watch it, on this node, whichever node wrote them.
///
/// A watcher gets a snapshot, or everything after the event it saw last, and then each event once and in order. Lives on
/// its creator's thread, which must run an event loop; sockets stay on theirs.
class LiveHub final : public QObject {
    Q_OBJECT

public:
    /// All must outlive the hub.
    LiveHub(Storage::Database &database, const LiveView &view);
    ~LiveHub() override;

    /// Takes an open socket. Thread: the socket's.
    void adopt(std::unique_ptr<Sockets::WebSocket> socket, Watcher watcher);

    /// Something that happens right now and is kept nowhere, such as words that are being spoken: to those who watch now.
    /// Any thread.
    void tell(const ClinicId &clinic, const QString &kind, const QJsonObject &data);

    /// Who has missed more events begins anew with a snapshot.
    static constexpr qint64 LongestCatchUp = 4000;

    [[nodiscard]] int watchers() const { return m_watching; }

private:
    struct Start {
        std::optional<LiveMessage> snapshot;
        qint64 sequence = 0;
    };
    struct Subscriber {
        std::shared_ptr<LiveLink> link;
        LiveConnection *connection = nullptr; ///< Used through the link only.
        ClinicId clinic;
        bool joined = false;
    };

    [[nodiscard]] static Result<Start> startOf(Storage::Store &store, const LiveView &view, const Watcher &watcher);
    void join(quint64 id, const Watcher &watcher);
    void catchUp(quint64 id, LiveMessages begun, qint64 sequence, qint64 startedAt);
    void finishJoin(quint64 id, const LiveMessages &messages, qint64 startedAt);
    void leave(quint64 id);
    void refuse(quint64 id, LiveClose why);
    void deliver(const ClinicId &clinic, const LiveMessages &messages);
    LiveChannel &channel(const ClinicId &clinic);

    Storage::Database &m_database;
    const LiveView &m_view;
    std::shared_ptr<LiveLink> m_link;
    std::map<QString, std::unique_ptr<LiveChannel>> m_channels;
    std::map<quint64, Subscriber> m_subscribers;
    std::atomic<quint64> m_nextId = 1;
    std::atomic<int> m_watching = 0;
};

} // namespace Frontdesk::Live
