#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "shared/model/openinghours.h"

#include <QTime>

#include <optional>

namespace Frontdesk::Dialogue {

enum class DayHalf { Unknown, Morning, Afternoon };

/// One mention of a time: on the clock, or a part of the day.
struct ClockPiece {
    WordSpan words;
    int hour = -1; ///< 0 to 23; -1: a part of the day.
    int minute = 0;
    DayHalf half = DayHalf::Unknown;
    QString part; ///< Slot form, "morning".
};

/// A time on the clock that begins at word `at`: "half past nine", "nine thirty", "3 pm", "noon". `cued`: a bare hour
/// counts too.
[[nodiscard]] std::optional<ClockPiece> clockTimeAt(const SpokenText &text, int at, bool cued);

/// A part of the day: "first thing", "late afternoon", "after lunch".
[[nodiscard]] std::optional<ClockPiece> partOfDayAt(const SpokenText &text, int at);

/// The half of the day a part of the day lies in.
[[nodiscard]] DayHalf halfOf(const QString &part);

/// The time meant: what was said, then what fits the opening hours, then what is usual.
[[nodiscard]] QTime resolved(const ClockPiece &piece, DayHalf nearby, const OpeningHours &hours);

} // namespace Frontdesk::Dialogue
