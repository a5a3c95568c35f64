#pragma once

#include "service/dialogue/turns/turntiming.h"
#include "service/flow/expectation.h"

#include <QString>

namespace Frontdesk::Dialogue {

/// What it is in the words said so far that tells whether more will come. Worked out once for each text, since a pause
/// is judged at every frame.
struct SaidSoFar {
    SaidSoFar() = default;
    explicit SaidSoFar(const QString &words);

    bool anything = false;
    bool yesOrNo = false;        ///< Nothing else.
    bool endsInFiller = false;   ///< "um", "let me see".
    bool endsUnfinished = false; ///< "and", "my".
    int digits = 0;              ///< Spoken or written.
};

/// Decides how long a pause must be to mean "I have finished".
///
/// Joins what was asked with what has been said so far, and learns this caller's own pauses. Pure.
class Endpointing {
public:
    explicit Endpointing(TurnTiming timing = {});

    /// Silence to wait for after what the interim text says; nothing when nothing was recognized yet.
    [[nodiscard]] Milliseconds waitAfter(const SaidSoFar &said, Flow::Expectation expectation) const;

    /// The caller went on speaking after a pause of this length inside one turn.
    void learnPause(Milliseconds pause);

private:
    TurnTiming m_timing;
    double m_meanPauseMs = 0;
};

} // namespace Frontdesk::Dialogue
