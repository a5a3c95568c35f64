#pragma once

#include "shared/core/scheduler.h"

#include <map>

namespace Frontdesk::CallSim {

/// Beats every 20 ms for each who has joined, counted from the moment they did, with one timer for all: hundreds of
/// lines with a timer each would spend more on timers than on sound.
class Metronome final {
public:
    /// `late`: how long after its moment the beat comes.
    using Beat = std::function<void(Milliseconds late)>;
    /// Its beats end when it is given up, be it during one.
    using Place = std::shared_ptr<const Beat>;

    /// `scheduler` outlives it; one thread.
    explicit Metronome(Scheduler &scheduler);

    /// The first beat comes on the next turn of the event loop. Beats that were missed are made up for.
    [[nodiscard]] Place join(Beat beat);

private:
    void beatDue();
    void schedule();

    Scheduler &m_scheduler;
    Scheduler::JobHandle m_next;
    std::multimap<Instant, std::weak_ptr<const Beat>> m_due;
};

} // namespace Frontdesk::CallSim
