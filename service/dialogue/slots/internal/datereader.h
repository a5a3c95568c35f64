#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

#include <QDate>

namespace Frontdesk::Dialogue {

struct DateReading {
    QString date; ///< Slot form of PreferredDate; empty: none.
    QString days; ///< Slot form of PreferredDays.
    WordSpan dateWords;
    WordSpan dayWords;
    bool corrected = false;
};

/// Reads the wished-for days. Words in `settled` are skipped; `claims` are respected and extended.
/// `today` is the clinic's; `asked`: our question was for a day or time.
[[nodiscard]] DateReading readDates(const SpokenText &text, Claims &claims, const std::vector<WordSpan> &settled,
                                    QDate today, bool asked);

/// "As soon as possible", "the first available".
[[nodiscard]] bool wantsSoonest(const SpokenText &text);

} // namespace Frontdesk::Dialogue
