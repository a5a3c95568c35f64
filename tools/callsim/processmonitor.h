#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

namespace Frontdesk::CallSim {

/// What a process used between two looks at it.
struct ProcessUse {
    double cpuCores = 0;  ///< 1.0: one core all the time.
    qint64 memoryKib = 0; ///< Resident, at the later look.
    qint64 peakMemoryKib = 0;
};

/// Watches another process through /proc; Linux only.
class ProcessMonitor {
public:
    ProcessMonitor(qint64 pid, const Clock &clock);

    /// Begins, or begins anew. NotFound when there is no such process.
    [[nodiscard]] Result<void> start();

    /// Since `start`.
    [[nodiscard]] Result<ProcessUse> use() const;

private:
    [[nodiscard]] Result<Milliseconds> cpuTime() const;
    [[nodiscard]] qint64 statusKib(QByteArrayView field) const;

    qint64 m_pid;
    const Clock &m_clock;
    Instant m_started;
    Milliseconds m_cpuAtStart{0};
};

} // namespace Frontdesk::CallSim
