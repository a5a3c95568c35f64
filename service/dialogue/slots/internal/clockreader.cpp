#include "service/dialogue/slots/internal/clockreader.h"

#include "service/dialogue/slots/internal/clockpieces.h"
#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/datereader.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

enum class Bound { At, After, Before, Between };

struct Mention {
    ClockPiece piece;
    Bound bound = Bound::At;
    QString connection; ///< The words since the mention before.
    bool settled = false;
};

/// Whether the words before make a bare number an hour.
bool isCued(const SpokenText &text, int at, bool afterTime, bool asked)
{
    static const Phrase cue("at|around|about|by|after|before|past|until|between|like|say|maybe|from|to|or|for|and|than|"
                            "approximately|roughly|the");
    static const Phrase part("mornings?|afternoons?|evenings?|tonight");
    if (part.findAt(text, at - 1)) {
        return true;
    }
    static const Phrase counted(
        "not|either|every|each|have|like|want|need|get|that|this|which|another|any|no|the|is|book|make|take");
    static const Phrase shifts("(?:i|we|he|she) (?:do|does|work|works|pull)");
    if (shifts.findAt(text, at - 2) && !text.isAny(at + 1, {"to", "until", "till"})) {
        return false; // "I do four tens"
    }
    static const Phrase pointsBack(
        "(?:following|other|next|first|last|later|earlier|second) one|one (?:after|before|from)");
    if (text.is(at, "one") && (pointsBack.findAt(text, at - 1) || pointsBack.findAt(text, at))) {
        return false; // "not next week, the following one"
    }
    if (asked && !(text.is(at, "one") && counted.findAt(text, at - 1))) {
        return true;
    }
    if (!cue.findAt(text, at - 1)) {
        return false;
    }
    if (text.isAny(at - 1, {"or", "and", "to"})) {
        return afterTime;
    }
    if (text.is(at - 1, "the")) {
        return text.is(at + 1, "o'clock");
    }
    return !text.isAny(at - 1, {"for", "from", "like"});
}

Bound boundOf(const SpokenText &text, WordSpan words)
{
    static const Phrase later("(?:or|and) (?:later|after|beyond|onwards?|any ?time after)|onwards?|and on|on(?= *$)");
    static const Phrase earlier("or (?:earlier|before|sooner)|at the latest");
    if (later.findAt(text, words.last)) {
        return Bound::After;
    }
    if (earlier.findAt(text, words.last)) {
        return Bound::Before;
    }
    // "Before my shift at two", "after I get off at five".
    static const Phrase occasion(
        "(before|until)?(?:after|once|when)? ?(?:my|the|his|her|i|we|he|she) \\w+(?: \\w+){0,2} at");
    for (int from = words.first - 6; from < words.first - 2; ++from) {
        const auto match = text.isAny(from, {"before", "after", "until"}) ? occasion.findAt(text, from) : std::nullopt;
        if (match && match->all.last == words.first) {
            return match->groups[0].empty() ? Bound::After : Bound::Before;
        }
    }
    int at = words.first - 1;
    while (at >= 0 && text.isAny(at, {"like", "about", "around", "maybe", "say", "probably"})) {
        --at;
    }
    bool no = text.isAny(at - 1, {"not", "no"}) ||
              (text.isAny(at - 1, {"any", "anything"}) && text.isAny(at - 2, {"not", "no"}));
    // "I can't do it before five"
    for (int word = at - 1; word > at - 6 && !text.isAny(word, {"but", "and", "so", "or"}); --word) {
        no = no || (text.is(word, "not") && text.isAny(word - 1, {"can", "could", "will", "would"}));
    }
    if (text.isAny(at, {"after", "past"}) || (text.is(at, "than") && text.is(at - 1, "later"))) {
        const bool refused = text.is(at, "than") ? text.isAny(at - 2, {"not", "no"}) : no;
        return refused ? Bound::Before : Bound::After;
    }
    static const Phrase afterThat("so (?:any ?(?:time|thing) )?(?:after|later)(?: that| then)?");
    if (text.is(at, "before") && afterThat.findAt(text, words.last)) {
        return Bound::After; // "I'm no use before ten, so after that"
    }
    if (text.isAny(at, {"before", "by", "until"}) ||
        (text.is(at, "than") && text.isAny(at - 1, {"earlier", "sooner"}))) {
        const bool refused = text.is(at, "than") ? text.isAny(at - 2, {"not", "no"}) : no;
        return refused ? Bound::After : Bound::Before;
    }
    if (text.isAny(at, {"starting", "from"}) || (text.is(at, "at") && text.is(at - 1, "starting"))) {
        return Bound::After;
    }
    return text.is(at, "between") ? Bound::Between : Bound::At;
}

std::vector<Mention> mentionsIn(const SpokenText &text, const Claims &claims, const std::vector<WordSpan> &settled,
                                bool asked)
{
    std::vector<Mention> mentions;
    int end = -1;
    for (int i = 0; i < text.size();) {
        std::optional<ClockPiece> piece;
        // "Morning, I'd like ..." greets.
        const bool greets = i == 0 && !asked && text.isAny(0, {"morning", "afternoon", "evening"}) && text.size() > 2;
        if (claims.isFree(i) && !greets) {
            const bool afterTime = end >= 0 && i - end <= 2;
            piece = clockTimeAt(text, i, isCued(text, i, afterTime, asked));
            if (!piece) {
                piece = partOfDayAt(text, i);
            }
        }
        if (!piece) {
            ++i;
            continue;
        }
        Mention mention;
        mention.piece = *piece;
        mention.bound = piece->hour >= 0 ? boundOf(text, piece->words) : Bound::At;
        mention.connection = end < 0 ? QString() : text.plain({end, piece->words.first});
        static const Phrase refused(
            "(?:is|'s|are) (?:too|not|no|a little|a bit)|(?:does|do|will|would) not (?:work|do)");
        const bool notThis = piece->hour >= 0 && mention.bound == Bound::At &&
                             (text.is(piece->words.first - 1, "not") ||
                              (text.is(piece->words.first - 1, "at") && text.is(piece->words.first - 2, "not")));
        mention.settled =
            notThis || meetsAny(settled, piece->words) || refused.findAt(text, piece->words.last).has_value();
        i = end = piece->words.last;
        mentions.push_back(mention);
    }
    return mentions;
}

/// "Between nine and eleven", "from two to four", "nine to eleven".
bool isRange(const Mention &first, const Mention &second)
{
    if (first.piece.hour < 0 || second.piece.hour < 0) {
        return false;
    }
    const QString &link = second.connection;
    if (first.bound == Bound::Between) {
        return link == QLatin1String("and") || link == QLatin1String("or") || link == QLatin1String("to");
    }
    return link == QLatin1String("to") || link == QLatin1String("until") || link == QLatin1String("through");
}

QString clockText(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

class Summary {
public:
    Summary(const std::vector<Mention> &mentions, const OpeningHours &hours)
        : m_mentions(mentions)
        , m_hours(hours)
    {}

    QString text()
    {
        for (size_t i = 0; i < m_mentions.size(); ++i) {
            const Mention &mention = m_mentions[i];
            if (mention.piece.hour < 0) {
                addPart(i);
            } else if (i + 1 < m_mentions.size() && isRange(mention, m_mentions[i + 1])) {
                addRange(i);
                ++i;
            } else {
                addTime(i);
            }
        }
        return m_values.join(QLatin1Char('|'));
    }

private:
    [[nodiscard]] bool hasClock() const
    {
        return std::any_of(m_mentions.begin(), m_mentions.end(), [](const Mention &m) { return m.piece.hour >= 0; });
    }
    [[nodiscard]] DayHalf nearby() const
    {
        for (const Mention &mention : m_mentions) {
            if (mention.piece.hour < 0 && !mention.connection.endsWith(QLatin1String("or"))) {
                return mention.piece.half;
            }
        }
        return DayHalf::Unknown;
    }
    [[nodiscard]] QTime timeOf(size_t i) const { return resolved(m_mentions[i].piece, nearby(), m_hours); }
    void add(const QString &value)
    {
        if (!m_values.contains(value)) {
            m_values.append(value);
        }
    }
    /// Beside a time on the clock a part of the day only says which half, unless it is an alternative.
    void addPart(size_t i)
    {
        const bool alternative =
            m_mentions[i].connection.startsWith(QLatin1String("or")) ||
            (i + 1 < m_mentions.size() && m_mentions[i + 1].connection.startsWith(QLatin1String("or")));
        if (!hasClock() || alternative) {
            add(m_mentions[i].piece.part);
        }
    }
    void addRange(size_t i)
    {
        QTime to = timeOf(i + 1);
        QTime from = timeOf(i);
        // "Nine to one" runs over noon, "two to four" does not: the start takes the half that lies before the end.
        if (m_mentions[i].piece.half == DayHalf::Unknown && m_mentions[i].piece.hour < 12) {
            const QTime late = QTime(m_mentions[i].piece.hour + 12, m_mentions[i].piece.minute);
            if (from > to ||
                (late < to && m_mentions[i + 1].piece.half == DayHalf::Afternoon && m_mentions[i].piece.hour < 7)) {
                from = late < to ? late : QTime(m_mentions[i].piece.hour, m_mentions[i].piece.minute);
            }
        }
        add(clockText(from) + QLatin1Char('-') + clockText(to));
    }
    void addTime(size_t i)
    {
        const QTime time = timeOf(i);
        const QString text = clockText(time);
        switch (m_mentions[i].bound) {
        case Bound::After:
            add(text + QLatin1Char('-'));
            return;
        case Bound::Before:
            if (!m_values.isEmpty() && m_values.back().endsWith(QLatin1Char('-'))) {
                m_values.back() += text; // "after ten but before two"
                return;
            }
            add(QLatin1Char('-') + text);
            return;
        default:
            add(text);
        }
    }

    const std::vector<Mention> &m_mentions;
    const OpeningHours &m_hours;
    QStringList m_values;
};

bool anyTime(const SpokenText &text, bool asked)
{
    static const Phrase plain("any ?time(?! (?:i|you|he|she|we)\\b)(?: "
                              "(?:is|'s|works?))?|whenever(?! (?:i|you|we|he|she) "
                              "(?!can|have|want|are|like)| (?:in|on|except|but|next|this)\\b)|any ?time of(?: the)? "
                              "day|all day|whatever time");
    static const Phrase loose(
        "(?:it |that )?(?:does|do) not (?:really )?(?:matter|make (?:any|a|much|no) difference)|makes no "
        "difference|(?:either|whatever|whichever|any ?thing|any ?day)(?: "
        "one)?(?: (?:is|'s|works?|will|would|you|time|day|fits|at|really|suits|goes|way))?.*|no (?:real "
        ")?preference(?! on the day)|do not (?:really )?care|not (?:picky|fussy|particular)|(?:i am |my schedule 's "
        "|my schedule is |pretty |really |very )*(?:flexible|open|wide open|free)(?: all.*| any.*)?|(?:it 's )?up to "
        "you|you (?:can )?(?:pick|choose|decide)|surprise me|(?:i am )?(?:good|fine|okay) with any.*|i have no "
        "preference|both (?:are|is|work)(?: fine| good)?");
    return plain.in(text) || (asked && loose.in(text));
}

} // namespace

TimeReading readTimes(const SpokenText &text, Claims &claims, const std::vector<WordSpan> &settled,
                      const OpeningHours &hours, bool asked)
{
    TimeReading reading;
    std::vector<Mention> all = mentionsIn(text, claims, settled, asked);
    for (const Mention &mention : all) {
        claims.take(mention.piece.words);
    }
    std::vector<Mention> mentions;
    std::copy_if(all.begin(), all.end(), std::back_inserter(mentions), [](const Mention &m) { return !m.settled; });
    static const Phrase sameTime("(?:the |at the |around the )?same (?:exact )?time");
    if (mentions.empty() && sameTime.in(text)) {
        mentions = all;
    }
    std::vector<WordSpan> spans;
    std::transform(mentions.begin(), mentions.end(), std::back_inserter(spans),
                   [](const Mention &m) { return m.piece.words; });
    const size_t standing = firstStanding(spans, correctionsIn(text));
    reading.corrected = standing > 0;
    mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(standing));
    // "I can't be there till three, so three or after": what comes before "so" only explains.
    for (size_t i = mentions.size(); i-- > 1;) {
        if (mentions[i].connection == QLatin1String("so") || mentions[i].connection.startsWith(QLatin1String("so "))) {
            mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
    static const Phrase early("(?:as|so) early as(?: [\\w']+){1,4}|crack of dawn");
    if (mentions.empty() && asked) {
        if (const auto match = early.find(text); match && !text.isAny(match->all.last - 1, {"possible", "can"})) {
            reading.time = QStringLiteral("early_morning");
            reading.words = match->all;
            return reading;
        }
    }
    if (mentions.empty()) {
        if (anyTime(text, asked && !claims.anyTaken()) && !wantsSoonest(text)) {
            reading.time = QStringLiteral("any");
            reading.words = {0, text.size()};
        }
        return reading;
    }
    reading.words = {mentions.front().piece.words.first, mentions.back().piece.words.last};
    reading.time = Summary(mentions, hours).text();
    return reading;
}

} // namespace Frontdesk::Dialogue
