#include "service/dialogue/slots/internal/calendar.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <functional>

namespace Frontdesk::Dialogue {
namespace {

/// Gregorian Easter Sunday, after the anonymous algorithm of 1876.
QDate easter(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int days = h + l - 7 * m + 114;
    return {year, days / 31, days % 31 + 1};
}

struct Holidays {
    Phrase name;
    std::function<QDate(int year)> in;
};

const std::vector<Holidays> &holidays()
{
    const auto fixed = [](int month, int day) { return [=](int year) { return QDate(year, month, day); }; };
    const auto nth = [](int month, int weekday, int n) {
        return [=](int year) { return nthWeekday(year, month, weekday, n); };
    };
    static const std::vector<Holidays> all = {
        {Phrase("new years? (?:'s )?eve"), fixed(12, 31)},
        {Phrase("new years?(?: 's)?(?: day)?"), fixed(1, 1)},
        {Phrase("(?:martin luther king|m l k|mlk)(?: junior| jr)?(?: 's)?(?: day)?"), nth(1, 1, 3)},
        {Phrase("valentines?(?: 's)?(?: day)?"), fixed(2, 14)},
        {Phrase("presidents?(?: 's)? day"), nth(2, 1, 3)},
        {Phrase("(?:saint|st) patricks?(?: 's)?(?: day)?"), fixed(3, 17)},
        {Phrase("good friday"), [](int year) { return easter(year).addDays(-2); }},
        {Phrase("easter monday"), [](int year) { return easter(year).addDays(1); }},
        {Phrase("easter(?: sunday)?"), easter},
        {Phrase("mothers?(?: 's)? day"), nth(5, 7, 2)},
        {Phrase("memorial day"), nth(5, 1, -1)},
        {Phrase("fathers?(?: 's)? day"), nth(6, 7, 3)},
        {Phrase("juneteenth"), fixed(6, 19)},
        {Phrase("(?:independence day|(?:the )?fourth of july|july fourth)"), fixed(7, 4)},
        {Phrase("labou?r day"), nth(9, 1, 1)},
        {Phrase("(?:columbus|indigenous peoples?(?: 's)?) day"), nth(10, 1, 2)},
        {Phrase("halloween"), fixed(10, 31)},
        {Phrase("veterans?(?: 's)? day"), fixed(11, 11)},
        {Phrase("thanksgiving(?: day)?"), nth(11, 4, 4)},
        {Phrase("(?:christmas|xmas) eve"), fixed(12, 24)},
        {Phrase("(?:christmas|xmas)(?: day)?"), fixed(12, 25)},
    };
    return all;
}

} // namespace

QString DateSpan::toText() const
{
    const auto end = [](QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QStringLiteral(".."); };
    return isDay() ? end(from) : end(from) + QLatin1Char('/') + end(to);
}

QDate mondayOf(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

DateSpan workWeekOf(QDate date)
{
    const QDate monday = mondayOf(date);
    return {monday, monday.addDays(4)};
}

QDate weekdayAfter(QDate date, int weekday)
{
    const int ahead = (weekday - date.dayOfWeek() + 7) % 7;
    return date.addDays(ahead == 0 ? 7 : ahead);
}

QDate nextDayOfMonth(QDate today, int day)
{
    QDate first(today.year(), today.month(), 1);
    for (int months = 0; months < 3; ++months) {
        const QDate month = first.addMonths(months);
        const QDate date(month.year(), month.month(), day);
        if (date.isValid() && date >= today) {
            return date;
        }
    }
    return {};
}

std::optional<QDate> nextMonthDay(QDate today, int month, int day)
{
    for (int year = today.year(); year <= today.year() + 8; ++year) {
        const QDate date(year, month, day);
        if (date.isValid() && date >= today) {
            return date;
        }
    }
    return std::nullopt;
}

DateSpan wholeMonth(QDate date)
{
    return {QDate(date.year(), date.month(), 1), QDate(date.year(), date.month(), date.daysInMonth())};
}

DateSpan nextMonth(QDate today, int month)
{
    if (today.month() == month) {
        return {today, wholeMonth(today).to};
    }
    return wholeMonth(QDate(month > today.month() ? today.year() : today.year() + 1, month, 1));
}

DateSpan partOfMonth(QDate inMonth, MonthPart part)
{
    const DateSpan whole = wholeMonth(inMonth);
    switch (part) {
    case MonthPart::Early:
        return {whole.from, whole.from.addDays(9)};
    case MonthPart::Mid:
        return {whole.from.addDays(10), whole.from.addDays(19)};
    case MonthPart::Late:
        break;
    }
    return {whole.from.addDays(20), whole.to};
}

QDate nthWeekday(int year, int month, int weekday, int n)
{
    const QDate first(year, month, 1);
    if (n < 0) {
        const QDate last(year, month, first.daysInMonth());
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    const QDate date = first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (n - 1));
    return date.month() == month ? date : QDate();
}

std::optional<NamedDay> holidayAt(const SpokenText &text, int at, QDate today)
{
    static const WordSet begins(
        "new martin m mlk valentine valentines president presidents saint st good easter mother "
        "mothers memorial father fathers juneteenth independence fourth july labor labour columbus "
        "indigenous halloween veteran veterans thanksgiving christmas xmas");
    if (!begins.has(text.at(at))) {
        return std::nullopt;
    }
    for (const Holidays &holiday : holidays()) {
        if (const auto match = holiday.name.findAt(text, at)) {
            const QDate date = holiday.in(today.year());
            return NamedDay{date >= today ? date : holiday.in(today.year() + 1), match->all.size()};
        }
    }
    return std::nullopt;
}

int monthNumber(const QString &word)
{
    static const WordNumbers months(
        "january 1 jan 1 february 2 feb 2 march 3 april 4 apr 4 may 5 june 6 july 7 august 8 "
        "aug 8 september 9 sept 9 sep 9 october 10 oct 10 november 11 nov 11 december 12 dec 12");
    return std::max(0, months.of(word));
}

int weekdayNumber(const QString &word, bool *plural)
{
    static const WordNumbers days(
        "monday 1 mon 1 tuesday 2 tue 2 wednesday 3 wed 3 thursday 4 thu 4 friday 5 fri 5 saturday 6 "
        "sat 6 sunday 7");
    const int day = days.of(word);
    if (plural != nullptr) {
        *plural = false;
    }
    if (day < 0 && word.endsWith(QLatin1String("days"))) {
        const int many = days.of(word.chopped(1));
        if (plural != nullptr) {
            *plural = many > 0;
        }
        return std::max(0, many);
    }
    return std::max(0, day);
}

QString weekdayCode(int weekday)
{
    static const QString codes = QStringLiteral("MOTUWETHFRSASU");
    return codes.mid((weekday - 1) * 2, 2);
}

} // namespace Frontdesk::Dialogue
