#include "service/dialogue/slots/internal/datereader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/datepieces.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

enum class Bound { None, From, After, Before, Until, Not, Between };

struct Mention {
    DatePiece piece;
    Bound bound = Bound::None;
    int lead = 0;       ///< First word of the mention with what stands before it.
    QString connection; ///< The words between it and the mention before.
};

struct BoundWords {
    Phrase words;
    Bound bound;
};

/// Words before a day that say how far it reaches; matched against what stands directly before.
Bound boundBefore(const SpokenText &before)
{
    static const Phrase otherwise(".*\\bif not(?: the)?");
    if (otherwise.covers(before)) {
        return Bound::None;
    }
    static const QString filler = QStringLiteral("(?: (?:on|the|like|maybe|about|around|in|sometime|of))*");
    static const std::vector<BoundWords> all = [] {
        const auto end = [](const char *words) {
            return Phrase(QString::fromLatin1(".*?\\b(?:%1)").arg(QLatin1String(words)) + filler);
        };
        return std::vector<BoundWords>{
            {end("(?:can|could|will|would) not (?:\\w+ ){0,4}(?:before|until)|(?:not?|nothing) (?:any "
                 ")?(?:before|earlier than|sooner than|until|till)|(?:not|nothing) (?:\\w+ )?until|on or "
                 "after|starting(?: from)?|beginning|as of|any ?time from|from"),
             Bound::From},
            {end("no(?:t|thing)?(?: any)? (?:later than|after|past)|until|by|on or before|through"), Bound::Until},
            {end("after|past|later than|following|since"), Bound::After},
            {end("before|prior to|ahead of|earlier than|sooner than"), Bound::Before},
            {end("between"), Bound::Between},
            {end("not|except(?: for)?|excluding|any ?(?:thing|time|day|\\w+) but|but not|besides|other than|aside "
                 "from|avoid|without|instead of|rather than|(?:can|could|will|would) not (?:do|make|make it|come|come "
                 "in|be there|work)|not (?:available|free|good|possible|around)|i (?:(?:always|usually|also) )?"
                 "(?:work|teach|coach|babysit|volunteer|golf|bowl|have "
                 "(?:class|practice|school|dialysis|work|church|court|"
                 "choir|rehearsal|therapy|meetings?)|drive (?:\\w+ )?)|busy|booked|out of "
                 "town|away|in class|in school|at work"),
             Bound::Not},
        };
    }();
    if (before.size() == 0) {
        return Bound::None;
    }
    // "Out of town through the twelfth": free only afterwards.
    static const Phrase awayUntil(
        ".*\\b(?:out of (?:town|the country|state)|away|gone|travel(?:ing)?|on (?:vacation|a trip|call)|"
        "not back|closed|busy|booked|visiting)(?: \\w+){0,4}? (?:through|until|till)(?: the)?");
    if (awayUntil.covers(before)) {
        return Bound::After;
    }
    for (const BoundWords &entry : all) {
        if (entry.words.covers(before)) {
            return entry.bound;
        }
    }
    return Bound::None;
}

Bound boundAfter(const SpokenText &text, int at)
{
    static const Phrase from("(?:or|and) (?:later|after|beyond|onwards?|any ?time after|any time after(?: that)?|any "
                             "day after(?: that)?|thereafter)|onwards?|and on|on(?= *$)");
    static const Phrase until("or (?:earlier|before|sooner)|at the latest");
    static const Phrase no("(?:does|do|will|would|is|are|'s) not (?:work|good|going to work|possible|an "
                           "option|available|free|great)|(?:is|'s|are) (?:no good|bad|out|full|impossible|off the "
                           "table|a no)|no good|will not do");
    if (from.findAt(text, at)) {
        return Bound::From;
    }
    if (until.findAt(text, at)) {
        return Bound::Until;
    }
    return no.findAt(text, at) ? Bound::Not : Bound::None;
}

std::vector<Mention> mentionsIn(const SpokenText &text, const Claims &claims, const std::vector<WordSpan> &settled,
                                QDate today, bool asked)
{
    std::vector<Mention> mentions;
    DatePieces pieces(text, today, asked);
    int end = 0;
    for (int i = 0; i < text.size();) {
        const auto piece = claims.isFree(i) ? pieces.readAt(i) : std::nullopt;
        if (!piece || piece->words.empty()) {
            ++i;
            continue;
        }
        i = piece->words.last;
        if (meetsAny(settled, piece->words)) {
            end = i;
            continue;
        }
        Mention mention;
        mention.piece = *piece;
        mention.lead = std::max(end, piece->words.first - 6);
        const SpokenText before(text.plain({mention.lead, piece->words.first}));
        mention.bound = boundBefore(before);
        static const Phrase except("(?:but|except|besides)(?: (?:not|for|on|a|that))*");
        if (!mentions.empty() && mentions.back().piece.weekly &&
            except.covers(SpokenText(text.plain({end, piece->words.first})))) {
            mention.bound = Bound::Not; // "any weekday but Friday"
        }
        if (piece->weekly && text.is(piece->words.first - 1, "no")) {
            mention.bound = Bound::Not;
        }
        mention.connection = text.plain({end, piece->words.first});
        // "The fifth or later that week" ends with the week.
        static const Phrase laterThatWeek(
            "or (?:later|after|any ?time|any ?day|the rest)(?: of| in)? (?:that|this|the|the "
            "same) week");
        if (const auto match = laterThatWeek.findAt(text, i); match && piece->dates.isDay()) {
            mention.piece.dates.to = std::max(piece->dates.from, workWeekOf(piece->dates.from).to);
            mention.piece.weekday = 0;
            i = mention.piece.words.last = match->all.last;
        } else if (const Bound after = boundAfter(text, i); after != Bound::None) {
            static const Phrase thereafter("(?:or|and) any ?(?:day|time) after that");
            const auto more = thereafter.findAt(text, i);
            i = more ? more->all.last : i;
            mention.bound = after;
        }
        end = i;
        mentions.push_back(mention);
    }
    return mentions;
}

bool endsWithWord(const QString &words, std::initializer_list<const char *> any)
{
    return std::any_of(any.begin(), any.end(), [&](const char *word) {
        const QLatin1String w(word);
        return words == w || words.endsWith(QLatin1Char(' ') + w) ||
               words.endsWith(QLatin1Char(' ') + w + QLatin1String(" the")) || words == w + QLatin1String(" the");
    });
}

/// "Not Monday or Tuesday" refuses both; "Monday through Thursday" and "between the 10th and the 15th" are ranges.
void join(std::vector<Mention> &mentions)
{
    for (size_t i = 1; i < mentions.size(); ++i) {
        Mention &first = mentions[i - 1];
        Mention &second = mentions[i];
        const QString &link = second.connection;
        if (first.bound == Bound::Not && second.bound == Bound::None && endsWithWord(link, {"or", "and", "nor"}) &&
            link.count(QLatin1Char(' ')) <= 1) {
            second.bound = Bound::Not;
            continue;
        }
        const bool through = endsWithWord(link, {"to", "through", "until", "and"}) && link.count(QLatin1Char(' ')) <= 1;
        const bool openFirst = first.bound == Bound::Between || first.bound == Bound::From;
        const bool plainRange = first.bound == Bound::None && !link.startsWith(QLatin1String("and")) && through;
        const bool days = !first.piece.weekly && !second.piece.weekly;
        if (through && days && (openFirst || plainRange) && second.piece.dates.to >= first.piece.dates.from) {
            first.piece.dates.to = second.piece.dates.to;
            first.piece.words.last = second.piece.words.last;
            first.piece.weekday = 0;
            first.bound = Bound::None;
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
        } else if (through && plainRange && first.piece.weekly && second.piece.weekly && link != QLatin1String("and")) {
            for (int dow = first.piece.weekdays.back() + 1; dow <= second.piece.weekdays.front(); ++dow) {
                first.piece.weekdays.push_back(dow);
            }
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
        }
    }
}

/// A week said beside bare weekdays places them: "next week, Monday or Tuesday", "Monday or Tuesday next week".
void placeWeekdays(std::vector<Mention> &mentions)
{
    const auto bare = [](const Mention &m) {
        return m.piece.weekday > 0 && !m.piece.week.isValid() && !m.piece.weekly && m.bound != Bound::Not;
    };
    const auto near = [](const QString &link) {
        return link.count(QLatin1Char(' ')) <= 3 && !link.startsWith(QLatin1String("if not")) &&
               !link.contains(QLatin1String("no "));
    };
    const auto move = [](DatePiece &piece, QDate monday) {
        piece.week = monday;
        piece.dates.from = piece.dates.to = monday.addDays(piece.weekday - 1);
    };
    for (size_t i = 1; i < mentions.size(); ++i) {
        const Mention &before = mentions[i - 1];
        if (bare(mentions[i]) && before.piece.week.isValid() && before.bound == Bound::None &&
            near(mentions[i].connection)) {
            const bool wholeWeek = before.piece.weekday == 0;
            if (wholeWeek && mentions[i].connection.startsWith(QLatin1String("or"))) {
                continue;
            }
            move(mentions[i].piece, before.piece.week);
        }
    }
    for (size_t i = mentions.size(); i-- > 1;) {
        if (bare(mentions[i - 1]) && mentions[i].piece.week.isValid() && near(mentions[i].connection) &&
            (mentions[i].piece.weekday > 0 || !mentions[i].connection.contains(QLatin1String("or")))) {
            move(mentions[i - 1].piece, mentions[i].piece.week);
        }
    }
    // The week itself has done its work.
    const auto isWeek = [&](const Mention &m) {
        return m.piece.week.isValid() && m.piece.weekday == 0 && m.bound == Bound::None &&
               std::any_of(mentions.begin(), mentions.end(), [&](const Mention &other) {
                   return other.piece.weekday > 0 && other.bound == Bound::None && other.piece.week == m.piece.week;
               });
    };
    std::vector<Mention> kept;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(kept),
                 [&](const Mention &m) { return !isWeek(m); });
    mentions = std::move(kept);
}

/// "Tomorrow's a holiday, so Saturday": what comes before "so" only explains.
void keepConclusion(const SpokenText &text, std::vector<Mention> &mentions)
{
    for (size_t i = mentions.size(); i-- > 1;) {
        const int from = mentions[i - 1].piece.words.last;
        for (int word = from; word < mentions[i].piece.words.first; ++word) {
            if (text.is(word, "so") && !text.is(word - 1, "or")) {
                mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(i));
                return;
            }
        }
    }
}

void placeOnOffered(std::vector<Mention> &mentions, QDate offered)
{
    for (Mention &mention : mentions) {
        if (offered.isValid() && mention.piece.weekday == offered.dayOfWeek() && !mention.piece.week.isValid()) {
            mention.piece.dates = {offered, offered};
        }
    }
}

/// A weekday refused once stays refused; "any Tuesday or Thursday" means both weekly.
void dropRefused(std::vector<Mention> &mentions)
{
    for (size_t i = 1; i < mentions.size(); ++i) {
        Mention &mention = mentions[i];
        for (size_t j = 0; j < i; ++j) {
            const bool sameDay = mention.piece.weekday > 0 && mentions[j].piece.weekday == mention.piece.weekday;
            if (sameDay && mentions[j].bound == Bound::Not) {
                mention.bound = Bound::Not;
            }
        }
        const bool linked = mention.connection == QLatin1String("or") || mention.connection == QLatin1String("and");
        if (linked && mentions[i - 1].piece.weekly && mention.piece.weekday > 0 && !mention.piece.weekly &&
            mentions[i - 1].piece.weekday > 0 && !mention.piece.week.isValid()) {
            mention.piece.weekly = true;
            mention.piece.weekdays = {mention.piece.weekday};
        }
    }
    // "The weekend is better, Saturday the twelfth": the day says it more closely than the range before it.
    for (size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention &range = mentions[i];
        const Mention &next = mentions[i + 1];
        const bool wide = range.bound == Bound::None && range.piece.dates.to > range.piece.dates.from;
        const bool closer = next.bound == Bound::None && next.piece.dates.isDay() &&
                            !next.connection.startsWith(QLatin1String("or")) &&
                            !next.connection.endsWith(QLatin1String("or"));
        if (wide && closer) {
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }
}

/// "Tuesday's bad, how's Wednesday": the day we offered is answered; it is no lasting exclusion.
void dropRefusedOffer(std::vector<Mention> &mentions, QDate offered)
{
    const bool other =
        std::any_of(mentions.begin(), mentions.end(), [](const Mention &m) { return m.bound != Bound::Not; });
    if (offered.isValid() && other) {
        std::erase_if(mentions, [&](const Mention &m) {
            return m.bound == Bound::Not && !m.piece.weekly && m.piece.weekday == offered.dayOfWeek();
        });
    }
}

/// "The third or the fifth, but the fifth is better": said again with praise, it is the one.
void keepPraised(const SpokenText &text, std::vector<Mention> &mentions)
{
    static const Phrase praise("(?:is|'s|would be|works|will be)(?: \\w+)? (?:better|best|ideal|perfect|preferred)");
    for (size_t i = 1; i < mentions.size(); ++i) {
        const DateSpan dates = mentions[i].piece.dates;
        const bool again = std::any_of(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Mention &before) { return before.piece.dates == dates; });
        if (again && dates.isDay() && praise.findAt(text, mentions[i].piece.words.last)) {
            mentions = {mentions[i]};
            return;
        }
    }
}

/// "Monday, the clocks change Sunday": a day in a clause of its own, tied to the first by nothing, is no alternative.
void dropAsides(const SpokenText &text, std::vector<Mention> &mentions)
{
    static const Phrase ties(
        "or|and|but|maybe|if|also|then|else|otherwise|actually|could|can|work|works|good|free|better|"
        "best|available|open|fine|either|so|no|not|even|before|after|until|by|between|through|to|"
        "i|we|he|she|make|instead|rather|wait|sorry|would|will|any|week");
    for (size_t i = mentions.size(); i-- > 1;) {
        const SpokenText link(mentions[i].connection);
        const bool plain = mentions[i].bound == Bound::None && mentions[i - 1].bound == Bound::None &&
                           mentions[i].piece.weekday > 0 && mentions[i - 1].piece.dates.isDay();
        if (plain && link.size() >= 2 && !ties.in(link) && !text.pauseBefore(mentions[i].piece.words.first)) {
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

DateSpan bounded(const Mention &mention)
{
    const DateSpan &dates = mention.piece.dates;
    const bool week = mention.piece.week.isValid() && mention.piece.weekday == 0;
    switch (mention.bound) {
    case Bound::From:
        return {dates.from, {}};
    case Bound::After:
        return {week ? mention.piece.week.addDays(7) : dates.to.addDays(1), {}};
    case Bound::Before:
        return {{}, mention.piece.endOf ? dates.to : dates.from.addDays(-1)};
    case Bound::Until:
        return {{}, dates.to};
    default:
        return dates;
    }
}

/// "Any weekday but Friday" only excludes: the rest goes without saying.
bool isAllWorkdays(const DatePiece &piece)
{
    return piece.weekly && piece.weekdays == std::vector<int>{1, 2, 3, 4, 5};
}

QString daysText(const std::vector<Mention> &mentions, WordSpan &words)
{
    const bool excludes =
        std::any_of(mentions.begin(), mentions.end(), [](const Mention &m) { return m.bound == Bound::Not; });
    QStringList codes;
    for (const Mention &mention : mentions) {
        const bool refused = mention.bound == Bound::Not;
        if (excludes && !refused && isAllWorkdays(mention.piece)) {
            continue;
        }
        std::vector<int> weekdays = mention.piece.weekdays;
        if (refused && !mention.piece.weekly && mention.piece.weekday > 0 && !mention.piece.week.isValid()) {
            weekdays = {mention.piece.weekday};
        } else if (!mention.piece.weekly) {
            continue;
        }
        for (const int weekday : weekdays) {
            const QString code = (refused ? QStringLiteral("!") : QString()) + weekdayCode(weekday);
            if (!codes.contains(code)) {
                codes.append(code);
            }
        }
        words = words.empty() ? mention.piece.words : WordSpan{words.first, mention.piece.words.last};
    }
    return codes.join(QLatin1Char(','));
}

} // namespace

DateReading readDates(const SpokenText &text, Claims &claims, const std::vector<WordSpan> &settled,
                      const DateContext &context)
{
    DateReading reading;
    if (!context.today.isValid()) {
        return reading;
    }
    std::vector<Mention> mentions = mentionsIn(text, claims, settled, context.today, context.asked);
    for (const Mention &mention : mentions) {
        claims.take(mention.piece.words);
    }
    std::vector<WordSpan> spans;
    std::transform(mentions.begin(), mentions.end(), std::back_inserter(spans),
                   [](const Mention &m) { return m.piece.words; });
    const size_t standing = firstStanding(spans, correctionsIn(text));
    reading.corrected = standing > 0;
    mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(standing));
    keepConclusion(text, mentions);
    placeOnOffered(mentions, context.offered);
    join(mentions);
    placeWeekdays(mentions);
    dropRefused(mentions);
    dropAsides(text, mentions);
    keepPraised(text, mentions);
    dropRefusedOffer(mentions, context.offered);

    QStringList dates;
    std::optional<DateSpan> open;
    for (const Mention &mention : mentions) {
        if (mention.piece.weekly || mention.bound == Bound::Not || !mention.piece.dates.from.isValid()) {
            continue;
        }
        DateSpan span = bounded(mention);
        // "After the tenth but before the twentieth" is one range.
        if (open && !open->to.isValid() && !span.from.isValid() && span.to >= open->from) {
            span.from = open->from;
            dates.removeLast();
        }
        open = span;
        const QString value = span.toText();
        if (!dates.contains(value)) {
            dates.append(value);
        }
        reading.dateWords = reading.dateWords.empty() ? mention.piece.words
                                                      : WordSpan{reading.dateWords.first, mention.piece.words.last};
    }
    reading.date = dates.join(QLatin1Char('|'));
    reading.days = daysText(mentions, reading.dayWords);
    return reading;
}

bool wantsSoonest(const SpokenText &text)
{
    static const Phrase words(
        "(?:as )?soon as (?:possible|you can|i can|we can|they can|he can|she can|there 's .*)|a s a p|asap|(?:the "
        ")?(?:sooner|earlier|quicker) the better|(?:the |your |his |her )?(?:first|next|earliest|soonest)(?: "
        "possible)? (?:available|opening|slot|appointment|one|spot|day|date|time)(?: (?:available|you have|you "
        "got|possible|there is|opening))?|(?:the )?(?:earliest|soonest)(?: (?:possible|you have|you can|you got|that "
        "you have))?|right away|whatever (?:is|'s|you have) (?:first|soonest|earliest|next)|whatever 's soonest|as "
        "(?:early|quickly|quick) as (?:possible|you can)|immediately|whenever (?:is|'s) (?:soonest|first)|first thing "
        "(?:available|you have|you got|open)|real soon|(?:rather )?sooner (?:rather )?than later|how soon|very "
        "soon|pretty soon");
    return words.in(text);
}

} // namespace Frontdesk::Dialogue
