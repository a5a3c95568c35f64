#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

/// Digits said in a row: "five five five oh one two three", "double four", "twenty three eleven", "eight hundred".
struct DigitRun {
    WordSpan words;
    QString digits;           ///< The usual reading: every word in its order.
    QStringList alternatives; ///< Other readings ("one hundred twelve" is 112 or 100 12), the usual one not among them.
};

/// All runs of the turn. Small words a caller drops between digits ("area code", "and then", a pause) do not end a run;
/// corrections and other words do.
[[nodiscard]] std::vector<DigitRun> digitRunsIn(const SpokenText &text);

} // namespace Frontdesk::Dialogue
