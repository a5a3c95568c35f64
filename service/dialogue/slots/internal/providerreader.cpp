#include "service/dialogue/slots/internal/providerreader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/likeness.h"
#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

/// Below this likeness a name said is not taken for one of the clinic's.
constexpr double kSameName = 0.72;

bool isNameWord(const SpokenText &text, int at)
{
    static const WordSet others("md facs inc specialty therapist dental dentist group center clinics hygienist nearby "
                                "mornings afternoons evenings only tall short bald blonde young older nice preferably "
                                "ideally specifically clue idea referrals oh please's practitioner "
                                "assistant hygienist physician dentist");
    const QString &word = text.at(at);
    const bool modal = isSeldomName(word) && text.isAny(at + 1, {"not", "see", "be", "call", "have", "give", "do"});
    return word.size() >= 2 && word[0].isLetter() && !isNeverName(word) && !others.has(word) && !modal;
}

/// Name words from `at`: up to three, the surname last.
WordSpan nameAt(const SpokenText &text, int at)
{
    WordSpan span{at, at};
    while (span.size() < 4) {
        const bool initial = text.at(span.last).size() == 1 && text.at(span.last)[0].isLetter() &&
                             isNameWord(text, span.last + 1) && span.size() > 0;
        const bool particle = isParticle(text.at(span.last)) && isNameWord(text, span.last + 1);
        if (!isNameWord(text, span.last) && !initial && !particle) {
            break;
        }
        ++span.last;
    }
    return span;
}

/// The clinic's own spelling for a name that sounds like it.
QString ofClinic(const QString &said, const std::vector<Provider> &providers)
{
    QString best = said;
    double likest = kSameName;
    for (const Provider &provider : providers) {
        const QStringList parts = provider.name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (parts.isEmpty()) {
            continue;
        }
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const double same = likeness(said, parts[i]);
            if (same > likest && !parts[i].endsWith(QLatin1Char('.'))) {
                likest = same;
                best = parts.last();
            }
        }
    }
    return best;
}

QString surname(const SpokenText &text, WordSpan span, const std::vector<Provider> &providers)
{
    int first = span.last - 1;
    while (first > span.first && (isParticle(text.at(first - 1)) || text.hyphenBefore(first))) {
        --first;
    }
    QString name = text.plain({first, span.last});
    if (text.hyphenBefore(span.last - 1)) {
        name.replace(QLatin1Char(' '), QLatin1Char('-'));
    }
    return ofClinic(chartCased(name), providers);
}

struct Mention {
    QString name;
    WordSpan words;
};

/// A doctor somewhere else, or one only spoken of: not whom the caller wants to see.
bool isElsewhere(const SpokenText &text, WordSpan words)
{
    return text.is(words.last, "'s") && text.isAny(words.last + 1, {"office", "clinic", "practice"}) &&
           (text.isAny(words.first - 2, {"from", "to", "at", "with", "by"}) ||
            text.isAny(words.first - 1, {"from", "to", "at", "by"}));
}

/// "Send my chart to Doctor Ibarra": something goes there, nobody.
bool isSentTo(const SpokenText &text, int doctor)
{
    static const Phrase sends("(?:send|sends|sent|fax|faxed|mail|mailed|forward|forwarded|transfer|transferred|over)");
    return text.is(doctor - 1, "to") && sends.in(SpokenText(text.plain({std::max(0, doctor - 8), doctor})));
}

/// Those elsewhere are given apart: their names are nobody's here.
std::vector<Mention> mentionsIn(const SpokenText &text, const std::vector<Provider> &providers, bool asked,
                                std::vector<WordSpan> &elsewhere)
{
    static const Phrase title("doctor|nurse practitioner|physician assistant|n p|p a|provider|nurse|professor");
    static const Phrase anyTitle(
        "doctor|nurse practitioner|physician assistant|n p|p a|provider|nurse|professor|missus|"
        "mister|miss");
    std::vector<Mention> mentions;
    for (const Phrase::Match &match : (asked ? anyTitle : title).findAll(text)) {
        const WordSpan name = nameAt(text, match.all.last);
        if (name.empty()) {
            continue;
        }
        if (isElsewhere(text, {match.all.first, name.last}) || isSentTo(text, match.all.first)) {
            elsewhere.push_back({match.all.first, name.last});
            continue;
        }
        const bool nurse = text.is(match.all.last - 1, "nurse");
        const bool speaker =
            text.isAny(match.all.first - 1, {"is", "am", "'s"}) && text.isAny(match.all.first - 2, {"this", "i"});
        if (speaker || (nurse && !isGivenName(text.at(name.first)))) {
            continue;
        }
        mentions.push_back({surname(text, name, providers), {match.all.first, name.last}});
    }
    return mentions;
}

/// "An appointment with Cynthia Chiu", "see Patel", where it is no kin.
std::vector<Mention> untitled(const SpokenText &text, const Claims &claims, const std::vector<Provider> &providers)
{
    static const Phrase with("(?:appointment|visit|in|checkup|physical|something|one|consult\\w*|follow "
                             "?up|slot|available|availability|time|openings?|booked|scheduled|seen|session|cleaning|"
                             "booking|me|it|exam)(?: \\S+){0,6}? (?:with|by|at)");
    std::vector<Mention> mentions;
    if (const auto match = with.find(text)) {
        const WordSpan name = nameAt(text, match->all.last);
        if (!name.empty() && claims.isFree(name) && !text.is(name.first, "doctor")) {
            mentions.push_back({surname(text, name, providers), name});
        }
    }
    for (int i = 0; i < text.size() && mentions.empty(); ++i) {
        if (!text.isAny(i - 1, {"see", "with", "to", "like", "prefer", "want"}) || !isNameWord(text, i)) {
            continue;
        }
        for (const Provider &provider : providers) {
            if (likeness(text.at(i), provider.name.section(QLatin1Char(' '), -1)) > kSameName) {
                mentions.push_back({provider.name.section(QLatin1Char(' '), -1), {i, i + 1}});
                break;
            }
        }
    }
    return mentions;
}

QString preference(const SpokenText &text, bool asked)
{
    static const Phrase female("(?:(?:a|any|the|prefer|one of the) )*(?:female|woman|lady|women)(?: "
                               "(?:doctor|provider|physician|one|dentist|nurse|gynecologist|therapist|please))*");
    static const Phrase femaleWish("(?:prefer|want|like|see|have|need|only|with|any|rather|feel better|comfortable)(?: "
                                   "\\S+){0,4} (?<!well )(?:female|woman|lady|women)|(?:preferably|ideally|hopefully) "
                                   "(?:an? )?(?:female|woman|lady)|"
                                   "(?:female|woman|lady) "
                                   "(?:doctor|provider|physician|dentist|gynecologist|therapist)");
    if (femaleWish.in(text) || (asked && female.in(text))) {
        return QStringLiteral("any_female");
    }
    static const Phrase any("(?:any|whichever|whatever|either)(?: of (?:them|the))? "
                            "?(?:doctor|provider|physician|dentist|one)s?|(?:whoever|whomever)(?: "
                            ".*)?|anyone|anybody|any (?:doctor|provider)(?: .*)?|first available (?:doctor|provider)");
    static const Phrase anyAsked(
        "(?:it |that )?(?:does|do) not (?:really )?matter.*|no (?:real )?preference.*|(?:i )?do not (?:really "
        ")?(?:care|mind|have (?:a |any )?preference).*|not (?:picky|particular)|(?:any|either|whichever|whatever)(?: "
        ".*)?|(?:just )?(?:the )?(?:next|first|soonest) (?:available|open)(?: .*)?|the first one.*|(?:just )?(?:the "
        ")?(?:next|first|soonest) (?:available|open)(?: .*)?|up to you|you (?:pick|choose|decide)|i am "
        "(?:fine|good|okay|open|flexible).*|who(?:ever)? ?(?:'s|has|is)(?: .*)?|somebody|someone|surprise me|all the "
        "same.*");
    if ((asked && (any.in(text) || anyAsked.in(text)))) {
        return QStringLiteral("any");
    }
    static const Phrase anyWish(
        "(?:see|with|get|want) (?:any(?: available)? (?:doctor|provider|dentist)|whoever|anyone|anybody)|any doctor "
        "(?:is|'s|works|will|available)|doctor does not matter|do not care (?:who|which doctor)");
    return anyWish.in(text) ? QStringLiteral("any") : QString();
}

bool isRefused(const SpokenText &text, WordSpan words)
{
    static const Phrase no(
        "(?:not (?:want|like|wanna) (?:to )?(?:see|have|go to|get)|rather not (?:see|have)|do not (?:want|like)|not "
        "(?:with|want|like|see)|anyone but|anybody but|not|except|but|besides|other than|instead of|avoid)");
    for (int from = std::max(0, words.first - 5); from < words.first; ++from) {
        if (const auto match = no.findAt(text, from); match && match->all.last == words.first) {
            return true;
        }
    }
    return false;
}

} // namespace

ProviderReading readProvider(const SpokenText &text, Claims &claims, const std::vector<Provider> &providers, bool asked)
{
    std::vector<WordSpan> elsewhere;
    std::vector<Mention> mentions = mentionsIn(text, providers, asked, elsewhere);
    if (mentions.empty()) {
        mentions = untitled(text, claims, providers);
    }
    if (mentions.empty() && asked && preference(text, true).isEmpty()) {
        for (int i = 0; i < text.size() && mentions.empty(); ++i) {
            const WordSpan name = nameAt(text, i);
            if (!name.empty()) {
                mentions.push_back({surname(text, name, providers), name});
            }
        }
    }
    ProviderReading reading;
    // "From Doctor Hanson's office" tells who calls; "to Doctor Pell's office" only where something goes.
    for (const WordSpan &words : elsewhere) {
        if (text.isAny(words.first - 1, {"to", "by"})) {
            claims.take(words);
        }
    }
    for (const Mention &mention : mentions) {
        claims.take(mention.words);
    }
    if (mentions.empty()) {
        reading.name = preference(text, asked);
        reading.words = reading.name.isEmpty() ? WordSpan{} : WordSpan{0, text.size()};
        return reading;
    }
    std::vector<WordSpan> spans;
    std::transform(mentions.begin(), mentions.end(), std::back_inserter(spans),
                   [](const Mention &m) { return m.words; });
    size_t chosen = firstStanding(spans, correctionsIn(text));
    // "Not Grant, Lopez": a wanted one wins over a refused one.
    for (size_t i = chosen; i < mentions.size(); ++i) {
        if (!isRefused(text, mentions[i].words)) {
            chosen = i;
            break;
        }
    }
    reading.name = (isRefused(text, mentions[chosen].words) ? QStringLiteral("!") : QString()) + mentions[chosen].name;
    reading.words = mentions[chosen].words;
    return reading;
}

} // namespace Frontdesk::Dialogue
