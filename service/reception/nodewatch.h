#pragma once

#include "service/storage/database.h"
#include "service/storage/nodestore.h"
#include "shared/core/scheduler.h"

#include <QObject>

#include <map>

namespace Frontdesk::Reception {

/// The id of the service that keeps its data in this folder, made on the first start. Unavailable: it cannot be kept.
[[nodiscard]] Result<Storage::NodeId> nodeOf(const QString &dataDir);

/// Says every `Pause` that this service is alive, and brings to an end what other services of the same database have left
/// behind that are not any more: those that say nothing new `QuietLooks` times in a row. Looks are counted, not seconds,
/// so that neither clocks that differ nor a database that was away for everybody make the living look dead.
///
/// Lives on one thread with an event loop.
class NodeWatch final : public QObject {
    Q_OBJECT

public:
    /// Everything given outlives this.
    NodeWatch(Storage::Database &database, Storage::NodeId self, Scheduler &scheduler);

    void start();

    static constexpr Milliseconds Pause{10'000};
    static constexpr int QuietLooks = 6;

Q_SIGNALS:
    /// This look is over.
    void looked();

private:
    struct Known {
        qint64 signs = 0;
        int quietLooks = 0;
    };

    void look();
    void compare(const std::vector<Storage::NodeSign> &nodes);
    void bury(const Storage::NodeId &node);

    Storage::Database &m_database;
    const Storage::NodeId m_self;
    Scheduler &m_scheduler;
    std::map<Storage::NodeId, Known> m_others;
    Scheduler::JobHandle m_next;
};

} // namespace Frontdesk::Reception
