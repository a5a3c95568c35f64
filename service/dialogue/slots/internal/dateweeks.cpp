#include "service/dialogue/slots/internal/datepieces.h"
#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
/// "In two weeks", "three days from now", "a week from Tuesday", "within the next ten days".
DatePieces::Found DatePieces::distance(int at) const
{
    static const Phrase lead("(?:in|within|over|during)(?: the)?(?: next| coming)?(?: about| around| like| maybe| "
                             "roughly)?|(?:the|these)? ?(?:next|coming)|about|around|maybe");
    if (const auto match = lead.findAt(m_text, at)) {
        if (const SpokenNumber count = countAt(m_text, match->all.last)) {
            if (Found found = distanceFrom(at, match->all.last + count.words, count.value, true)) {
                return found;
            }
        }
    }
    const SpokenNumber count = countAt(m_text, at);
    return count ? distanceFrom(at, at + count.words, count.value, false) : std::nullopt;
}

DatePieces::Found DatePieces::distanceFrom(int start, int at, int count, bool led) const
{
    int second = 0; // "a week or two"
    if (m_text.is(at, "or") || m_text.is(at, "to")) {
        if (const SpokenNumber more = countAt(m_text, at + 1)) {
            second = more.value;
            at += 1 + more.words;
        }
    }
    const QString unit = m_text.at(at);
    const auto add = [&](QDate date, int number) {
        return unit.startsWith(QLatin1String("day")) ? date.addDays(number)
               : unit.startsWith(QLatin1String("week"))
                   ? date.addDays(7 * number)
                   : date.addMonths(unit.startsWith(QLatin1String("year")) ? 12 * number : number);
    };
    static const WordSet units("day days week weeks month months year years");
    if (!units.has(unit)) {
        return std::nullopt;
    }
    int end = at + 1;
    if (m_text.is(end, "or") && countAt(m_text, end + 1) && !m_text.is(end + 2, "days")) {
        second = countAt(m_text, end + 1).value;
        end += 1 + countAt(m_text, end + 1).words;
    }
    if (m_text.isAny(end, {"from", "after"}) || (m_text.is(end, "on") && weekdayNumber(m_text.at(end + 1)) > 0)) {
        if (m_text.isAny(end + 1, {"now", "today"})) {
            return day(start, end + 2, add(m_today, count));
        }
        if (const Found base = mention(end + 1); base && base->dates.from.isValid() && !base->weekly) {
            return day(start, base->words.last, add(base->dates.from, count));
        }
        return std::nullopt;
    }
    if (m_text.is(end, "out")) {
        return day(start, end + 1, add(m_today, count));
    }
    if (!led || m_text.is(end, "ago")) {
        return std::nullopt;
    }
    bool range = m_text.is(start, "within");
    for (int i = start; i < at; ++i) {
        range = range || m_text.isAny(i, {"next", "coming"});
    }
    if (m_text.isAny(start, {"about", "around", "maybe"})) {
        return std::nullopt;
    }
    if (second > 0) {
        return piece(start, end, {add(m_today, count), add(m_today, second)});
    }
    return range ? piece(start, end, {m_today, add(m_today, count)}) : day(start, end, add(m_today, count));
}

/// "Next week", "later this week", "the end of next week".
DatePieces::Found DatePieces::week(int at) const
{
    static const Phrase words("(?:(?:at )?(?:the )?(later|early|earlier|late|mid|middle(?: of)?|(?:toward|towards "
                              ")?(?:the )?end(?: of)?|beginning(?: of)?|start(?: of)?|first (?:part|half)(?: "
                              "of)?|(?:second|latter|last) (?:part|half)(?: of)?|rest(?: of)?|back half(?: of)?|front "
                              "half(?: of)?) )?(?:in )?(?:sometime )?(?:the )?(this|next|following|coming)? ?week(?! "
                              "(?:of|from|ago|after (?:next|that|the)|before (?:the|christmas|thanksgiving)))");
    const auto match = words.findAt(m_text, at);
    if (!match || (match->groups[0].empty() && match->groups[1].empty())) {
        return std::nullopt;
    }
    const QString part = m_text.plain(match->groups[0]);
    const QString which = m_text.plain(match->groups[1]);
    const bool next =
        which == QLatin1String("next") || which == QLatin1String("following") || which == QLatin1String("coming");
    if (which.isEmpty() && !part.contains(QLatin1String("end")) && !part.contains(QLatin1String("rest")) &&
        !part.contains(QLatin1String("late")) && !part.contains(QLatin1String("mid")) &&
        !part.contains(QLatin1String("early")) && !part.contains(QLatin1String("beginning")) &&
        !part.contains(QLatin1String("start"))) {
        return std::nullopt;
    }
    const QDate base = which == QLatin1String("following") && m_anchor.isValid() ? m_anchor : m_today;
    const QDate monday = mondayOf(base).addDays(next ? 7 : 0);
    DatePiece result = piece(match->all.first, match->all.last, {monday, monday.addDays(4)});
    result.week = monday;
    const auto within = [&](int from, int to) { result.dates = {monday.addDays(from), monday.addDays(to)}; };
    if (part.contains(QLatin1String("end")) || (part.startsWith(QLatin1String("late")) && next) ||
        part.startsWith(QLatin1String("second")) || part.startsWith(QLatin1String("latter")) ||
        part.startsWith(QLatin1String("last")) || part.startsWith(QLatin1String("back"))) {
        within(3, 4);
        result.endOf = part.contains(QLatin1String("end"));
    } else if (part.startsWith(QLatin1String("mid"))) {
        within(1, 3);
    } else if (!part.isEmpty() && !part.startsWith(QLatin1String("late")) && !part.startsWith(QLatin1String("rest"))) {
        within(0, 1);
    }
    if (!next) {
        const bool later = part == QLatin1String("later");
        result.dates.from = std::max(result.dates.from, later ? m_today.addDays(1) : m_today);
        if (result.dates.to < result.dates.from) {
            result.dates.to = std::max(result.dates.from, monday.addDays(6));
        }
    }
    return result;
}

/// "The week of the ninth", "the week after next", "the week before Christmas".
DatePieces::Found DatePieces::weekBeside(int at) const
{
    const int the = afterThe(at);
    if (!m_text.is(the, "week")) {
        return std::nullopt;
    }
    const auto whole = [&](int last, QDate inside) {
        DatePiece result = piece(at, last, workWeekOf(inside));
        result.week = result.dates.from;
        return result;
    };
    const int next = the + 1;
    if (m_text.is(next, "after") && m_text.is(next + 1, "next")) {
        return whole(next + 2, m_today.addDays(14));
    }
    const bool of = m_text.is(next, "of");
    const bool after = m_text.is(next, "after");
    if (of || after || m_text.isAny(next, {"before", "beginning", "starting"})) {
        if (const Found base = mention(next + 1); base && base->dates.from.isValid()) {
            const int shift = after ? 7 : m_text.is(next, "before") ? -7 : 0;
            return whole(base->words.last, base->dates.from.addDays(shift));
        }
    }
    if (after && the > at) {
        const int last = next + (m_text.is(next + 1, "that") ? 2 : 1);
        return whole(last, m_anchor.isValid() ? m_anchor.addDays(7) : m_today.addDays(14));
    }
    return std::nullopt;
}

/// "Not this week, the one after", "not next week, the following one".
DatePieces::Found DatePieces::weekAfterAnchor(int at) const
{
    static const Phrase words(
        "(?:the )?(?:(?:one|week) (?:after|following)(?! next)(?: that)?|(?:following|next) one)(?! \\w+day)");
    const auto match = words.findAt(m_text, at);
    if (!match || !m_anchorWeek.isValid()) {
        return std::nullopt;
    }
    DatePiece result = piece(at, match->all.last, workWeekOf(m_anchorWeek.addDays(7)));
    result.week = result.dates.from;
    return result;
}

DatePieces::Found DatePieces::weekend(int at) const
{
    static const Phrase shift(
        "(?:i|we|he|she|they|also|usually|always|just)(?: am| is)? work(?:ing)? (?:days|weekdays|weekends)");
    if (shift.findAt(m_text, at - 1) || shift.findAt(m_text, at - 2)) {
        return std::nullopt; // "I work days" is a shift, no wish.
    }
    static const Phrase words("(?:(this|next|the|the following|this coming|any|on a|a) )?(weekends?|weekdays?|week "
                              "days?|business days?|work days?)(?: only)?");
    const auto match = words.findAt(m_text, at);
    if (!match) {
        return std::nullopt;
    }
    const QString which = m_text.plain(match->groups[0]);
    const QString what = m_text.plain(match->groups[1]);
    if (what == QLatin1String("weekend") && (which.startsWith(QLatin1String("th")) || which == QLatin1String("next"))) {
        const int weeks = which == QLatin1String("next") ? 1 : 0;
        const QDate saturday = mondayOf(m_today).addDays(5 + 7 * weeks);
        return piece(match->all.first, match->all.last, {std::max(saturday, m_today), saturday.addDays(1)});
    }
    DatePiece result = piece(match->all.first, match->all.last, {});
    result.weekly = true;
    result.weekdays =
        what.startsWith(QLatin1String("weekend")) ? std::vector<int>{6, 7} : std::vector<int>{1, 2, 3, 4, 5};
    return result;
}

} // namespace Frontdesk::Dialogue
