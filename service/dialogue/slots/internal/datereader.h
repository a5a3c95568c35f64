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

struct DateContext {
    QDate today;        ///< The clinic's.
    bool asked = false; ///< Our question was for a day or time.
    QDate offered;      ///< The day we read back: "Wednesday's right" is that Wednesday.
};

/// Reads the wished-for days. Words in `settled` are skipped; `claims` are respected and extended.
[[nodiscard]] DateReading readDates(const SpokenText &text, Claims &claims, const std::vector<WordSpan> &settled,
                                    const DateContext &context);

/// "As soon as possible", "the first available".
[[nodiscard]] bool wantsSoonest(const SpokenText &text);

} // namespace Frontdesk::Dialogue
