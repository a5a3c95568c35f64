#include "service/dialogue/slots/internal/datechoice.h"

#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

void keepConclusion(const SpokenText &text, std::vector<DateMention> &mentions)
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

void placeOnOffered(std::vector<DateMention> &mentions, QDate offered)
{
    for (DateMention &mention : mentions) {
        if (offered.isValid() && mention.piece.weekday == offered.dayOfWeek() && !mention.piece.week.isValid()) {
            mention.piece.dates = {offered, offered};
        }
    }
}

void dropRefused(std::vector<DateMention> &mentions)
{
    for (size_t i = 1; i < mentions.size(); ++i) {
        DateMention &mention = mentions[i];
        for (size_t j = 0; j < i; ++j) {
            const bool sameDay = mention.piece.weekday > 0 && mentions[j].piece.weekday == mention.piece.weekday;
            if (sameDay && mentions[j].bound == DateBound::Not) {
                mention.bound = DateBound::Not;
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
        const DateMention &range = mentions[i];
        const DateMention &next = mentions[i + 1];
        const bool wide = range.bound == DateBound::None && range.piece.dates.to > range.piece.dates.from;
        const bool closer = next.bound == DateBound::None && next.piece.dates.isDay() &&
                            !next.connection.startsWith(QLatin1String("or")) &&
                            !next.connection.endsWith(QLatin1String("or"));
        if (wide && closer) {
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }
}

void dropRefusedOffer(std::vector<DateMention> &mentions, QDate offered)
{
    const bool other =
        std::any_of(mentions.begin(), mentions.end(), [](const DateMention &m) { return m.bound != DateBound::Not; });
    if (offered.isValid() && other) {
        std::erase_if(mentions, [&](const DateMention &m) {
            return m.bound == DateBound::Not && !m.piece.weekly && m.piece.weekday == offered.dayOfWeek();
        });
    }
}

void keepPraised(const SpokenText &text, std::vector<DateMention> &mentions)
{
    static const Phrase praise("(?:is|'s|would be|works|will be)(?: \\w+)? (?:better|best|ideal|perfect|preferred)");
    for (size_t i = 1; i < mentions.size(); ++i) {
        const DateSpan dates = mentions[i].piece.dates;
        const bool again = std::any_of(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const DateMention &before) { return before.piece.dates == dates; });
        if (again && dates.isDay() && praise.findAt(text, mentions[i].piece.words.last)) {
            mentions = {mentions[i]};
            return;
        }
    }
}

void dropAsides(const SpokenText &text, std::vector<DateMention> &mentions)
{
    static const Phrase ties(
        "or|and|but|maybe|if|also|then|else|otherwise|actually|could|can|work|works|good|free|better|"
        "best|available|open|fine|either|so|no|not|even|before|after|until|by|between|through|to|"
        "i|we|he|she|make|instead|rather|wait|sorry|would|will|any|week");
    for (size_t i = mentions.size(); i-- > 1;) {
        const SpokenText link(mentions[i].connection);
        const bool plain = mentions[i].bound == DateBound::None && mentions[i - 1].bound == DateBound::None &&
                           mentions[i].piece.weekday > 0 && mentions[i - 1].piece.dates.isDay();
        if (plain && link.size() >= 2 && !ties.in(link) && !text.pauseBefore(mentions[i].piece.words.first)) {
            mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

} // namespace Frontdesk::Dialogue
