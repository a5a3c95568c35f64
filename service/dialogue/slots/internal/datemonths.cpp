#include "service/dialogue/slots/internal/datepieces.h"
#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

namespace Frontdesk::Dialogue {

/// "February", "next month", "the month", "May of next year".
std::optional<DatePieces::NamedMonth> DatePieces::monthAt(int at) const
{
    if (const int number = monthNumber(m_text.at(at)); number > 0) {
        DateSpan dates = nextMonth(m_today, number);
        int words = 1;
        const int after = m_text.is(at + 1, "of") ? at + 2 : at + 1;
        if (const SpokenNumber year = yearAt(m_text, after, m_today.year())) {
            dates = wholeMonth(QDate(year.value, number, 1));
            words = after - at + year.words;
        } else if (m_text.is(after, "next") && m_text.is(after + 1, "year")) {
            dates = wholeMonth(QDate(m_today.year() + 1, number, 1));
            words = after - at + 2;
        }
        return NamedMonth{dates, words};
    }
    int k = at;
    if (m_text.is(k, "the")) {
        ++k;
    }
    const bool next = m_text.isAny(k, {"next", "following", "coming"});
    if (next || m_text.is(k, "this")) {
        ++k;
    }
    if (!m_text.is(k, "month") || k == at) {
        return std::nullopt;
    }
    if (next) {
        return NamedMonth{wholeMonth(wholeMonth(m_today).from.addMonths(1)), k + 1 - at};
    }
    return NamedMonth{{m_today, wholeMonth(m_today).to}, k + 1 - at};
}

/// "The first week of April", "the first Monday in August", "the last Friday of the month".
DatePieces::Found DatePieces::weekOfMonth(int at) const
{
    const int the = afterThe(at);
    SpokenNumber which = ordinalAt(m_text, the);
    if (m_text.is(the, "last")) {
        which = {-1, 1};
    }
    if (!which || which.value > 5) {
        return std::nullopt;
    }
    const int unit = the + which.words;
    // "The first or third Tuesday of July": the first borrows from the second.
    if (m_text.isAny(unit, {"or", "and"})) {
        const Found second = weekOfMonth(unit + 1);
        if (!second || !second->dates.isDay()) {
            return std::nullopt;
        }
        const QDate other = second->dates.from;
        const QDate date = nthWeekday(other.year(), other.month(), other.dayOfWeek(), which.value);
        DatePiece result;
        result.words = {at, unit};
        result.dates = {date, date};
        return date.isValid() ? Found(result) : std::nullopt;
    }
    const int dow = weekdayNumber(m_text.at(unit));
    const bool week = m_text.is(unit, "week") || (m_text.is(unit, "full") && m_text.is(unit + 1, "week"));
    int name = unit + (m_text.is(unit, "full") ? 2 : 1);
    if (dow == 0 && !week) {
        return std::nullopt;
    }
    // "Next month, maybe the first Monday"
    if (dow > 0 && m_lastMonth.isValid() && !m_text.isAny(name, {"of", "in"})) {
        const QDate date = nthWeekday(m_lastMonth.year(), m_lastMonth.month(), dow, which.value);
        if (date.isValid() && date >= m_today) {
            DatePiece result;
            result.words = {at, name};
            result.dates = {date, date};
            return result;
        }
    }
    if (!m_text.isAny(name, {"of", "in"})) {
        return std::nullopt;
    }
    ++name;
    auto month = monthAt(name);
    if (!month && m_text.is(name, "the") && m_text.is(name + 1, "new") && m_text.is(name + 2, "year")) {
        month = NamedMonth{wholeMonth(QDate(m_today.year() + 1, 1, 1)), 3};
    }
    if (!month) {
        return std::nullopt;
    }
    const DateSpan whole = wholeMonth(month->dates.from);
    DatePiece result;
    result.words = {at, name + month->words};
    if (dow > 0) {
        const QDate date = nthWeekday(whole.from.year(), whole.from.month(), dow, which.value);
        if (!date.isValid()) {
            return std::nullopt;
        }
        result.dates = {date, date};
        return result;
    }
    const QDate from = which.value < 0 ? whole.to.addDays(-6) : whole.from.addDays(7 * (which.value - 1));
    result.dates = {from, std::min(from.addDays(6), whole.to)};
    return result;
}

/// "Early April", "sometime in February", "the end of the month", "next year".
DatePieces::Found DatePieces::month(int at) const
{
    static const Phrase partWords("(?:the )?(?:(early|earlier|beginning|start|first part|first "
                                  "half)|(mid|middle)|(late|later|end|very end|tail end|last part|second "
                                  "half))(?: part)?(?: of| in)?");
    DatePiece result;
    int name = at;
    std::optional<MonthPart> part;
    if (const auto match = partWords.findAt(m_text, at)) {
        part = !match->groups[0].empty()   ? MonthPart::Early
               : !match->groups[1].empty() ? MonthPart::Mid
                                           : MonthPart::Late;
        name = match->all.last;
    }
    // "Mid to late January"
    std::optional<MonthPart> until;
    if (part && m_text.isAny(name, {"to", "through", "or", "and"})) {
        if (const auto match = partWords.findAt(m_text, name + 1)) {
            until = !match->groups[1].empty() ? MonthPart::Mid : MonthPart::Late;
            name = match->all.last;
        }
    }
    static const Phrase yearOver(
        "(?:the |this )?year (?:'s|is) (?:over|out|up|done)|(?:the )?year ends|(?:the )?year end");
    if (const auto match = yearOver.findAt(m_text, at)) {
        result.words = match->all;
        result.dates = {QDate(m_today.year() + 1, 1, 1), QDate(m_today.year() + 1, 1, 1)};
        return result;
    }
    const int which = m_text.is(name, "the") || m_text.isAny(name, {"this", "next"}) ? name + 1 : name;
    if (which > name && m_text.is(which, "year") && !m_text.is(which - 1, "the")) {
        const bool next = m_text.is(name, "next");
        const int year = m_today.year() + (next ? 1 : 0);
        result.words = {at, which + 1};
        result.dates = {next ? QDate(year, 1, 1) : m_today, QDate(year, 12, 31)};
        if (part) {
            result.dates = *part == MonthPart::Early ? wholeMonth(QDate(year, 1, 1)) : wholeMonth(QDate(year, 12, 1));
            result.endOf = *part == MonthPart::Late;
        }
        return result;
    }
    if (part && m_text.is(which, "year")) {
        result.words = {at, which + 1};
        result.dates = wholeMonth(QDate(m_today.year(), 12, 1));
        result.endOf = true;
        return result;
    }
    const auto month = monthAt(name);
    if (!month) {
        return std::nullopt;
    }
    // "May" and "March" are verbs too; a bare month needs something that makes it one.
    static const WordSet before("in for during until by before after sometime around to next this early mid late or of "
                                "and since through like maybe");
    if (!part && name == at && monthNumber(m_text.at(at)) > 0 && !before.has(m_text.at(at - 1)) &&
        (!m_asked || m_text.isAny(at + 1, {"i", "we", "be", "not"}))) {
        return std::nullopt;
    }
    result.words = {at, name + month->words};
    result.dates = month->dates;
    if (part) {
        result.dates = partOfMonth(month->dates.from, *part);
        if (until) {
            result.dates.to = partOfMonth(month->dates.from, *until).to;
        }
        result.endOf = *part == MonthPart::Late;
        if (result.dates.to >= m_today) {
            result.dates.from = std::max(result.dates.from, m_today);
        }
    }
    return result;
}

} // namespace Frontdesk::Dialogue
