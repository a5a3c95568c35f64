#include "service/dialogue/slots/internal/clockpieces.h"

#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

struct SpokenHour {
    int hour = -1;
    int minute = 0;
    int words = 0;
    bool exact = false; ///< Minutes, "o'clock" or a colon: a time for certain.
};

SpokenHour writtenHour(const QString &word)
{
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    if (colon <= 0 || word.size() - colon != 3) {
        return {};
    }
    const int hour = word.left(colon).toInt();
    const int minute = word.mid(colon + 1).toInt();
    return hour <= 23 && minute <= 59 ? SpokenHour{hour, minute, 1, true} : SpokenHour{};
}

SpokenNumber hourAt(const SpokenText &text, int at)
{
    if (text.isAny(at, {"oh", "o", "zero"})) {
        return {};
    }
    const SpokenNumber number = cardinalAt(text, at);
    const bool figures = number && text.at(at)[0].isDigit();
    return number && number.value >= 1 && number.value <= (figures ? 23 : 12) ? number : SpokenNumber{};
}

SpokenHour spokenHour(const SpokenText &text, int at)
{
    if (const SpokenHour written = writtenHour(text.at(at)); written.words > 0) {
        return written;
    }
    const SpokenNumber hour = hourAt(text, at);
    if (!hour) {
        return {};
    }
    SpokenHour result{hour.value, 0, hour.words, false};
    const int next = at + hour.words;
    if (text.is(next, "oh") || text.is(next, "o")) {
        if (const SpokenNumber minute = digitAt(text, next + 1); minute && minute.value > 0) {
            return {hour.value, minute.value, hour.words + 2, true};
        }
    }
    if (text.is(next, "hundred") && (text.is(next + 1, "hours"))) {
        return {hour.value, 0, hour.words + 2, true};
    }
    if (const SpokenNumber minute = cardinalAt(text, next); minute && minute.value >= 10 && minute.value <= 59) {
        static const WordSet units("days day weeks week months minutes hundred thousand");
        if (!units.has(text.at(next + minute.words)) && !text.is(next + minute.words, "o'clock") &&
            !digitAt(text, next + minute.words)) {
            return {hour.value, minute.value, hour.words + minute.words, true};
        }
    }
    return result;
}

/// "Half past nine", "a quarter to three", "ten after two".
SpokenHour relativeHour(const SpokenText &text, int at)
{
    const int start = text.isAny(at, {"a", "like"}) ? at + 1 : at;
    int minutes = 0;
    int next = start + 1;
    if (text.is(start, "half")) {
        minutes = 30;
    } else if (text.is(start, "quarter")) {
        minutes = 15;
    } else if (const SpokenNumber number = cardinalAt(text, start);
               number && number.value % 5 == 0 && number.value < 60) {
        minutes = number.value;
        next = start + number.words + (text.is(start + number.words, "minutes") ? 1 : 0);
    }
    if (minutes == 0) {
        return {};
    }
    const bool past = text.isAny(next, {"past", "after"});
    const bool to = text.isAny(next, {"to", "until", "of", "before"});
    const SpokenNumber hour = text.is(next + 1, "noon") ? SpokenNumber{12, 1} : hourAt(text, next + 1);
    if (!(past || to) || !hour || hour.value > 12 ||
        (to && !text.isAny(start, {"quarter", "half"}) && text.is(next, "to") && minutes < 5)) {
        return {};
    }
    const int words = next + 1 + hour.words - at;
    if (past) {
        return {hour.value, minutes, words, true};
    }
    return {hour.value == 1 ? 12 : hour.value - 1, 60 - minutes, words, true};
}

/// "Am", "p m", "in the evening" behind a time.
int readHalf(const SpokenText &text, int at, DayHalf &half)
{
    static const Phrase morning("am|a m|in the (?:early )?(?:morning|am|a m)|(?:this |tomorrow )?morning");
    static const Phrase afternoon("pm|p m|(?:in the|this|at) (?:early |late )?(?:afternoon|evening|night|pm|p "
                                  "m)|(?:tomorrow )?(?:afternoon|evening)|tonight");
    if (const auto match = morning.findAt(text, at)) {
        half = DayHalf::Morning;
        return match->all.size();
    }
    if (const auto match = afternoon.findAt(text, at)) {
        half = DayHalf::Afternoon;
        return match->all.size();
    }
    return 0;
}

/// What makes a number before it something else than an hour.
bool isCounted(const SpokenText &text, int after)
{
    static const WordSet things(
        "day days week weeks month months year years people kids children appointments times of hundred thousand "
        "dollars pills visits things doctors minutes hours minute hour percent other different more questions shots "
        "doses kid child patients point appointment weekday weekdays mornings one in's year-old yr blocks miles "
        "sisters sons daughters brothers");
    return things.has(text.at(after)) || digitAt(text, after) || teenAt(text, after) || tensAt(text, after) ||
           ordinalAt(text, after);
}

} // namespace

std::optional<ClockPiece> clockTimeAt(const SpokenText &text, int at, bool cued)
{
    ClockPiece piece;
    static const Phrase noon("(?:twelve |12 )?noon(?:ish)?|mid ?day(?! m)");
    if (const auto match = noon.findAt(text, at)) {
        piece.words = match->all;
        piece.hour = 12;
        piece.half = DayHalf::Afternoon;
        return piece;
    }
    SpokenHour hour = relativeHour(text, at);
    if (hour.words == 0) {
        hour = spokenHour(text, at);
    }
    if (hour.words == 0) {
        return std::nullopt;
    }
    int end = at + hour.words;
    if (text.is(end, "o'clock")) {
        hour.exact = true;
        ++end;
    }
    end += text.isAny(end, {"ish", "sharp"}) ? 1 : 0;
    const int halfWords = readHalf(text, end, piece.half);
    const bool plainHalf = halfWords > 0 && text.isAny(end, {"am", "pm", "a", "p", "in", "at"});
    if (!hour.exact && !plainHalf && (!cued || isCounted(text, end))) {
        return std::nullopt;
    }
    piece.hour = hour.hour;
    piece.minute = hour.minute;
    piece.words = {at, end + halfWords};
    return piece;
}

std::optional<ClockPiece> partOfDayAt(const SpokenText &text, int at)
{
    struct Part {
        Phrase words;
        const char *part;
    };
    static const std::vector<Part> parts = [] {
        const auto p = [](const char *words) { return Phrase(words); };
        return std::vector<Part>{
            {p("as soon as you (?:guys |all )?open(?: up)?|first thing(?: in)?(?: the)?(?: (?:morning|day))?(?! "
               "(?:available|you have|open))|(?:right )?when you "
               "(?:first )?open(?: up)?|early(?: in the)? mornings?|early in the day|(?:the )?(?:first|earliest) "
               "(?:appointment|slot|opening|one|thing|time) (?:of|in) the (?:day|morning)|(?:right )?before "
               "(?:work|school)|crack of dawn|bright and early|as early in the (?:day|morning) as (?:possible|you "
               "can|you have)"),
             "early_morning"},
            {p("(?:late|later)(?: in the)? mornings?|mid ?mornings?|mid mornings?|(?:in the |the )?mornings?(?: is "
               "fine| is good)? but not (?:too |super |so |that )?early|(?:not|nothing) (?:too|super|so) early(?: in "
               "the mornings?)?|before lunch"),
             "late_morning"},
            {p("(?:end|last part|very end) of (?:the |my )?(?:work ?)?day|close of business|(?:the )?last "
               "(?:appointment|slot|opening|one|thing) (?:of|in) the (?:day|afternoon)|(?:right )?before you (?:guys "
               ")?close|(?:late|later) in the day|as late (?:in the day )?as (?:possible|you (?:can|have|got|go|are "
               "open|do|take|"
               "see))|(?:the )?later the better|(?:late|later) in the evening|end of business"),
             "end_of_day"},
            {p("early(?: in the)? afternoons?|(?:in the |the )?afternoons? but not (?:too |super |so |that "
               ")?late|right after lunch|mid ?afternoons? but not too late"),
             "early_afternoon"},
            {p("(?:late|later)(?: in the)? afternoons?|(?:in the |the )?afternoons? but not (?:too |super |so |that "
               ")?early"),
             "late_afternoon"},
            {p("mid ?afternoons?|after (?:lunch(?: ?time)?|school|noon)|(?:in the |this |the )?afternoons?|no "
               "mornings?|not (?:in the |the )?mornings?|(?:any ?thing|any ?time) but (?:the )?mornings?"),
             "afternoon"},
            {p("(?:around |over |at |during )?(?:my )?lunch(?: ?(?:time|hour|break))?|(?:in the )?middle of the day"),
             "midday"},
            {p("after (?:work|dinner|hours|supper)|(?:in the |this |the )?(?:early |late )?evenings?|tonight|at night"),
             "evening"},
            {p("(?:in the |this |the )?mornings?|not (?:in the |the )?afternoons?|no afternoons?|in the a ?m|the a ?m"),
             "morning"},
            {p("in the p ?m|the p ?m"), "afternoon"},
        };
    }();
    static const WordSet begins(
        "as the first right when early earliest before crack bright as late later mid midmorning midafternoon morning "
        "mornings not nothing end last very close after afternoon afternoons in this no any anything around over at "
        "during lunch my middle evening evenings tonight");
    if (!begins.has(text.at(at)) || text.is(at - 1, "good")) {
        return std::nullopt;
    }
    for (const Part &entry : parts) {
        if (const auto match = entry.words.findAt(text, at)) {
            ClockPiece piece;
            piece.words = match->all;
            piece.part = QString::fromLatin1(entry.part);
            piece.half = halfOf(piece.part);
            return piece;
        }
    }
    return std::nullopt;
}

DayHalf halfOf(const QString &part)
{
    if (part.isEmpty()) {
        return DayHalf::Unknown;
    }
    return part.endsWith(QLatin1String("morning")) ? DayHalf::Morning : DayHalf::Afternoon;
}

QTime resolved(const ClockPiece &piece, DayHalf nearby, const OpeningHours &hours)
{
    int hour = piece.hour;
    // "Saturday morning or Monday after four": no visit is at four in the morning.
    const bool fits = nearby != DayHalf::Morning || (hour >= 6 && hour < 12);
    const DayHalf half = piece.half != DayHalf::Unknown ? piece.half : fits ? nearby : DayHalf::Unknown;
    if (hour >= 13 || hour == 0) {
        return {hour, piece.minute};
    }
    const QTime early(hour % 12, piece.minute);
    const QTime late(hour % 12 + 12, piece.minute);
    if (half != DayHalf::Unknown) {
        const bool noon = hour == 12 && piece.half == DayHalf::Unknown;
        return half == DayHalf::Afternoon || noon ? late : early;
    }
    const auto open = [&](QTime time) {
        return std::any_of(hours.weekly.begin(), hours.weekly.end(), [&](const std::vector<TimeRange> &day) {
            return std::any_of(day.begin(), day.end(),
                               [&](const TimeRange &range) { return time >= range.from && time < range.to; });
        });
    };
    if (open(early) != open(late)) {
        return open(early) ? early : late;
    }
    return hour < 7 || hour == 12 ? late : early;
}

} // namespace Frontdesk::Dialogue
