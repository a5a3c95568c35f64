#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

/// A word the caller spelled: "k r i s h n a n", "s as in sam m i t h", "double l", "bravo echo november".
struct SpelledWord {
    WordSpan words;
    QString letters; ///< Lower case; may hold a hyphen or an apostrophe.
};

/// The spelled words of a turn, in order. `asked`: we asked to spell, so the spelling alphabet alone counts.
[[nodiscard]] std::vector<SpelledWord> spelledIn(const SpokenText &text, bool asked);

/// Remarks on a spelling that are no name: "with a y", "without an h", "no e on the end".
[[nodiscard]] std::vector<WordSpan> spellingRemarksIn(const SpokenText &text);

} // namespace Frontdesk::Dialogue
