#pragma once

#include "shared/core/result.h"

#include <QDateTime>
#include <QTime>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace Frontdesk {

/// A stretch of one day, from its first minute up to, not including, its last.
struct TimeRange {
    QTime from;
    QTime to;

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// A date on which the weekly hours do not hold.
struct Holiday {
    QString name;
    std::vector<TimeRange> hours; ///< Empty: closed all day.

    friend bool operator==(const Holiday &, const Holiday &) = default;
};

/// When a clinic's staff are there, in the clinic's own local time.
struct OpeningHours {
    std::array<std::vector<TimeRange>, 7> weekly; ///< Monday first.
    std::map<QDate, Holiday> holidays;

    [[nodiscard]] std::vector<TimeRange> on(QDate date) const;
    [[nodiscard]] bool isOpenAt(QDate date, QTime time) const;
    /// The next opening at or after the given local moment; none within a year: nothing.
    [[nodiscard]] std::optional<QDateTime> nextOpening(const QDateTime &local) const;

    /// Reads `mon-fri 08:00-17:00; sat 09:00-12:00` (several ranges a day: `mon 08:00-12:00,13:00-17:00`).
    [[nodiscard]] static Result<OpeningHours> parse(const QString &text);
    /// The same form, for people and for the database; holidays are not part of it.
    [[nodiscard]] QString toText() const;

    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

} // namespace Frontdesk
