#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

#include <QDate>

#include <optional>

namespace Frontdesk::Dialogue {

/// Days from one to another, both included; an invalid end is open.
struct DateSpan {
    QDate from;
    QDate to;

    [[nodiscard]] bool isDay() const { return from.isValid() && from == to; }
    /// `a`, `a/b`, `a/..` or `../b`.
    [[nodiscard]] QString toText() const;
    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

[[nodiscard]] QDate mondayOf(QDate date);
/// Monday to Friday of the week that holds `date`.
[[nodiscard]] DateSpan workWeekOf(QDate date);
/// The next such weekday after `date` (1 = Monday ... 7 = Sunday).
[[nodiscard]] QDate weekdayAfter(QDate date, int weekday);
/// The first day with this number on or after `today`; months without it are passed over.
[[nodiscard]] QDate nextDayOfMonth(QDate today, int day);
/// The first such calendar day on or after `today` (29 February waits for a leap year).
[[nodiscard]] std::optional<QDate> nextMonthDay(QDate today, int month, int day);
/// The month's next occurrence; what is left of it when it is the current one.
[[nodiscard]] DateSpan nextMonth(QDate today, int month);
/// The whole month that holds `date`.
[[nodiscard]] DateSpan wholeMonth(QDate date);

enum class MonthPart { Early, Mid, Late };
/// 1 to 10, 11 to 20, 21 to the end.
[[nodiscard]] DateSpan partOfMonth(QDate inMonth, MonthPart part);
/// The `n`th weekday of a month; n = -1: the last.
[[nodiscard]] QDate nthWeekday(int year, int month, int weekday, int n);

/// A holiday's name at a word, with its next date on or after `today`, and how many words it took.
struct NamedDay {
    QDate date;
    int words = 0;
};
[[nodiscard]] std::optional<NamedDay> holidayAt(const SpokenText &text, int at, QDate today);

/// 1 to 12, 0: no month's name.
[[nodiscard]] int monthNumber(const QString &word);
/// 1 to 7, 0: no weekday. `plural` ("tuesdays") is reported apart.
[[nodiscard]] int weekdayNumber(const QString &word, bool *plural = nullptr);
/// `MO` ... `SU`.
[[nodiscard]] QString weekdayCode(int weekday);

} // namespace Frontdesk::Dialogue
