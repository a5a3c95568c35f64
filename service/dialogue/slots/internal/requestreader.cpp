#include "service/dialogue/slots/internal/requestreader.h"

#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

using Flow::Expectation;

struct Wording {
    RequestType type;
    Phrase words;
};

/// Kinds of visits people ask for.
const QString &visits()
{
    static const QString pattern = QStringLiteral(
        "(?:appointments?|visits?|check ?ups?|physicals?|exams?|annual|wellness|cleanings?|consult(?:ation)?s?|follow "
        "?ups?|shots?|vaccines?|vaccinations?|immunizations?|boosters?|screenings?|mammograms?|colonoscop\\w+|pap|"
        "ultrasounds?|x rays?|blood (?:work|draw|test)s?|lab work|labs|m r "
        "i|mri|evaluations?|tests?|biopsy|fillings?|root canal|openings?|slots?|sessions?|therapy|time slot|spot|look "
        "at (?:my|his|her|this)|injections?|infusion|sonogram|stress test|e k g|ekg|allergy "
        "test\\w*|reservation|booking)");
    return pattern;
}

std::vector<Wording> schedulingWordings()
{
    const auto with = [](const char *pattern) {
        QString text = QString::fromLatin1(pattern);
        text.replace(QLatin1String("VISIT"), visits());
        // Between the wish and the visit no other errand may stand.
        text.replace(
            QLatin1String("GAP"),
            QStringLiteral(
                "(?:(?!cancel|re ?schedul|mov(?:e|ing)\\b|chang|switch|push|postpone|confirm|check "
                "on|refill|referral|records?|results?|bill|copy|note|form|letter|know|ask|talk|speak|directions|about|"
                "if\\b|whether|when\\b|what\\b|not\\b|have an|have my|got an|call|back|another "
                "time|and\\b|but\\b|missed|late\\b|early for|scheduled|verify|remind|keep)\\S+ )"));
        return Wording{RequestType::AppointmentScheduling, Phrase(text)};
    };
    return {
        with("(?:make|book|schedule|scheduling|set ?up|setting "
             "up|arrange|get|getting|need|needs|want|wants|request|like|find|reserve|squeeze|take|booking|making|"
             "looking for|due for|do for|overdue for|time for|sign (?:me|him|her|us) up for|put (?:me|him|her) down "
             "for|try|give me|have (?:a|any|the)) GAP{0,7}?VISIT(?! "
             "(?:results?|records?|forms?|card|policy|to(?:morrow)? (?:is|was)|cancel\\w*|reminder))"),
        with("(?<!not )(?:book|schedule|fit|squeeze|pencil) (?:me|him|her|us|them|something|one|a "
             "time|it|my|for|with|an?|the|this|that|in|my \\w+)(?! (?:bill|referral))"),
        with("(?:want|wants|need|needs|like|able|trying|try|hoping|hope|looking|love|wanted|can|could|may|how soon "
             "can|when can|should|have|got|get)(?: \\S+){0,5}? (?:to )?(?:(?<!not )see (?:the |an? |my |his |her "
             ")?(?:doctor|dentist|nurse|someone|somebody|anyone|specialist|hygienist|provider|physician|pediatrician|"
             "therapist|\\w+ doctor|\\w+ologist)|(?:my |the |a )?(?:blood pressure )?check|be seen|get seen|come "
             "(?:in|by|see)|get in(?!to| touch)|(?:be )?looked at|checked(?: "
             "out)?|(?:bring|have|fit|squeeze|work|get|put) (?:me|him|her|us|them|my \\w+|\\w+)(?: \\w+)? (?:in(?! "
             "touch)|seen|looked at|checked|examined))"),
        with("(?:can|could|would|will) (?:someone|somebody|you|anyone|they|doctor \\w+)(?: \\w+)? see "
             "(?:me|him|her|us|my \\w+)(?! (?:name|number|records?))"),
        with("(?:seen|see (?:him|her)) (?:by|today|tomorrow|this|next|as soon)"),
        with("(?:(?:do|would|does) (?:you|they|doctor \\w+)(?: guys| all)?|is there|are there|got|have you got|you "
             "have|you got)(?: \\w+){0,3}? (?:any ?thing|something|any(?: \\w+)? "
             "(?:openings?|availabilit\\w+|slots?|times?|appointments?)|openings?|availability|an "
             "(?:opening|appointment|slot)|a slot|space)(?: \\w+)?(?: "
             "(?:available|open|free|for|on|at|next|this|today|tomorrow|around|in))"),
        with("(?:establish care|become a (?:new )?patient|new patient (?:appointment|visit|exam)|(?:sign|set) up as a "
             "(?:new )?patient|need a new (?:doctor|dentist|primary)\\S*|looking for a new "
             "(?:doctor|dentist|primary)\\S*)"),
        with("(?:i am |he 's |she 's |we are )?due (?:for|to)|overdue"),
        with("(?:needs?|wants?|like|get|make|book|schedule) (?:one|another(?: one)?|the same)(?: (?:too|as well|for "
             "(?:me|him|her|my \\w+)))"),
        with("^(?:(?:hi|hello|yes|yeah|hey|good|morning|afternoon|evening|there|please|just|okay|oh|so|well|first|i am "
             "calling|calling|it 's) )*(?:for )?(?:an? |my |the )?(?:\\w+ ){0,2}VISIT(?: "
             "(?:with|for|please|on|at|next|this|tomorrow|today|sometime|as soon|in|asap)|$)"),
        with("(?:an? |my |his |her )(?:\\w+ ){0,3}VISIT (?:with (?:doctor )?\\w+|scheduled|booked|made|set up)(?! for "
             "(?:tomorrow|today))"),
        with("(?:want|wanted|need|like|have|can|could|would)(?: \\S+){0,4}? (?:take a look|have a look|look at "
             "(?:it|this|that|my|his|her))"),
        with("(?:want|wish|need|like|love|could|must|have|help|set me up|want|interested|looking)(?: \\S+){0,4}? "
             "(?:(?:visit(?:ing)?|see(?:ing)?|find(?:ing)?|search for|get|look for|looking for) (?:a |an |the |this "
             "|that )*(?:doctor|dentist|dermatologist|gynecologist|provider|physician)|(?:a|an) "
             "(?:dentist|doctor|dermatologist))(?! (?:note|bill|form|letter|referral|'s))"),
        with("(?:want|need|like)(?: \\S+){0,2}? (?:my|his|her|a|an) (?:yearly|annual|(?:re)?check|recheck|six "
             "month|teeth|eyes?|ears?)(?: \\w+)? (?:with|check|done|cleaned|checked|next|this|a week|on)"),
        with("(?:stitches|sutures|staples|cast|wisdom teeth)(?: \\w+){0,2} (?:out|removed|off|taken out)|cleaned(?: "
             "\\w+)?$"),
    };
}

std::vector<Wording> otherWordings()
{
    using enum RequestType;
    const auto w = [](RequestType type, const char *pattern) { return Wording{type, Phrase(pattern)}; };
    return {
        w(AppointmentRescheduling,
          "appointment(?: \\S+){1,12} (?:change|move|switch|push) (?:it|that)|re ?schedul\\w+|re "
          "?book\\w*|(?:mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|push(?:ing)?|bump|swap|postpon(?:e|ing)|delay|shift("
          "?:ing)?|trade)(?: (?!pharmac|insurance|address|number|doctors|provider|password|my "
          "(?:phone|number|address|name|pharmacy|insurance|email))\\S+){0,6}? "
          "(?:appointments?|visit|physical|checkup|cleaning|exam|time|day|date|slot|to (?:a |the "
          ")?(?:different|another|later|earlier|afternoon|morning)(?! time on)|my \\w+day|surgery|follow ?up|back|one "
          "(?:for|at|on)|mine|up|screening|procedure|session|consult\\w*)(?! "
          "(?:about|call))|postpone|(?:different|another|new|later|earlier|better) (?:day|time|date)(?: for| than)? "
          "(?:my|the|his|her|that)|(?:do|make it|come|come in|come on|have|use|take|be|switch to)(?: \\S+){0,3} "
          "instead|instead of (?:today|tomorrow|\\w+day)"),
        w(AppointmentCancellation,
          "cancel(?:l?ing|led|l?ed)?(?! (?:polic|fee|list|culture))|cancellation(?! (?:policy|fee|list))|call off|take "
          "(?:me|him|her|us) off (?:the|your) (?:schedule|books|calendar)|(?:not|no longer) (?:need|want|needing) "
          "(?:my|the|that|this) (?:appointment|visit)|scratch my appointment|(?:(?:can|could|will|would) not|not going "
          "to|unable to|not (?:be )?able to) (?:make|keep|come (?:to|in for)|be there for|attend|get to)(?: "
          "\\w+){0,3}? (?:appointment|visit|it(?= (?:to|today|tomorrow|on|this|next|in|at)|$)|in "
          "(?:today|tomorrow)|tomorrow|today)"),
        w(AppointmentConfirmation,
          "confirm\\w*|(?:am|are|is) (?:i|we|he|she|my \\w+|they) (?:still )?(?:on|scheduled|booked|down|set)(?: for| "
          "in| to)?(?! (?:medic|hold))|still (?:on|good|have)(?: for| my| an)|(?:when|what time|what day|what date)(?: "
          "\\w+){0,2}? (?:is|'s|was|do|does|am|are)(?: (?:it|that))?(?: \\S+){0,3}? (?:appointment|next "
          "visit|visit|scheduled|supposed to (?:come|be|see)|coming in|next appointment|physical|checkup|surgery|come "
          "in)|(?:verify|double check|check(?: on)?|make sure|see|know|remember|forgot|remind me)(?: \\S+){0,4}? "
          "(?:my|the|his|her|our|an|i have an|i have my) (?:\\w+ ){0,2}?appointment|(?:do|does|did) (?:i|we|he|she|my "
          "\\w+) (?:still )?have (?:an?|any|my) (?:\\w+ )?appointments?|is my (?:\\w+ "
          ")?(?:appointment|visit)|(?:when|what time) do i (?:come|go)|what (?:time|day|date)(?: \\w+){0,2} "
          "(?:appointment|visit)|still on the (?:books|schedule|calendar)|on the books for"),
        w(InsuranceQuestion,
          "(?:do|does|will|are|is|would|can)(?: \\S+){1,5}? (?:take|accept|cover(?:ed)?|in network|contracted "
          "with|work with|bill) (?:\\S+ )?(?:\\S+ )?(?:insurance|plan|network|medicare|medicaid|ppo|hmo|PLAN)|in "
          "network|out of network|(?:is|are|will|would|does|do)(?: \\S+){1,6}? cover(?:ed|s)?(?: by)?|copays?|co "
          "pays?|my coverage|insurance (?:question|card|information|info|change|plan|issue|coverage|thing)|question "
          "(?:about|on|regarding) (?:my |the |an? )?(?:insurance|coverage|plan)|(?:update|changed?|new|add|give "
          "you|switched|different) (?:my |the |an? )?(?:\\w+ )?insurance|what insurances?|which "
          "insurances?|(?:take|accept)(?: \\w+)? insurance|prior auth\\w*|how much (?:is|does|would|will)(?: "
          "\\w+){0,4}? (?:with|after) (?:my )?insurance"),
        w(GeneralQuestion,
          "what(?: \\w+)?(?: are| is|'s| 's)? (?:your|the|you all) (?:office "
          ")?(?:hours|address|fax|email|website|location|phone|number|zip|cancellation policy|policy|mailing)(?: "
          "\\w+)?|fax number|(?:what|which|when|how late|how early|till what)(?: \\w+){0,3} (?:do|are|will|does)(?: "
          "\\w+){1,4} (?:close|open|closed|there|stay open|start|shut|in)(?! (?:appointment|for))|what time do(?:es)? "
          "\\S+(?: \\w+)? (?:close|open)|where (?:are|is|do|can|exactly)(?: "
          "\\w+){1,4}|(?:directions|parking|park|located|location|how (?:do|can) (?:i|we) get (?:there|to))|(?:are "
          ")?(?:you|yall|y'all|you guys|the office|the clinic|they)(?: guys| all)? (?:be )?(?:open|closed)|walk "
          "ins?|(?:do|does|can|are|is|will|would) (?:you|yall|you guys|you all|your (?:office|clinic|doctors?)|the "
          "(?:office|clinic))(?: guys| all| still| currently| folks)? (?:do|offer|take(?= "
          "(?:walk|new|kids|children|patients|credit|cards?|appointments))|have(?= (?:a |an |any "
          ")?(?:parking|pediatric|evening|weekend|wheelchair|female|woman|spanish|patient portal|portal|interpreter|x "
          "ray|lab|saturday|elevator|hours|telehealth|dermatolog\\w*|therapist|walk))|see "
          "(?:kids|children|new|patients|babies|teens)|accept(?= "
          "(?:new|walk|kids|cash|credit))|treat|provide|speak|validate|prescribe|perform|give (?:flu|covid))|accepting "
          "new patients|taking new patients|new patients being|is doctor \\w+(?: \\w+)? "
          "(?:in|there|available|working|here|still|accepting|taking|on vacation)|(?:does|do|is) (?:doctor \\w+|anyone "
          "there)(?: \\w+)? (?:speak|work|see|treat)|(?:what|which) (?:doctors?|providers|services)|how long "
          "(?:is|does|will|do|are)|(?:what|do i) (?:do i )?need to bring|what (?:should|do) i bring|what(?: \\w+)? "
          "(?:is|'s) (?:your|the) fax|your (?:fax|address|hours|email|website|holiday)|(?:do|should) i need to "
          "fast|need to fast|patient portal|wheelchair|elevator|telehealth|(?:a )?general question|how much "
          "(?:is|does|do|are|would)(?! i)(?: \\S+){0,6}|open on|open "
          "(?:this|on|good|saturdays?|sundays?|weekends?|christmas|thanksgiving|today|tomorrow)"),
        w(CallbackRequest,
          "(?<!my )(?<!best )call(?:ing)?(?: (?:me|him|her|us|my \\w+))? back(?! (?:is|number|'s))|(?<!my )(?<!best "
          ")call ?backs?(?! (?:is|number|at \\d|'s))|(?:have|ask|tell|want|get|need|like)(?: \\S+){1,4}?(?: to)? "
          "(?:call|phone|ring|contact) (?:me|us|him|her)|give (?:me|us|him|her) a "
          "(?:call|ring)|(?:return(?:ing)?|missed|got) (?:a|your|my|the|his|her|someone 's)(?: \\w+)? "
          "calls?|(?:you|someone|somebody|the office|a nurse|they|doctor \\w+)(?: guys)?(?: just)? (?:called|left)(?: "
          "\\w+)? ?(?:me|us|a message|my phone|a voice mail|earlier)|leave (?:a |him a |her a |doctor \\w+ a "
          ")?message|(?:someone|somebody|you|she|he|they|doctor \\w+) (?:can |could |please )?call me(?! (?:\\w+ "
          "(?:but|on)))|speak with the (?:nurse|doctor) when|reach out to me"),
        w(ReferralRequest, "referr?als?|refer (?:me|him|her|us|my \\w+)|referred"),
        w(BillingQuestion,
          "billing|(?:a|my|the|this|your|our|his|her|that) (?:\\w+ )?(?:bill|invoice|balance|statement)|bills?(?= "
          "(?:for|from|and|in|i|that|is|was|question|$)|$)|(?:over)?charged?(?: (?:twice|for|me|on|too))|a "
          "charge|charges on|(?:make|set up|made|send|take|question about) (?:a |my )?payment\\w*|payment plan|pay "
          "(?:my|the|a|off|for my|online|over)(?: \\w+)?(?: (?:bill|balance|account|visit))?|i owe|owe|collections?(?: "
          "(?:notice|agency|letter))|refund|overcharged|receipt|itemized|invoice"),
        w(MedicalRecords,
          "records?(?! (?:this|label))|chart notes?|chart sent|copy of (?:my|his|her|the) \\S+(?: "
          "\\w+)?|(?:work|school|doctor 's|sick|excuse|absence|return to work|gym|physician|jury duty) "
          "(?:note|excuse|form|letter|slip)s?|(?:a |an |my |the |some |his |her |these |this |camp |sports |physical "
          ")*(?:forms?|paperwork|fmla|f m l a)(?: (?:filled|signed|completed|for|from|faxed|sent|that|done|to))?|note "
          "for (?:work|school|my)|letter (?:for|to)(?! you)|disability (?:form|paper\\w*)|doctor 's note|immunization "
          "history|clearance letter|medical (?:release|history sent)|a note(?= (?:for|from|saying|that|to))"),
        w(PrescriptionRefill,
          "refill\\w*|re fill\\w*|(?:renew\\w*|extend|more|another|call in|send in|new|get|need|pick up|fill|running "
          "out of|sent in|transfer)(?: \\S+){0,4}? "
          "(?:prescriptions?|script|meds|medications?|pills|inhaler|insulin)|(?:ran|run|running|almost|nearly|am|all|"
          "about) (?:out|low)(?: (?:of|on) (?:my|his|her) \\S+)|prescription|out of my \\S+"),
        w(TestResults,
          "(?:lab|labs|tests?|blood)(?: \\w+)? (?:back|in yet|ready)|(?:test|lab|blood|x ray|biopsy|mri|m r "
          "i|scan|my|his|her|the|strep|culture|pap|any|ultrasound|mammogram|covid|pathology|ct|c t)(?: (?:work|test))? "
          "results?|results (?:of|from|are|back|for|on|in|yet)|results|labs (?:back|came|are in|are back)|(?:blood "
          "work|labs|tests?|biopsy|x rays?) (?:is|are|came|come|has come|have come) (?:back|in)|how (?:did )?my "
          "(?:labs|tests?|blood work|biopsy|scan)(?: \\w+)? (?:look|come|turn|went|came)\\w*"),
        w(MedicalQuestion,
          "(?:can|should|could|may) (?:i|he|she|we|my \\w+) (?:take|stop|start|keep "
          "taking|skip|double|eat|drink|exercise|use|mix|give|still take|be worried|worry|go to the "
          "(?:er|emergency)|have)(?! (?:an|a|my|an? appointment|the (?:appointment|first|next|last|ten|two)))(?: "
          "\\S+)*|is it (?:safe|okay|normal|bad|ok|dangerous|serious)|side effects?|(?:a "
          ")?(?:medical|health|medication|medicine) question|what (?:should|can|do) i (?:do|take)(?: for| about| "
          "if)|question (?:for|to ask) (?:the |a |my )?(?:nurse|doctor)|(?:talk|speak) (?:to|with) (?:the |a "
          ")?nurse|how much (?:tylenol|ibuprofen|advil|motrin|benadryl)|is (?:this|that) normal|need antibiotics|what "
          "dose|dosage|do i need to (?:stop|go|worry|see)|ask (?:the |a |my )?(?:nurse|doctor)(?: \\w+)?(?: a "
          "question)? (?:about|if|whether)|side effect"),
        w(Other, "complain\\w*|job opening|(?:are you|you) hiring|hiring|apply for|my resume|lost and found|i left my "
                 "\\w+|sales rep\\w*|vendor|volunteer|speak (?:to|with) the (?:office )?manager|office manager"),
    };
}

struct Hit {
    RequestType type;
    WordSpan words;
};

bool isRefused(const SpokenText &text, WordSpan words)
{
    static const Phrase refusal(
        ".*\\b(?:not|never|without|no need to|rather not)(?: "
        "(?:want|wanna|need|trying|looking|going|like|here|calling|asking))?(?: to| for| a| an| about)*");
    const WordSpan before{std::max(0, words.first - 4), words.first};
    if (before.empty()) {
        return false;
    }
    const SpokenText lead(text.plain(before));
    return refusal.covers(lead) && !text.pauseBefore(words.first);
}

bool has(const std::vector<Hit> &hits, RequestType type)
{
    return std::any_of(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; });
}

void drop(std::vector<Hit> &hits, RequestType type)
{
    hits.erase(std::remove_if(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; }),
               hits.end());
}

/// What one errand's words say about another: to cancel and rebook is to reschedule, and the like.
void settle(const SpokenText &text, std::vector<Hit> &hits)
{
    using enum RequestType;
    static const Phrase separate("also|as well|too|another (?:appointment|one|visit)|second|one for|separate|and (?:i "
                                 ")?(?:also )?(?:need|want|would like|book|schedule|make|set up) (?:to )?(?:\\w+ "
                                 "){0,3}(?:for my|new)|in addition|plus|while i am|on top of");
    const bool apart = separate.in(text);
    static const Phrase anew("re ?book\\w*|re ?schedul\\w+|instead|new (?:one|appointment|time|date)|another "
                             "(?:time|day|date|one|appointment)|different (?:day|time|date)|make (?:a new one|it "
                             "for)|later date|book (?:it )?(?:for|again)|and (?:book|make|schedule|set up|come|do)");
    if (has(hits, AppointmentCancellation) &&
        (has(hits, AppointmentRescheduling) || has(hits, AppointmentScheduling)) && anew.in(text) && !apart) {
        drop(hits, AppointmentCancellation);
        drop(hits, AppointmentScheduling);
        if (!has(hits, AppointmentRescheduling)) {
            hits.insert(hits.begin(), {AppointmentRescheduling, {0, 1}});
        }
    }
    if (has(hits, AppointmentRescheduling) && !apart) {
        drop(hits, AppointmentScheduling);
    }
    if (has(hits, AppointmentRescheduling)) {
        drop(hits, AppointmentConfirmation);
    }
    static const Phrase booksToo(
        "(?:book|make|schedule|need|set up|want|get) (?:\\w+ ){0,3}(?:appointment|one|visit|physical|checkup)");
    if ((has(hits, AppointmentCancellation) || has(hits, AppointmentConfirmation)) && !apart) {
        static const Phrase andBook("(?:and|then) (?:i )?(?:\\w+ ){0,3}(?:book|make|schedule|set up)");
        if (!andBook.in(text)) {
            drop(hits, AppointmentScheduling);
        }
    }
    const auto first = [&](RequestType type) {
        const auto it = std::find_if(hits.begin(), hits.end(), [type](const Hit &hit) { return hit.type == type; });
        return it == hits.end() ? nullptr : &*it;
    };
    // What a call back, a referral, a result or a bill is about is not a visit to book.
    for (const RequestType main : {CallbackRequest, ReferralRequest, TestResults, MedicalRecords, BillingQuestion,
                                   InsuranceQuestion, GeneralQuestion, MedicalQuestion}) {
        const Hit *errand = first(main);
        const Hit *visit = first(AppointmentScheduling);
        if (errand == nullptr || visit == nullptr) {
            continue;
        }
        const bool overlaps = errand->words.meets(visit->words);
        static const Phrase about("about|regarding|for|on|from|of|after");
        const bool aboutIt = visit->words.first > errand->words.first && visit->words.first - errand->words.last <= 3 &&
                             (about.findAt(text, visit->words.first - 1) || about.findAt(text, errand->words.last) ||
                              about.findAt(text, visit->words.first));
        if (overlaps || (aboutIt && main != GeneralQuestion)) {
            drop(hits, main == GeneralQuestion && !overlaps ? GeneralQuestion : AppointmentScheduling);
        }
    }
    if (has(hits, InsuranceQuestion) || has(hits, TestResults) || has(hits, AppointmentConfirmation)) {
        const Hit *other = first(InsuranceQuestion) ? first(InsuranceQuestion)
                           : first(TestResults)     ? first(TestResults)
                                                    : first(AppointmentConfirmation);
        hits.erase(std::remove_if(hits.begin(), hits.end(),
                                  [&](const Hit &hit) {
                                      return (hit.type == GeneralQuestion || hit.type == MedicalQuestion) &&
                                             hit.words.meets(other->words);
                                  }),
                   hits.end());
    }
    if (has(hits, PrescriptionRefill)) {
        drop(hits, MedicalQuestion);
    }
}

bool allowed(RequestType type, Expectation expectation)
{
    const bool open = expectation == Expectation::Nothing || expectation == Expectation::Request ||
                      expectation == Expectation::AnythingElse || expectation == Expectation::Question;
    switch (type) {
    case RequestType::AppointmentScheduling:
    case RequestType::MedicalQuestion:
        return open;
    case RequestType::AppointmentConfirmation:
        return open || expectation == Expectation::Reason;
    case RequestType::InsuranceQuestion:
        return expectation != Expectation::Insurance;
    case RequestType::GeneralQuestion:
    case RequestType::CallbackRequest:
    case RequestType::AppointmentRescheduling:
        return expectation != Expectation::PhoneNumber &&
               (open || expectation == Expectation::YesNo || expectation == Expectation::Reason);
    case RequestType::TestResults:
    case RequestType::PrescriptionRefill:
        return open || expectation == Expectation::YesNo || expectation == Expectation::Reason;
    default:
        return expectation != Expectation::PhoneNumber && expectation != Expectation::PatientName &&
               expectation != Expectation::CallerName && expectation != Expectation::DateTime;
    }
}

} // namespace

std::vector<RequestType> readRequests(const SpokenText &text, const Claims &claims, Expectation expectation,
                                      bool namesPlan)
{
    static const std::vector<Wording> wordings = [] {
        std::vector<Wording> all = schedulingWordings();
        for (Wording &wording : otherWordings()) {
            all.push_back(std::move(wording));
        }
        return all;
    }();
    std::vector<Hit> hits;
    for (const Wording &wording : wordings) {
        const bool byReason = expectation == Expectation::Reason && wording.type == RequestType::AppointmentScheduling;
        if (!allowed(wording.type, expectation) && !byReason) {
            continue;
        }
        for (const Phrase::Match &match : wording.words.findAll(text)) {
            const bool free = claims.isFree(match.all.first) || claims.isFree(match.all.last - 1);
            static const Phrase books("(?:book|booking|schedule|set up|take a look|look at|make|making|get in|come "
                                      "in|see|be seen|want|would like|like to)");
            const bool meant = !byReason || (books.find(text, match.all.first) &&
                                             books.find(text, match.all.first)->all.first < match.all.last);
            const bool wishChanged = expectation == Expectation::YesNo &&
                                     wording.type == RequestType::AppointmentRescheduling &&
                                     !text.plain(match.all).contains(QLatin1String("schedul"));
            if (wishChanged) {
                continue; // "can we do eleven instead" changes what was just read back
            }
            if (free && meant && !isRefused(text, match.all)) {
                hits.push_back({wording.type, match.all});
                break;
            }
        }
    }
    static const Phrase takesPlan(
        "(?:do|does|will|are|is|would|can) (?:you|yall|you guys|your \\w+|they|the \\w+)(?: guys| all| folks| still| "
        "currently| even)* (?:take|accept|with|in|on|contracted|work with|bill|honor)|know if you (?:take|accept)|if "
        "you (?:guys )?(?:take|accept)");
    if (namesPlan) {
        if (const auto match = takesPlan.find(text)) {
            hits.push_back({RequestType::InsuranceQuestion, match->all});
        }
    }
    settle(text, hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.words.first < b.words.first; });
    std::vector<RequestType> requests;
    for (const Hit &hit : hits) {
        if (std::find(requests.begin(), requests.end(), hit.type) == requests.end()) {
            requests.push_back(hit.type);
        }
    }
    return requests;
}

} // namespace Frontdesk::Dialogue
