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

/// Reads what the caller is to the patient. `asked`: our question was who the patient is or how they are related.
[[nodiscard]] RelationReading readRelation(const SpokenText &text, bool asked);

} // namespace Frontdesk::Dialogue
