#pragma once

#include "shared/core/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Frontdesk {

/// Runs something later on the calling thread, against a Clock that tests can move.
class Scheduler : public Clock {
public:
    /// Cancels its job when destroyed.
    class Job {
    public:
        virtual ~Job() = default;
    };
    using JobHandle = std::unique_ptr<Job>;

    /// Calls `run` once after `delay` (0: on the next turn of the event loop), unless the handle dies first.
    /// Handle and callback stay on the calling thread.
    [[nodiscard]] virtual JobHandle after(Milliseconds delay, std::function<void()> run) = 0;
};

/// The scheduler of real life: millisecond timers on the calling thread's event loop.
class SystemScheduler final : public Scheduler {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] QDateTime utcNow() const override;
    [[nodiscard]] JobHandle after(Milliseconds delay, std::function<void()> run) override;

private:
    SystemClock m_clock;
};

} // namespace Frontdesk
