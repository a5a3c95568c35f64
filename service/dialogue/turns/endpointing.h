#pragma once

#include "service/dialogue/turns/turntiming.h"
#include "service/flow/expectation.h"

#include <QString>

namespace Frontdesk::Dialogue {

/// Decides how long a pause must be to mean "I have finished".
///
/// Joins what was asked with what has been said so far, and learns this caller's own pauses. Pure.
class Endpointing {
public:
    explicit Endpointing(TurnTiming timing = {});

    /// Silence to wait for after `wordsSoFar` (interim text; empty when nothing was recognized yet).
    [[nodiscard]] Milliseconds waitAfter(const QString &wordsSoFar, Flow::Expectation expectation) const;

    /// The caller went on speaking after a pause of this length inside one turn.
    void learnPause(Milliseconds pause);

private:
    TurnTiming m_timing;
    double m_meanPauseMs = 0;
};

} // namespace Frontdesk::Dialogue
