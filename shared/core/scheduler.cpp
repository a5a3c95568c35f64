#include "shared/core/scheduler.h"

#include <QTimer>

namespace Frontdesk {

namespace {

class TimerJob final : public Scheduler::Job {
public:
    TimerJob(Milliseconds delay, std::function<void()> run)
        : m_run(std::move(run))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            // The callback may destroy this job; it must outlive its own call.
            const auto callback = std::move(m_run);
            callback();
        });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
    std::function<void()> m_run;
};

} // namespace

Instant SystemScheduler::now() const
{
    return m_clock.now();
}

QDateTime SystemScheduler::utcNow() const
{
    return m_clock.utcNow();
}

Scheduler::JobHandle SystemScheduler::after(Milliseconds delay, std::function<void()> run)
{
    return std::make_unique<TimerJob>(delay, std::move(run));
}

} // namespace Frontdesk
