#include "service/dialogue/slots/internal/answers.h"

#include "service/dialogue/slots/internal/phrase.h"

namespace Frontdesk::Dialogue {
namespace {

struct Says {
    Phrase words;
    Answer answer;
};

const std::vector<Says> &openings()
{
    static const std::vector<Says> all = {
        {Phrase("(?:no|yeah|yes) (?:problem|worries)|no (?:that|it|this|you) (?:'s|is|are) (?:right|correct|it "
                "exactly|good|fine|perfect)|not a problem"),
         Answer::Yes},
        {Phrase("(?:no|nope|nah|naw|nay|negative|incorrect|wrong|never)|not (?:really|quite|exactly|at "
                "all|right|correct|yet|today|that i know of|anymore)|(?:that|it|this) (?:'s|is|was) "
                "(?:not|wrong|incorrect)(?: (?:right|correct|it|my|what i said).*)?|(?:that|it) (?:does|do|will|would) "
                "not (?:work|sound right).*|i (?:do|did|would|am|have) not(?! (?:know|care|mind|remember|have a "
                "preference|want to))|absolutely not|of course not|i do not think so|you (?:got|have) (?:it|that|the "
                "\\w+) wrong|none|almost|close"),
         Answer::No},
        {Phrase("(?:yes|yeah|yep|yup|yessir|uh-huh|sure|correct|right|exactly|affirmative|absolutely|definitely|"
                "certainly|indeed|totally|yess|si|perfect|great|okay|fine|bingo|precisely|true|wonderful|awesome|(?:"
                "that|this) (?:is|'s) (?:it|the one|me|him|her|mine)(?=$)|"
                "alright)(?: (?:thing|sir|ma'am|please|that 's (?:right|correct|it|me|fine|good)|it is|you got it|of "
                "course))*|(?:that|it|this|which|everything|all)(?: of (?:it|that))?(?: (?:all|just|really))* "
                "?(?:'s|is|sounds|looks|would be|works|will work|will do|would work|seems|was|'s all)(?: all)?(?: "
                "(?:right|correct|it|good|great|fine|perfect|okay|me|wonderful|accurate|ideal|for me|lovely|exactly "
                "right|the one|him|her|mine))*(?=$| (?:yes|yeah|thank|thanks|but|and|i|for|please|my|except|just))|you "
                "(?:got|have|'ve got|heard) (?:it|that)(?: right)?|you are right|of course|please(?: do)?(?= *$)|go "
                "(?:ahead|for it)|i (?:do|am|would|did|have|think so|believe so|guess(?: so)?)(?=$| "
                "(?:yes|thank|thanks|please))|sounds? (?:good|great|right|perfect|fine|about right)|works for me|let "
                "'s do (?:it|that)|that 'll do|that one|why not|by all means|please(?= *$)|i would (?:like|love) "
                "that|all right|good|no complaints|(?:uh )?huh|mhm"),
         Answer::Yes},
    };
    return all;
}

} // namespace

Answer readAnswer(const SpokenText &text)
{
    static const Phrase lead("(?:oh|well|so|hi|hello|hey|hmm|ah|and|okay so|i said|i mean|actually|um)");
    int at = 0;
    while (const auto match = lead.findAt(text, at)) {
        at = match->all.last;
        if (at >= text.size()) {
            return Answer::None;
        }
    }
    Answer answer = Answer::None;
    // "Yeah no that's wrong": of several in a row the last one counts.
    for (bool more = true; more && at < text.size();) {
        more = false;
        for (const Says &says : openings()) {
            if (const auto match = says.words.findAt(text, at); match && !match->all.empty()) {
                const bool soft =
                    text.isAny(at, {"okay", "right", "fine", "please", "good", "close", "almost", "great", "true"}) &&
                    match->all.size() == 1;
                if (answer == Answer::None || !soft) {
                    answer = says.answer;
                }
                at = match->all.last;
                more = true;
                break;
            }
        }
        if (more && (text.is(at, "but") || text.is(at, "and") || text.is(at, "except"))) {
            break;
        }
    }
    if (answer != Answer::None) {
        return answer;
    }
    static const Phrase lateNo(
        "(?:that|it|this|one|something|name|number|date|day|time)(?: \\w+)? (?:'s|is) (?:not (?:right|correct|it|my "
        "\\w+|what i said)|wrong|incorrect|off)|you (?:got|have) (?:it|that|the \\w+|my \\w+) wrong");
    static const Phrase lateYes(
        "(?:that|it|this) (?:'s|is|sounds|looks) (?:all )?(?:right|correct|good|perfect|fine|great)|you got it|works "
        "for me|(?:that|it|which) works");
    if (lateNo.in(text)) {
        return Answer::No;
    }
    return lateYes.in(text) ? Answer::Yes : Answer::None;
}

std::optional<SlotName> disputedIn(const SpokenText &text)
{
    static const Phrase wrong(
        "(?:(?:the|my|her|his|that|your|this) )?(?:(first|last|sur|patient|caller|full)? ?(?:'s "
        ")?(name|spelling)|(?:phone |callback |call back |cell )?(number|phone|digits?|area code|last "
        "four)|(date|day|month|weekday)|(time|hour)|(doctor|provider)|(insurance|plan)|(reason))(?: you "
        "(?:have|said|got|read|just said))?(?: part)? (?:'s|is|was|are|sounds|looks|does not (?:sound|look))(?: "
        "(?:all|still|completely|just|also))? (?:wrong|not right|not correct|incorrect|off|not it|messed "
        "up|misspelled|spelled wrong|right|backwards)");
    static const Phrase not_("(?:that|it|this)(?: is| 's|) not (?:my|her|his|the|our|how you (?:spell|say))(?: "
                             "(?:right|correct|first|last|phone|callback|call back))* "
                             "?(?:(name|it)|(number|phone)|(date|day)|(time)|(doctor)|(insurance))");
    static const Phrase inverse(
        "(?:wrong|incorrect|misspelled|(?:got|have|spelled|said|misheard|mispronounced)(?: down)?) (?:the |my |her "
        "|his )?(?:(?:first |last )?(name)|(?:phone |callback )?(number)|(date|day)|(time)|(doctor)|(insurance))(?: "
        "wrong| incorrectly| not right)?");
    const auto pick = [](const std::vector<WordSpan> &groups, size_t from) -> std::optional<SlotName> {
        static constexpr SlotName names[] = {SlotName::PatientName,   SlotName::CallbackNumber, SlotName::PreferredDate,
                                             SlotName::PreferredTime, SlotName::ProviderName,   SlotName::Insurance,
                                             SlotName::Reason};
        for (size_t i = from; i < groups.size(); ++i) {
            if (!groups[i].empty()) {
                return names[i - from];
            }
        }
        return std::nullopt;
    };
    if (const auto match = wrong.find(text); match && !text.is(match->all.last - 1, "right")) {
        return pick(match->groups, 1);
    }
    static const Phrase sayNot("not right|does not (?:sound|look) right|is not right");
    if (const auto match = wrong.find(text); match && sayNot.in(text)) {
        return pick(match->groups, 1);
    }
    if (const auto match = not_.find(text)) {
        return pick(match->groups, 0);
    }
    if (const auto match = inverse.find(text);
        match && (text.isAny(match->all.first, {"wrong", "incorrect", "misspelled", "misheard", "mispronounced"}) ||
                  text.isAny(match->all.last - 1, {"wrong", "incorrectly", "right"}))) {
        return pick(match->groups, 0);
    }
    return std::nullopt;
}

} // namespace Frontdesk::Dialogue
