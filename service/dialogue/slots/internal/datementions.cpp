#include "service/dialogue/slots/internal/datementions.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

struct BoundWords {
    Phrase words;
    DateBound bound;
};

/// Words before a day that say how far it reaches; matched against what stands directly before.
DateBound boundBefore(const SpokenText &before)
{
    static const Phrase otherwise(".*\\bif not(?: the)?");
    if (otherwise.covers(before)) {
        return DateBound::None;
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
             DateBound::From},
            {end("no(?:t|thing)?(?: any)? (?:later than|after|past)|until|by|on or before|through"), DateBound::Until},
            {end("after|past|later than|following|since"), DateBound::After},
            {end("before|prior to|ahead of|earlier than|sooner than"), DateBound::Before},
            {end("between"), DateBound::Between},
            {end("not|except(?: for)?|excluding|any ?(?:thing|time|day|\\w+) but|but not|besides|other than|aside "
                 "from|avoid|without|instead of|rather than|(?:can|could|will|would) not (?:do|make|make it|come|come "
                 "in|be there|work)|not (?:available|free|good|possible|around)|i (?:(?:always|usually|also) )?"
                 "(?:work|teach|coach|babysit|volunteer|golf|bowl|have "
                 "(?:class|practice|school|dialysis|work|church|court|"
                 "choir|rehearsal|therapy|meetings?)|drive (?:\\w+ )?)|busy|booked|out of "
                 "town|away|in class|in school|at work"),
             DateBound::Not},
        };
    }();
    if (before.size() == 0) {
        return DateBound::None;
    }
    // "Out of town through the twelfth": free only afterwards.
    static const Phrase awayUntil(
        ".*\\b(?:out of (?:town|the country|state)|away|gone|travel(?:ing)?|on (?:vacation|a trip|call)|"
        "not back|closed|busy|booked|visiting)(?: \\w+){0,4}? (?:through|until|till)(?: the)?");
    if (awayUntil.covers(before)) {
        return DateBound::After;
    }
    for (const BoundWords &entry : all) {
        if (entry.words.covers(before)) {
            return entry.bound;
        }
    }
    return DateBound::None;
}

DateBound boundAfter(const SpokenText &text, int at)
{
    static const Phrase from("(?:or|and) (?:later|after|beyond|onwards?|any ?time after|any time after(?: that)?|any "
                             "day after(?: that)?|thereafter)|onwards?|and on|on(?= *$)");
    static const Phrase until("or (?:earlier|before|sooner)|at the latest");
    static const Phrase no("(?:does|do|will|would|is|are|'s) not (?:work|good|going to work|possible|an "
                           "option|available|free|great)|(?:is|'s|are) (?:no good|bad|out|full|impossible|off the "
                           "table|a no)|no good|will not do");
    if (from.findAt(text, at)) {
        return DateBound::From;
    }
    if (until.findAt(text, at)) {
        return DateBound::Until;
    }
    return no.findAt(text, at) ? DateBound::Not : DateBound::None;
}

} // namespace

std::vector<DateMention> mentionsIn(const SpokenText &text, const Claims &claims, const std::vector<WordSpan> &settled,
                                    QDate today, bool asked)
{
    std::vector<DateMention> mentions;
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
        DateMention mention;
        mention.piece = *piece;
        mention.lead = std::max(end, piece->words.first - 6);
        const SpokenText before(text.plain({mention.lead, piece->words.first}));
        mention.bound = boundBefore(before);
        static const Phrase except("(?:but|except|besides)(?: (?:not|for|on|a|that))*");
        if (!mentions.empty() && mentions.back().piece.weekly &&
            except.covers(SpokenText(text.plain({end, piece->words.first})))) {
            mention.bound = DateBound::Not; // "any weekday but Friday"
        }
        if (piece->weekly && text.is(piece->words.first - 1, "no")) {
            mention.bound = DateBound::Not;
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
        } else if (const DateBound after = boundAfter(text, i); after != DateBound::None) {
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

} // namespace Frontdesk::Dialogue
