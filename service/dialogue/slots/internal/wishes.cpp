#include "service/dialogue/slots/internal/wishes.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

/// Where talk of the old appointment ends and the wish begins.
int endOfClause(const SpokenText &text, int from)
{
    static const WordSet stops("to instead but can could and i is need want would because so if may will until be "
                               "please do sooner earlier later we should what where how however though for");
    int at = from;
    while (at < text.size() && !stops.has(text.at(at))) {
        ++at;
    }
    return at;
}

} // namespace

bool speaksOfExisting(const SpokenText &text)
{
    static const Phrase words(
        "re ?schedul\\w+|re ?book\\w*|cancel\\w*|call(?:ing)? (?:off|it off)|postpone\\w*|push(?:ed|ing)?(?: "
        "\\S+){0,6} "
        "(?:back|to|out)|mov(?:e|ed|ing)|chang(?:e|ing)|switch(?:ing)?|swap|confirm\\w*|still "
        "on|(?:am|are|is|'s) (?:down|set|on) for|bump|(?:can|could|will|would) not (?:make|come|be "
        "there|keep)|(?:not|never) (?:going to|gonna) (?:make|be "
        "able)|(?:have|had|got|has) an? (?:\\w+ ){0,2}(?:appointment|visit)|(?:appointment|visit) "
        "(?:is|was|'s)|(?:running|be) late|supposed to (?:come|be|see)|scheduled for|booked for|unable to|not (?:be "
        ")?able to");
    return words.in(text);
}

std::vector<WordSpan> settledWords(const SpokenText &text)
{
    std::vector<WordSpan> spans;
    const auto addAll = [&](const Phrase &phrase, bool toEndOfClause) {
        for (const Phrase::Match &match : phrase.findAll(text)) {
            spans.push_back({match.all.first, toEndOfClause ? endOfClause(text, match.all.last) : match.all.last});
        }
    };
    static const Phrase past(
        "(?:last (?:(?:weekend|week|month|year)(?! of)|night|time|visit|summer|fall|spring|winter)|last \\w+day(?! "
        "(?:of|in))|this past "
        "\\w+|(?:ever )?since (?!then)\\w+)|\\w+ (?:days?|weeks?|months?|years?) ago|yesterday(?: \\w+)?|(?:way )?back "
        "(?:in|on|around) \\w+");
    static const Phrase birth("(?:date of birth|birth ?date|birthday|born|d o b|dob)(?: \\w+){1,8}");
    static const Phrase closed("(?:you|y'all|you guys|they|the (?:office|clinic))(?: all| guys)? are (?:closed|not "
                               "open|full|booked)(?: on)? \\w+");
    static const Phrase reach(
        "(?:reach|call|phone|ring|text|contact|get (?:a )?hold of) (?:me|us)(?: back)? "
        "(?:at|on|after|before|between|until|tomorrow|today|any time|in the|this|during|around|from|by)(?: "
        "\\S+){0,14}?(?= (?:for an|about|to schedule|so that|and i)|$)");
    addAll(past, false);
    addAll(birth, false);
    addAll(reach, false);
    addAll(closed, false);
    if (!speaksOfExisting(text)) {
        return spans;
    }
    static const Phrase arranged(
        "(?:(?<!book )(?<!to schedule )(?<!and schedule )(?<!make )(?<!need )(?<!want )(?<!get "
        ")(?:my|an?|his|her|our|their)(?: (?!to |for "
        "|on |at )[\\w':]+){0,4}? "
        "(?:appointments?|visit|physical|checkup|cleaning)(?: 's| is| was| that)?(?: "
        "(?:i|we|she|he) (?:have|has|had|got))?(?: (?:scheduled|booked|set|set up|coming "
        "up|down))?(?: (?:on|for|at|from|of))?|(?:scheduled|booked|supposed to (?:come in(?! (?:\\w+ "
        "){1,2}(?:weeks?|months?|days?))|be "
        "there|be in|be seen|see (?:doctor )?\\w+)|(?:i|we|she|he) (?:am|are|'s|is) (?:coming(?: "
        "in)?|down|set|on(?= for)|on the books)|(?:i|we|she|he) (?:have|has|had|got) (?:one|something))(?: "
        "(?:on|for|at))?)");
    addAll(arranged, true);
    static const Phrase possessive(
        "(?:my|our|his|her) \\w+day (?:\\w+ ){0,2}(?:appointment|visit|check(?: "
        "?up)?|exam|physical|cleaning|slot|one|spot|shot)|(?:my|our|the|his|her)? ?(?:today|tomorrow|\\w+day) 's(?: "
        "appointment| visit)?|(?:my|our|his|her) (?:\\w+ "
        "){0,2}(?:o'clock|\\d\\S*|one|two|three|four|five|eight|nine|ten|eleven)(?: thirty| fifteen)?(?: o'clock| a "
        "?m| p ?m)?(?: appointment)?(?: (?:today|tomorrow|on \\w+day))?");
    addAll(possessive, false);
    static const Phrase dropped("(?:cancel(?:ling)?|(?:can|could|will|would) not (?:be able to "
                                ")?(?:make|keep|come|be)|not (?:be )?able to (?:make|keep|come|be)|unable to "
                                "(?:make|come|keep))(?: (?:it|in|that|there))?");
    addAll(dropped, true);
    static const Phrase fromTo("from(?: \\S+){1,6}?(?= (?:to|until) )");
    static const Phrase moves("re ?schedul\\w+|mov(?:e|ed|ing)|chang(?:e|ing)|switch(?:ing)?|push\\w*|swap");
    if (moves.in(text)) {
        addAll(fromTo, false);
    }
    return spans;
}

bool meetsAny(const std::vector<WordSpan> &spans, WordSpan span)
{
    return std::any_of(spans.begin(), spans.end(), [&](WordSpan other) { return other.meets(span); });
}

} // namespace Frontdesk::Dialogue
