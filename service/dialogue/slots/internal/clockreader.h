#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "shared/model/openinghours.h"

namespace Frontdesk::Dialogue {

struct TimeReading {
    QString time; ///< Slot form of PreferredTime; empty: none.
    WordSpan words;
    bool corrected = false;
};

/// Reads the wished-for time of day. `hours` decide whether "three" is in the morning; without any, 1 to 6 are
/// afternoon. `asked`: our question was for a day or time, so a bare "three" is one.
[[nodiscard]] TimeReading readTimes(const SpokenText &text, Claims &claims, const std::vector<WordSpan> &settled,
                                    const OpeningHours &hours, bool asked);

} // namespace Frontdesk::Dialogue
