#pragma once

#include "service/retention/sweep.h"
#include "service/storage/database.h"
#include "shared/core/scheduler.h"

#include <QObject>

#include <deque>
#include <memory>

namespace Frontdesk::Retention {

/// Sweeps every clinic once an hour, batch by batch on the database's threads, so that nobody waits for longer than a
/// batch.
///
/// Lives on one thread with an event loop.
class RetentionKeeper final : public QObject {
    Q_OBJECT

public:
    /// Everything given outlives this; `shelf` may be null.
    RetentionKeeper(Storage::Database &database, Storage::AuditSeal seal, Scheduler &scheduler,
                    Storage::RecordingShelf *shelf);

    /// The first sweep begins after FirstPause: a start has more urgent things to do.
    void start();

    static constexpr Milliseconds FirstPause{60'000};
    static constexpr Milliseconds Pause{3'600'000};

Q_SIGNALS:
    /// All clinics were swept, as far as that was possible.
    void swept();

private:
    void begin();
    void next();
    void step(const std::shared_ptr<Sweep> &sweep);

    Storage::Database &m_database;
    const Storage::AuditSeal m_seal;
    Scheduler &m_scheduler;
    Storage::RecordingShelf *m_shelf;
    std::deque<std::shared_ptr<Sweep>> m_sweeps;
    Scheduler::JobHandle m_later;
};

} // namespace Frontdesk::Retention
