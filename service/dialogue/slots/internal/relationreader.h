#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

struct RelationReading {
    QString relationship; ///< Slot form; empty: not said.
    QString said;         ///< The caller's own word.
    WordSpan words;
    bool forOther = false;    ///< The call is for someone else.
    bool callerNamed = false; ///< A name behind the word is the caller's ("I'm his wife Angela").
};

/// What the question before makes of a mentioned relative.
enum class RelationCue {
    Open,
    Asked, ///< We asked who the patient is or how they are related.
    Aside, ///< We asked for a number or a day: "my wife's phone" is nobody's patient.
};

/// Reads what the caller is to the patient.
[[nodiscard]] RelationReading readRelation(const SpokenText &text, RelationCue cue);

} // namespace Frontdesk::Dialogue
