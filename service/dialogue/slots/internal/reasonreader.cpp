#include "service/dialogue/slots/internal/reasonreader.h"

#include "service/dialogue/slots/internal/complaints.h"
#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

bool has(const std::vector<RequestType> &requests, std::initializer_list<RequestType> any)
{
    return std::any_of(any.begin(), any.end(), [&](RequestType type) {
        return std::find(requests.begin(), requests.end(), type) != requests.end();
    });
}

/// From `at` to where the phrase about the reason ends.
WordSpan phraseFrom(const SpokenText &text, const Claims &claims, int at, int most)
{
    static const WordSet stops(
        "and but please thanks thank sometime so because sooner soonest earliest if can could would i we he she they "
        "you next tomorrow today with as when is 's are also or any at before after instead it this that my-number "
        "which whenever preferably ideally maybe asap until who need needs want wants had");
    WordSpan span{at, at};
    if (stops.has(text.at(at))) {
        return span;
    }
    while (span.last < text.size() && span.size() < most && claims.isFree(span.last)) {
        const bool start = span.empty();
        const bool troubleWith =
            text.is(span.last, "with") &&
            text.isAny(span.last - 1, {"trouble", "problem", "problems", "issue", "issues", "difficulty"});
        if (!start && !troubleWith && stops.has(text.at(span.last))) {
            break;
        }
        const bool forSomeone =
            text.is(span.last, "for") && text.isAny(span.last + 1, {"my", "our", "him", "her", "me", "us"});
        if ((text.pauseBefore(span.last) || forSomeone) && !start) {
            break;
        }
        ++span.last;
    }
    static const WordSet tails("on in for at of the a an to from by my his her about around and really too now again "
                               "here with there over some");
    while (!span.empty() && tails.has(text.at(span.last - 1))) {
        --span.last;
    }
    return span;
}

int skipSmall(const SpokenText &text, int at)
{
    static const WordSet small("my a an the his her some just this our their of your that these those");
    while (small.has(text.at(at))) {
        ++at;
    }
    return at;
}

/// The reason as written down: the caller's words without the small ones at its ends.
QString shortened(const SpokenText &text, WordSpan span)
{
    // "T b test", "d m v": said letter by letter, written together.
    static const QRegularExpression letters(QStringLiteral("\\b([a-z])((?: [a-z])+)\\b"));
    QString reason = text.quote(span).toLower();
    const QRegularExpressionMatch match = letters.match(reason);
    if (match.hasMatch() && match.captured(1) != QLatin1String("a") && match.captured(1) != QLatin1String("i")) {
        reason.replace(match.captured(), match.captured().remove(QLatin1Char(' ')).toUpper());
    }
    return reason;
}

bool isEmptyReason(const SpokenText &text, WordSpan span)
{
    static const WordSet nothing(
        "appointment appointments visit me him her them us it that this one something someone doctor anything myself "
        "soon earliest time day slot opening new patient check available husband wife son daughter mom dad kids both "
        "one two three four five six seven eight nine ten eleven twelve noon monday tuesday wednesday thursday friday "
        "saturday "
        "sunday tomorrow today maybe perhaps probably guess think well morning afternoon now everything same first "
        "second please another "
        "again self sure certain real");
    static const WordSet persons(
        "husband wife son daughter mom mother dad father grandson granddaughter brother sister kids kid child children "
        "grandmother grandma grandpa friend neighbor client aunt uncle partner");
    bool content = false;
    for (int i = span.first; i < span.last; ++i) {
        content = content || (!nothing.has(text.at(i)) && text.at(i).size() > 1);
    }
    return span.empty() || !content || persons.has(text.at(span.last - 1)) ||
           (persons.has(text.at(span.first)) && !text.is(span.first + 1, "'s"));
}

ReasonReading made(const SpokenText &text, WordSpan span)
{
    return isEmptyReason(text, span) ? ReasonReading{} : ReasonReading{shortened(text, span), span};
}

/// The kind of visit itself: "annual physical", "flu shot", "six week visit".
ReasonReading visitKind(const SpokenText &text, const Claims &claims)
{
    static const Phrase visit(
        "(?:(?:(?!need|want|get|make|book|schedul|have|like|see|for|my\\b|our|an?\\b|the|to|his|her|some|do|due|in|"
        "getting|having|wanting|needing|about|"
        "up\\b|me|him|them|us|is|and|or|i\\b|'s|with|another|set|on|come|done|take|doing|of|that|this|it|from|also|one|"
        "two|about|regular(?= "
        "appointment)|an|can|us|give|try|look|give|hi|hello|yes|yeah|please|just|please|looking|calling|was|so|am|"
        "wondering|trying|would|out|getting|be|next|needs|any|please)\\S+ ){0,3})((?:well (?:child|baby|woman) |sleep "
        "|nerve )?(?:check(?: |-)?ups?|study)|(?:c t|ct|cat|bone|pet) scans?|(?:skin|"
        "weight|wound|hearing|vision|foot|mole) "
        "checks?|physicals?|exams?|(?:flu|covid|booster|shingles|pneumonia|tetanus|allergy|school|camp|year|"
        "kindergarten|"
        "travel|hpv|cortisone|steroid|b twelve|rabies|measles|hep\\w*|hepatitis \\w)(?: \\w+)? "
        "(?:shots?|vaccines?|boosters?|vaccinations?)|shots?|vaccines?|vaccinations?|immunizations?|boosters?|"
        "screenings?|mammograms?|colonoscopy|pap(?: smear)?|ultrasounds?|x rays?|blood (?:work|draw|test)|lab work|m r "
        "i|mri|follow ?ups?|cleanings?|consult(?:ation)?s?|injections?|biopsy|evaluation|e k g|ekg|fillings?|root "
        "canal|(?:\\w+ )?tests?|wellness visit|annual visit|new patient "
        "(?:visit|appointment|exam)|(?:six|two|four|eight|twelve) (?:week|month|year) (?:visit|checkup|check "
        "up|shots)|(?:\\w+ )?(?:re)?checks?(?= (?:next|this|on|any|for|with|at|tomorrow|some|in|before|after|please|a "
        "week)|$)|well (?:child|woman|baby) (?:visit|exam|check\\w*)|post ?op(?:erative)? "
        "(?:visit|appointment|check)|medication (?:review|check)|sick visit|surgery|screening|stitches "
        "(?:out|removed)|wellness (?:exam|check)|(?:\\w+ )?infusion|therapy|cleaning)(?: (?:on|for|of|about) (?:my "
        "|his |her |the "
        ")?(?!monday|tuesday|wednesday|thursday|friday|tomorrow|today|next|this|me|him|her\\b|them|my|work\\b)((?:new "
        ")?\\w+(?: "
        "(?:pressure|sugar|pain|loss|control|management|replacement|surgery|infection))?))?");
    for (const Phrase::Match &match : visit.findAll(text)) {
        WordSpan span = match.all;
        static const WordSet papers("form forms note notes record records papers paperwork results letter bill");
        if (papers.has(text.at(span.last))) {
            continue; // "his school physical form"
        }
        while (!span.empty() && !claims.isFree(span.first)) {
            ++span.first;
        }
        while (!span.empty() && !claims.isFree(span.last - 1)) {
            --span.last;
        }
        static const WordSet tails("on for of about");
        while (!span.empty() && tails.has(text.at(span.last - 1))) {
            --span.last;
        }
        static const Phrase newcomer("new patient (?:visit|appointment|exam)");
        if (newcomer.findAt(text, span.first)) {
            return {shortened(text, span), span};
        }
        if (!span.empty() && !isEmptyReason(text, span)) {
            return made(text, span);
        }
    }
    return {};
}

/// A complaint told as such: "my knee's been hurting", "she's got an earache", "I have a sore throat".
ReasonReading complaint(const SpokenText &text, const Claims &claims)
{
    // "My dad fell, I mean he's okay, it's his hearing aid broke": the last word on it counts.
    const std::vector<WordSpan> corrections = correctionsIn(text);
    WordSpan told = corrections.empty() ? WordSpan{} : complaintIn(text, corrections.back().last);
    if (told.empty()) {
        told = complaintIn(text, 0);
    }
    if (told.empty() || !claims.isFree(told.first)) {
        return {};
    }
    // A clause of the body is complete as it stands; of a symptom the phrase goes on to the next clause.
    const WordSpan phrase = phraseFrom(text, claims, skipSmall(text, told.first), std::max(told.size(), 1));
    static const Phrase wholeClause(
        ".* (?:is|'s|are|has|have|was|were|keeps?|feels?|gets?|got|not|hurts?|went|runs) .*|.* "
        "(?:hurts?|aches?|itches|burns|broke|popped)");
    const bool whole = wholeClause.covers(SpokenText(text.plain(told)));
    return made(text,
                whole && phrase.size() < told.size() && told.size() <= 7 ? WordSpan{told.first, told.last} : phrase);
}

/// "My hearing tested", "some warts removed", "tested for strep".
ReasonReading wishedDone(const SpokenText &text, const Claims &claims)
{
    static const Phrase done(
        "(?:need|needs|want|wants|like|get|getting|have|having)(?: to (?:get|have))? "
        "(?:(?:my|his|her|our|the|this|these|that|a|"
        "an|some) "
        ")*((?!appointment|prescription|to\\b|get\\b|be\\b|seen|in\\b|him\\b|her\\b|them\\b|it\\b|me\\b)\\w+(?: "
        "(?!appointment)\\w+){0,4}? (?:tested|checked|re ?checked|examined|cleaned(?: "
        "out)?|removed|drained|drawn|treated|pulled|"
        "biopsied|adjusted|evaluated|screened|scanned|trimmed|clipped|flushed|lanced|wrapped|looked (?:at|over)|taken "
        "out|cut out|frozen off|burned "
        "off))|((?:tested|screened|treated|"
        "vaccinated|evaluated) for (?:an? |the )?(?!me|him|her)\\w+(?: (?!and|on|in|this|next|at)\\w+)?)");
    const auto match = done.find(text);
    if (!match) {
        return {};
    }
    const WordSpan span = match->groups[0].empty() ? match->groups[1] : match->groups[0];
    return claims.isFree(span.first) ? made(text, span) : ReasonReading{};
}

/// "For a sore throat", "about my knee", "because of my back", "to get my stitches out".
ReasonReading purpose(const SpokenText &text, const Claims &claims)
{
    static const Phrase lead("(?:for|about|regarding|concerning|because of|due to|to (?:get(?! "
                             "(?:in|seen|a|an|back|there|out|to|him|her|me|my \\w+ in)\\b)|have|discuss|check|check "
                             "on|talk about|look at|do|follow up on|go over)|(?:look(?:ed)? at|checked?(?: "
                             "out)?|examine)(?: for)?|having|follow(?:ing)? up on)");
    static const Phrase no(
        "(?:for|about) (?:the |a |an )?(?:week|two weeks|three "
        "weeks|next|this "
        "(?:week|month|morning|afternoon|evening|coming|\\w+day)|tomorrow|today|monday|tuesday|wednesday|thursday|"
        "friday|saturday|morning|afternoon|sometime|"
        "first|(?:the )?(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\w+teenth|twentieth|twenty|"
        "thirtieth|thirty|third|\\d+(?:st|nd|rd|th))|(?:about |almost |over |like |past |last |at least )*(?:\\w+ "
        ")?(?:day|week|month|year|hour)s?|a long|my "
        "(?:number|name)|me|him|them|work$|\\w+day|now|new patients?|a "
        "while|an appointment|your|you|both|\\w+ (?:a ?m|p ?m)|a visit|one)");
    for (const Phrase::Match &match : lead.findAll(text)) {
        if (no.findAt(text, match.all.first) || !claims.isFree(match.all.first)) {
            continue;
        }
        const int at = skipSmall(text, match.all.last);
        if (text.is(at, "of")) {
            continue;
        }
        const WordSpan span = phraseFrom(text, claims, at, 6);
        if (ReasonReading reading = made(text, span); !reading.reason.isEmpty()) {
            return reading;
        }
    }
    return {};
}

/// The answer to "What is the visit for?": all of it, without the way into it.
ReasonReading answered(const SpokenText &text, const Claims &claims)
{
    static const Phrase refusal(
        "(?:i )?(?:would |'d )?(?:rather not|prefer not)(?: .*)?|(?:it 's|that 's|it is)(?: (?:kind of|sort of|a "
        "little|a bit|very|rather|really))? (?:personal|private|"
        "embarrassing|none of "
        ".*|confidential).*|(?:\\w+ )?if (?:that|it|you|possible|there).*|none of your business.*|i (?:do not|can not) "
        "(?:want "
        "to|wanna|feel|know|think|remember).*|personal|private|why do.*|do i have to.*|what do "
        "you.*|(?:yes|no|yeah|okay|nope|sure|yep|hello|hi|what|sorry|pardon)(?: .{0,6})?|hold on.*|let me.*|i will "
        "tell.*|i would rather .*|rather (?:talk|speak|tell|wait|discuss) .*|i am not sure.*|not sure.*|can i "
        ".*talk.*");
    if (refusal.covers(text)) {
        return {};
    }
    static const Phrase lead(
        "(?:(?:keeps?|meaning|nothing (?:special|serious|much|big|major|bad)|check(?:ing)? on|well(?! "
        "(?:child|baby|woman|visit|check))|so|yeah|yes|oh|hi|okay|just|it 's|it "
        "is|it|'s|for|about|because|cause|regarding|i|we|he|she|they|have|has|had|need|needs|needed|want|wants|wanted|"
        "would|like|am|is|was|been|having|got|gotten|getting|to|a|an|the|this|these|some|my|his|her|our|their|your|get|"
        "see|come "
        "in|coming in|calling|looking|for "
        "me|son|daughter|mom|dad|husband|wife|kid|mostly|mainly|basically|really|actually|probably|kind of|sort "
        "of|that|do|make|schedule|book|in|no|sure|um|uh-huh|please|also|of|you know|like|i guess|i think|i mean|set "
        "up|talk|discuss|ask|due|experiencing|his|there|are|be|been having|been "
        "feeling|with|appointment|visit|reason)(?= ))");
    static const Phrase keep("(?:my|his|her) \\w+ (?:is|'s|hurts?|has|keeps|feels?|are|aches?|been)|having (?:a "
                             ")?baby|getting (?:worse|dizzy|tired)|son|no (?:energy|appetite)|like");
    static const Phrase newcomer("new patient (?:visit|appointment|exam)");
    if (const auto match = newcomer.find(text)) {
        return {shortened(text, match->all), match->all};
    }
    std::vector<WordSpan> parts;
    const std::vector<WordSpan> corrections = correctionsIn(text);
    int at = 0;
    for (const WordSpan &correction : corrections) {
        static const Phrase weighty("no|wait|actually|i mean|scratch that|no actually|no wait|sorry|i meant|rather|no "
                                    "sorry|correction|sorry no|wait no|make that|no it 's");
        if (correction.last < text.size() &&
            (text.at(correction.first) != QLatin1String("no") || correction.size() > 1 ||
             text.isAny(correction.last, {"it", "my", "the"}))) {
            at = correction.last;
        }
    }
    for (bool more = true; more && at < text.size();) {
        const auto match = lead.findAt(text, at);
        more = match || (!claims.isFree(at) && at + 1 < text.size());
        at = match ? match->all.last : more ? at + 1 : at;
    }
    int last = text.size();
    static const WordSet tails(
        "please thanks thank you really again today now here and so too though i guess think mainly");
    while (last > at && (tails.has(text.at(last - 1)) || !claims.isFree(last - 1))) {
        --last;
    }
    WordSpan span{at, at};
    static const WordSet stops("and but so because which please if when thanks thank same again since");
    static const Phrase aside("it (?:is|'s|has|was|keeps|started|just)");
    while (span.last < last && span.size() < 9) {
        if (text.is(span.last, "for") && text.isAny(span.last + 1, {"my", "our", "him", "her", "me", "us"})) {
            break;
        }
        if (span.size() >= 1 && aside.findAt(text, span.last)) {
            break; // "Acne, it's gotten bad"
        }
        if (span.size() >= 1 && (stops.has(text.at(span.last)) || !claims.isFree(span.last))) {
            const bool onlyVerb = text.is(span.last, "when") && span.size() == 1; // "burns when I pee"
            if (!onlyVerb && !(text.is(span.last, "and") && span.size() <= 2 && text.at(span.last + 1).size() > 2)) {
                break;
            }
        }
        ++span.last;
    }
    return made(text, span);
}

bool namesTrouble(const SpokenText &text, WordSpan span)
{
    for (int i = span.first; i < span.last; ++i) {
        if (isMedicalWord(text.at(i))) {
            return true;
        }
    }
    return false;
}

ReasonReading behind(const SpokenText &text, const Claims &claims, const Phrase &lead)
{
    if (const auto match = lead.find(text)) {
        return made(text, phraseFrom(text, claims, skipSmall(text, match->all.last), 5));
    }
    return {};
}

} // namespace

ReasonReading readReason(const SpokenText &text, const Claims &claims, const std::vector<RequestType> &requests,
                         ReasonCue cue)
{
    const bool asked = cue == ReasonCue::Asked;
    const bool open = cue == ReasonCue::Open;
    using enum RequestType;
    const bool otherErrand =
        has(requests, {AppointmentScheduling, AppointmentRescheduling, AppointmentConfirmation, AppointmentCancellation,
                       GeneralQuestion, InsuranceQuestion, BillingQuestion, TestResults, PrescriptionRefill,
                       ReferralRequest, CallbackRequest});
    if (asked && !otherErrand) {
        return answered(text, claims);
    }
    static const Phrase refill(
        "(?:refill\\w*|renew\\w*|prescription|out|low|more|fill)(?: "
        "(?:on|of|for|my|the|his|her|a|to|get|prescription|refilled|renewed|renewal))* (?:on|of|for|my|his|her)");
    static const Phrase refilled("(?:need|want|get|like|have|my|his|her)(?: (?:to|my|his|her|get|a|the|some|have))* "
                                 "(?=\\w+(?: \\w+)? (?:refilled|refill|renewed|filled|prescription))");
    static const Phrase referral("(?:refer\\w*)(?: (?:me|him|her|us))? (?:to|for)(?: (?:see|a|an|the))*");
    static const Phrase about(
        "(?:call\\w*|phone|message|back|question|talk|speak)(?: \\S+){0,8}? (?:about|regarding|concerning)");
    if (has(requests, {AppointmentScheduling, AppointmentRescheduling}) ||
        (asked &&
         !has(requests, {BillingQuestion, TestResults, InsuranceQuestion, GeneralQuestion, CallbackRequest}))) {
        for (const auto reader : {visitKind, wishedDone, complaint, purpose}) {
            if (ReasonReading reading = reader(text, claims); !reading.reason.isEmpty()) {
                return reading;
            }
        }
    }
    if (has(requests, {PrescriptionRefill})) {
        for (const Phrase *lead : {&refill, &refilled}) {
            if (ReasonReading reading = behind(text, claims, *lead); !reading.reason.isEmpty()) {
                return reading;
            }
        }
    }
    if (has(requests, {ReferralRequest})) {
        if (ReasonReading reading = behind(text, claims, referral); !reading.reason.isEmpty()) {
            return reading;
        }
    }
    // "A lady doctor, please, for my Pap": told by the way.
    static const Phrase forVisit("for (?:my|his|her|our|an?) \\w+");
    if (requests.empty() && cue == ReasonCue::Elsewhere && forVisit.in(text)) {
        return visitKind(text, claims);
    }
    if (requests.empty() && open) {
        // "My daughter has an ear infection", "it's about my eyes": the wish goes without saying.
        if (ReasonReading reading = complaint(text, claims); !reading.reason.isEmpty()) {
            return reading;
        }
        const ReasonReading reading = purpose(text, claims);
        return namesTrouble(text, reading.words) ? reading : ReasonReading{};
    }
    return has(requests, {CallbackRequest}) &&
                   !has(requests, {BillingQuestion, TestResults, InsuranceQuestion, MedicalRecords, PrescriptionRefill})
               ? behind(text, claims, about)
               : ReasonReading{};
}

} // namespace Frontdesk::Dialogue
