#pragma once

#include "shared/core/clock.h"

namespace Frontdesk::Sockets {

/// How long a busy thread may leave its patient sockets alone between two looks, and then find more at each: with
/// hundreds of calls, waking for every 20 ms of audio of every one of them costs more than the audio does. Network cards
/// do the same with their interrupts. Used on the thread it measures.
class LookModeration {
public:
    /// Three frames of audio. On a thread this busy the caller's voice is heard half of it late on average; nobody's patience
    /// ends there, and a longer pause saves little more.
    static constexpr Microseconds LongestPause{60'000};

    /// From one look's start to the next's: nothing below a twentieth of a core, then growing up to `LongestPause` at a
    /// third of one.
    [[nodiscard]] static Microseconds pauseAt(double partOfCore);

    /// The pause to keep after a look that began now, by what the thread used lately.
    [[nodiscard]] Microseconds pauseAfter(Instant now);

private:
    Instant m_measuredAt{};
    Microseconds m_usedThen{0}; ///< Of the processor, by this thread.
    Microseconds m_pause{0};
};

} // namespace Frontdesk::Sockets
