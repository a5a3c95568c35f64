#pragma once

#include "shared/core/scheduler.h"

#include <map>

namespace Frontdesk::Tests {

/// Time that only moves when a test says so. Jobs run inside `advance`, in order of their moment.
class VirtualScheduler final : public Scheduler {
public:
    [[nodiscard]] Instant now() const override { return Instant(m_elapsed); }
    [[nodiscard]] QDateTime utcNow() const override;
    [[nodiscard]] JobHandle after(Milliseconds delay, std::function<void()> run) override;

    /// Runs everything due within `by`, each at its own moment, then stands at now + by.
    void advance(Milliseconds by);
    void setUtcStart(const QDateTime &start) { m_utcStart = start; }
    [[nodiscard]] Milliseconds elapsed() const { return std::chrono::duration_cast<Milliseconds>(m_elapsed); }
    [[nodiscard]] size_t pending() const { return m_jobs->size(); }

private:
    struct Entry {
        std::function<void()> run;
    };
    using Key = std::pair<Instant::duration, quint64>;
    class VirtualJob;

    std::shared_ptr<std::map<Key, Entry>> m_jobs = std::make_shared<std::map<Key, Entry>>();
    Instant::duration m_elapsed{};
    quint64 m_nextSerial = 0;
    QDateTime m_utcStart = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
};

} // namespace Frontdesk::Tests
