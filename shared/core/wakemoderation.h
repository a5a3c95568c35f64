#pragma once

#include "shared/core/clock.h"

#include <QObject>

namespace Frontdesk {

/// Lets a busy thread look at its sockets less often, and find more at each look: with hundreds of calls, waking for
/// every 20 ms of audio of every one of them costs more than the audio does. Network cards do the same with their
/// interrupts.
///
/// Lives on the thread it moderates. Below a twentieth of a core nothing changes; what is due on a busier thread, sockets,
/// timers and messages of other threads, comes late by at most the pause.
class WakeModeration final : public QObject {
public:
    /// `longestPause` is one frame of audio unless told: more would only add lateness.
    explicit WakeModeration(Microseconds longestPause = Microseconds(20'000));

    /// The least time from one look to the next on a thread that uses such a part of a core.
    [[nodiscard]] Microseconds pauseAt(double partOfCore) const;

private:
    void onAboutToBlock();
    void measure(Instant now);

    const Microseconds m_longestPause;
    Instant m_lastLook{};
    Instant m_measuredAt{};
    Microseconds m_usedThen{0}; ///< Of the processor, by this thread.
    Microseconds m_pause{0};
};

} // namespace Frontdesk
