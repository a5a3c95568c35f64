#include "service/dialogue/slots/internal/datepieces.h"

#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

namespace Frontdesk::Dialogue {
namespace {

QDate inWeek(QDate monday, int weekday)
{
    return monday.addDays(weekday - 1);
}

/// Words that make "first", "second" or "third" something else than a day.
bool isNoDay(const SpokenText &text, int after)
{
    static const WordSet things("thing things available one ones time times appointment appointments opening openings "
                                "visit week day part half name names trimester grade grader shot dose opinion floor "
                                "degree slot choice option person doctor number line quarter monday tuesday wednesday "
                                "thursday friday saturday sunday few couple two three thought thoughts am pm o'clock");
    return things.has(text.at(after));
}

} // namespace

DatePiece DatePieces::piece(int first, int last, DateSpan dates)
{
    DatePiece result;
    result.words = {first, last};
    result.dates = dates;
    return result;
}

DatePiece DatePieces::day(int first, int last, QDate date)
{
    return piece(first, last, {date, date});
}

std::optional<DatePiece> DatePieces::readAt(int at)
{
    Found found = mention(at);
    if (found && found->dates.from.isValid() && !found->weekly) {
        // "Halloween is a Tuesday": its weekday is no second day.
        static const Phrase fallsOn("(?:is|'s|falls)(?: on)?(?: an?)? \\w+day(?= (?:so|this)|$)");
        if (const auto match = fallsOn.findAt(m_text, found->words.last); match && found->dates.isDay()) {
            found->words.last = match->all.last;
        }
        m_anchor = found->dates.from;
        m_anchorWeek = found->weekday == 0 ? found->week : QDate();
        for (int i = found->words.first; i < found->words.last; ++i) {
            if (monthNumber(m_text.at(i)) > 0 || m_text.is(i, "month")) {
                m_lastMonth = QDate(m_anchor.year(), m_anchor.month(), 1);
            }
        }
    }
    return found;
}

DatePieces::Found DatePieces::mention(int at) const
{
    using Reader = Found (DatePieces::*)(int) const;
    static constexpr Reader readers[] = {&DatePieces::weekAfterAnchor, &DatePieces::nearDay,   &DatePieces::distance,
                                         &DatePieces::weekOfMonth,     &DatePieces::week,      &DatePieces::weekBeside,
                                         &DatePieces::weekend,         &DatePieces::dayBeside, &DatePieces::weekday,
                                         &DatePieces::monthDay,        &DatePieces::written,   &DatePieces::dayOfMonth};
    for (const Reader reader : readers) {
        if (Found found = (this->*reader)(at)) {
            return found;
        }
    }
    if (const auto holiday = holidayAt(m_text, at, m_today)) {
        return day(at, at + holiday->words, holiday->date);
    }
    return month(at);
}

/// Today, tomorrow and their like.
DatePieces::Found DatePieces::nearDay(int at) const
{
    static const WordSet parts("morning afternoon evening");
    if (m_text.isAny(at, {"today", "tonight"})) {
        return day(at, at + 1, m_today);
    }
    if (m_text.is(at, "this") && parts.has(m_text.at(at + 1))) {
        return day(at, at + 1, m_today);
    }
    if (m_text.isAny(at, {"tomorrow", "tmrw"})) {
        if (m_text.is(at + 1, "week")) {
            return day(at, at + 2, m_today.addDays(8));
        }
        return day(at, at + 1, m_today.addDays(1));
    }
    if (m_text.isAny(at, {"that", "then"}) && m_text.isAny(at - 1, {"after", "before"}) && m_anchor.isValid() &&
        (at + 1 == m_text.size() ||
         m_text.isAny(at + 1, {"works", "is", "would", "if", "please", "for", "in", "at"}))) {
        return day(at, at + 1, m_anchor);
    }
    const int the = afterThe(at);
    if (the > at && m_text.is(the, "one") && m_text.is(the + 1, "after") && m_anchor.isValid()) {
        return day(at, the + (m_text.is(the + 2, "that") ? 3 : 2), m_anchor.addDays(7));
    }
    if (m_text.is(the, "day") && m_text.is(the + 1, "after")) {
        if (m_text.is(the + 2, "tomorrow")) {
            return day(at, the + 3, m_today.addDays(2));
        }
        if (m_text.is(the + 2, "that") && m_anchor.isValid()) {
            return day(at, the + 3, m_anchor.addDays(1));
        }
    }
    if (the > at && m_text.is(the, "day") && m_text.isAny(the + 1, {"after", "before"}) && m_anchor.isValid() &&
        endsHere(the + 2)) {
        return day(at, the + 2, m_anchor.addDays(m_text.is(the + 1, "after") ? 1 : -1));
    }
    if (the > at && m_text.isAny(the, {"next", "following"}) && m_text.is(the + 1, "day")) {
        return day(at, the + 2, (m_anchor.isValid() ? m_anchor : m_today).addDays(1));
    }
    return std::nullopt;
}

/// "The day after Thanksgiving", "the Monday after Easter".
DatePieces::Found DatePieces::dayBeside(int at) const
{
    const int the = afterThe(at);
    const int dow = weekdayNumber(m_text.at(the));
    const bool plainDay = m_text.is(the, "day") && the > at;
    const bool after = m_text.is(the + 1, "after");
    if ((dow == 0 && !plainDay) || (!after && !m_text.is(the + 1, "before"))) {
        return std::nullopt;
    }
    const Found base = mention(the + 2);
    if (!base || !base->dates.isDay()) {
        if (dow > 0 && after && m_text.is(the + 2, "next")) {
            DatePiece result = day(at, the + 3, inWeek(mondayOf(m_today).addDays(14), dow));
            result.week = mondayOf(result.dates.from);
            return result;
        }
        if (dow > 0 && after && m_anchor.isValid() && (endsHere(the + 2) || m_text.is(the + 2, "that"))) {
            return day(at, the + (m_text.is(the + 2, "that") ? 3 : 2), weekdayAfter(m_anchor, dow));
        }
        return std::nullopt;
    }
    const QDate date = base->dates.from;
    if (plainDay) {
        return day(at, base->words.last, date.addDays(after ? 1 : -1));
    }
    return day(at, base->words.last, after ? weekdayAfter(date, dow) : weekdayAfter(date.addDays(-8), dow));
}

DatePieces::Found DatePieces::weekday(int at) const
{
    static const Phrase lead(
        "(?:this coming|coming|the following|following|the next|next|this|any|every|each|the|an?(?= "
        "\\w+day(?: (?:or|and|would|works|is|please|morning|afternoon|evening)|$)))");
    int k = at;
    QString mode;
    if (const auto match = lead.findAt(m_text, at)) {
        mode = m_text.plain(match->all);
        k = match->all.last;
    }
    bool plural = false;
    const int dow = weekdayNumber(m_text.at(k), &plural);
    if (dow == 0 || (m_text.isAny(k, {"sat", "wed", "mon"}) && !m_asked)) {
        return std::nullopt;
    }
    DatePiece result = day(at, k + 1, weekdayAfter(m_today, dow));
    result.weekday = dow;
    static const Phrase onlyDay("(?:is|'s) (?:the only day|my (?:only )?(?:day off|free day))|always (?:works|is)");
    if (mode.isEmpty() && onlyDay.findAt(m_text, k + 1)) {
        mode = QStringLiteral("every");
    }
    const bool usual = mode.isEmpty() && m_text.isAny(k + 1, {"mornings", "afternoons", "evenings", "nights"});
    if (plural || usual || mode == QLatin1String("any") || mode == QLatin1String("every") ||
        mode == QLatin1String("each") || mode == QLatin1String("a")) {
        result.weekly = true;
        result.weekdays = {dow};
        result.dates = {};
        return result;
    }
    if (mode.endsWith(QLatin1String("following")) && m_anchor.isValid()) {
        result.dates.from = result.dates.to = weekdayAfter(m_anchor, dow);
        result.week = mondayOf(result.dates.from);
    } else if (mode.endsWith(QLatin1String("next")) || mode.endsWith(QLatin1String("following"))) {
        result.week = mondayOf(m_today).addDays(7);
        result.dates.from = result.dates.to = inWeek(result.week, dow);
    } else if (mode == QLatin1String("this") && inWeek(mondayOf(m_today), dow) >= m_today) {
        result.dates.from = result.dates.to = inWeek(mondayOf(m_today), dow);
        result.week = mondayOf(m_today);
    }
    if (mode == QLatin1String("this")) {
        result.week = mondayOf(result.dates.from);
    }
    return weekdayDetail(result, mode.isEmpty() || mode == QLatin1String("the"));
}

/// What may follow a weekday: "the twenty third", "next week", "the week after next", "in two weeks".
DatePieces::Found DatePieces::weekdayDetail(DatePiece result, bool bare) const
{
    const int next = result.words.last;
    const int dow = result.weekday;
    for (const Found &number : {monthDay(next), written(next), dayOfMonth(next)}) {
        if (number && number->dates.isDay()) {
            const bool counts = !m_text.isAny(number->words.last, {"o'clock", "am", "pm"});
            if (counts) {
                return day(result.words.first, number->words.last, number->dates.from);
            }
        }
    }
    if (!bare) {
        return result;
    }
    int of = next;
    while (m_text.isAny(of, {"of", "in", "the"}) && of < next + 2 && !m_text.is(of + 1, "morning")) {
        ++of;
    }
    if (m_text.is(next, "week") && !m_text.is(next + 1, "of")) {
        return day(result.words.first, next + 1, result.dates.from.addDays(7));
    }
    for (const int start : {next, of}) {
        Found other = week(start);
        if (!other) {
            other = weekBeside(start);
        }
        if (other && other->week.isValid() && !other->endOf) {
            result.words.last = other->words.last;
            result.week = other->week;
            result.dates.from = result.dates.to = inWeek(other->week, dow);
            return result;
        }
    }
    if (m_text.is(next, "in")) {
        if (const SpokenNumber count = countAt(m_text, next + 1);
            count && m_text.isAny(next + 1 + count.words, {"week", "weeks"})) {
            result.words.last = next + 2 + count.words;
            result.week = mondayOf(m_today).addDays(7 * count.value);
            result.dates.from = result.dates.to = inWeek(result.week, dow);
        }
    }
    return result;
}

/// "March ninth", "March the 9th, 2027", and the other way round: "the ninth of March".
DatePieces::Found DatePieces::monthDay(int at) const
{
    const int month = monthNumber(m_text.at(at));
    if (month == 0) {
        return std::nullopt;
    }
    const int number = afterThe(at + 1);
    SpokenNumber dayNumber = ordinalAt(m_text, number);
    if (!dayNumber && !m_text.isAny(number, {"oh", "o", "zero"})) {
        dayNumber = cardinalAt(m_text, number);
    }
    if (!dayNumber || dayNumber.value < 1 || dayNumber.value > 31) {
        return std::nullopt;
    }
    int last = number + dayNumber.words;
    if (m_text.is(last, "nineteen") ||
        (m_text.at(last).size() == 4 && m_text.at(last).startsWith(QLatin1String("19")))) {
        return std::nullopt; // a birthday
    }
    if (const SpokenNumber year = yearAt(m_text, last, m_today.year())) {
        const QDate date(year.value, month, dayNumber.value);
        return date.isValid() ? Found(day(at, last + year.words, date)) : std::nullopt;
    }
    auto date = nextMonthDay(m_today, month, dayNumber.value);
    if (date && m_text.is(last, "of") && m_text.is(last + 1, "next") && m_text.is(last + 2, "year")) {
        date = nextMonthDay(QDate(m_today.year() + 1, 1, 1), month, dayNumber.value);
        last += 3;
    }
    return date ? Found(day(at, last, *date)) : std::nullopt;
}

/// "The fifteenth", "the 13th of this month", "the second of June".
DatePieces::Found DatePieces::dayOfMonth(int at) const
{
    const int number = afterThe(at);
    SpokenNumber ordinal = ordinalAt(m_text, number);
    const QString &figures = m_text.at(number);
    if (!ordinal && number > at && !figures.isEmpty() && figures.size() <= 2 && figures[0].isDigit()) {
        ordinal = cardinalAt(m_text, number); // "the 23"
    }
    if (const SpokenNumber cardinal = ordinal ? SpokenNumber{} : cardinalAt(m_text, number);
        cardinal && monthNumber(m_text.at(number + cardinal.words)) > 0 && !m_text.is(number + cardinal.words, "may")) {
        ordinal = cardinal; // "the fourteen September"
    }
    if (!ordinal || ordinal.value < 1 || ordinal.value > 31) {
        return std::nullopt;
    }
    int last = number + ordinal.words;
    if (m_text.is(last, "of") || monthNumber(m_text.at(last)) > 0) {
        const int name = afterThe(m_text.is(last, "of") ? last + 1 : last);
        if (const int month = monthNumber(m_text.at(name)); month > 0) {
            const auto date = nextMonthDay(m_today, month, ordinal.value);
            return date ? Found(day(at, name + 1, *date)) : std::nullopt;
        }
        if (m_text.is(name + 1, "month") || (m_text.is(name, "month"))) {
            const bool next = m_text.isAny(name, {"next", "following"});
            const QDate first = wholeMonth(m_today).from.addMonths(next ? 1 : 0);
            QDate date(first.year(), first.month(), ordinal.value);
            if (date < m_today || (date == m_today && ordinal.value == 1)) {
                date = date.addMonths(1); // "The first of the month" is the one to come.
            }
            const int end = m_text.is(name, "month") ? name + 1 : name + 2;
            return date.isValid() ? Found(day(at, end, date)) : std::nullopt;
        }
        if (m_text.is(last, "of")) {
            return std::nullopt;
        }
    }
    const bool introduced =
        number > at || m_text.isAny(at - 1, {"on", "for", "or", "and"}) || weekdayNumber(m_text.at(at - 1)) > 0;
    const bool moment = ordinal.value == 2 && m_text.isAny(at - 1, {"a", "one", "just", "wait", "sec"});
    if (moment || isNoDay(m_text, last) || (!introduced && !m_asked)) {
        return std::nullopt;
    }
    if (m_lastMonth.isValid()) {
        const QDate date(m_lastMonth.year(), m_lastMonth.month(), ordinal.value);
        if (date.isValid() && date >= m_today) {
            return day(at, last, date);
        }
    }
    const QDate date = nextDayOfMonth(m_today, ordinal.value);
    return date.isValid() ? Found(day(at, last, date)) : std::nullopt;
}

/// "3/15", "3/15/26", "2026-03-15".
DatePieces::Found DatePieces::written(int at) const
{
    const QStringList parts = m_text.at(at).split(QLatin1Char('/'));
    if (parts.size() == 2) {
        const auto date = nextMonthDay(m_today, parts[0].toInt(), parts[1].toInt());
        return date ? Found(day(at, at + 1, *date)) : std::nullopt;
    }
    if (parts.size() == 3) {
        const int year = parts[2].toInt() + (parts[2].size() <= 2 ? 2000 : 0);
        const QDate date(year, parts[0].toInt(), parts[1].toInt());
        return date.isValid() && std::abs(year - m_today.year()) <= 3 ? Found(day(at, at + 1, date)) : std::nullopt;
    }
    if (m_text.at(at).size() == 4 && m_text.hyphenBefore(at + 1) && m_text.hyphenBefore(at + 2)) {
        const QDate date(m_text.at(at).toInt(), m_text.at(at + 1).toInt(), m_text.at(at + 2).toInt());
        return date.isValid() ? Found(day(at, at + 3, date)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace Frontdesk::Dialogue
