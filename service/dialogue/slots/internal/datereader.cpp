#include "service/dialogue/slots/internal/datereader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/datechoice.h"
#include "service/dialogue/slots/internal/datementions.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

bool endsWithWord(const QString &words, std::initializer_list<const char *> any)
{
    return std::any_of(any.begin(), any.end(), [&](const char *word) {
        const QLatin1String w(word);
        return words == w || words.endsWith(QLatin1Char(' ') + w) ||
               words.endsWith(QLatin1Char(' ') + w + QLatin1String(" the")) || words == w + QLatin1String(" the");
    });
}

/// "Not Monday or Tuesday" refuses both; "Monday through Thursday" and "between the 10th and the 15th" are ranges.
void join(std::vector<DateMention> &mentions)
{
    for (size_t i = 1; i < mentions.size(); ++i) {
        DateMention &first = mentions[i - 1];
        DateMention &second = mentions[i];
        const QString &link = second.connection;
        if (first.bound == DateBound::Not && second.bound == DateBound::None &&
            endsWithWord(link, {"or", "and", "nor"}) && link.count(QLatin1Char(' ')) <= 1) {
            second.bound = DateBound::Not;
            continue;
        }
        const bool through = endsWithWord(link, {"to", "through", "until", "and"}) && link.count(QLatin1Char(' ')) <= 1;
        const bool openFirst = first.bound == DateBound::Between || first.bound == DateBound::From;
        const bool plainRange = first.bound == DateBound::None && !link.startsWith(QLatin1String("and")) && through;
        const bool days = !first.piece.weekly && !second.piece.weekly;
        if (through && days && (openFirst || plainRange) && second.piece.dates.to >= first.piece.dates.from) {
            first.piece.dates.to = second.piece.dates.to;
            first.piece.words.last = second.piece.words.last;
            first.piece.weekday = 0;
            first.bound = DateBound::None;
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
void placeWeekdays(std::vector<DateMention> &mentions)
{
    const auto bare = [](const DateMention &m) {
        return m.piece.weekday > 0 && !m.piece.week.isValid() && !m.piece.weekly && m.bound != DateBound::Not;
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
        const DateMention &before = mentions[i - 1];
        if (bare(mentions[i]) && before.piece.week.isValid() && before.bound == DateBound::None &&
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
    const auto isWeek = [&](const DateMention &m) {
        return m.piece.week.isValid() && m.piece.weekday == 0 && m.bound == DateBound::None &&
               std::any_of(mentions.begin(), mentions.end(), [&](const DateMention &other) {
                   return other.piece.weekday > 0 && other.bound == DateBound::None && other.piece.week == m.piece.week;
               });
    };
    std::vector<DateMention> kept;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(kept),
                 [&](const DateMention &m) { return !isWeek(m); });
    mentions = std::move(kept);
}

DateSpan bounded(const DateMention &mention)
{
    const DateSpan &dates = mention.piece.dates;
    const bool week = mention.piece.week.isValid() && mention.piece.weekday == 0;
    switch (mention.bound) {
    case DateBound::From:
        return {dates.from, {}};
    case DateBound::After:
        return {week ? mention.piece.week.addDays(7) : dates.to.addDays(1), {}};
    case DateBound::Before:
        return {{}, mention.piece.endOf ? dates.to : dates.from.addDays(-1)};
    case DateBound::Until:
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

QString daysText(const std::vector<DateMention> &mentions, WordSpan &words)
{
    const bool excludes =
        std::any_of(mentions.begin(), mentions.end(), [](const DateMention &m) { return m.bound == DateBound::Not; });
    QStringList codes;
    for (const DateMention &mention : mentions) {
        const bool refused = mention.bound == DateBound::Not;
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
    std::vector<DateMention> mentions = mentionsIn(text, claims, settled, context.today, context.asked);
    for (const DateMention &mention : mentions) {
        claims.take(mention.piece.words);
    }
    std::vector<WordSpan> spans;
    std::transform(mentions.begin(), mentions.end(), std::back_inserter(spans),
                   [](const DateMention &m) { return m.piece.words; });
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
    for (const DateMention &mention : mentions) {
        if (mention.piece.weekly || mention.bound == DateBound::Not || !mention.piece.dates.from.isValid()) {
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
