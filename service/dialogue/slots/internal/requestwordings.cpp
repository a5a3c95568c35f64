#include "service/dialogue/slots/internal/requestwordings.h"

#include <utility>

namespace Frontdesk::Dialogue {
namespace {

using enum RequestType;

RequestWording anyOf(RequestType type, std::initializer_list<const char *> patterns)
{
    QStringList all;
    for (const char *pattern : patterns) {
        QString text = QString::fromLatin1(pattern);
        text.replace(QLatin1String("BOOKED"),
                     QStringLiteral("(?:appointments?|visit|physical|checkup|cleaning|exam|surgery|follow "
                                    "?up|screening|procedure|session|consult\\w*)"));
        text.replace(QLatin1String("MOVE"),
                     QStringLiteral("(?:mov(?:e|ed|ing)|chang(?:e|ing)|switch(?:ing)?|push(?:ing)?|"
                                    "bump(?:ing)?|swap(?:ping)?|shift(?:ing)?|slid(?:e|ing))"));
        text.replace(QLatin1String("PAPER"),
                     QStringLiteral("(?:notes?|excuses?|forms?|letters?|slips?|papers?|certificates?|packets?)"));
        all.append(text);
    }
    return {type, Phrase(all.join(QLatin1Char('|')))};
}

RequestWording rescheduling()
{
    return anyOf(
        AppointmentRescheduling,
        {"BOOKED(?: \\S+){0,3} (?:has|have|needs?|got|gotta) (?:to )?(?:be "
         ")?(?:move|moved|change|changed|switch|switched)",
         "have(?: \\S+){2,9} (?:rather|prefer to|sooner) come",
         "appointment(?: \\S+){1,12} (?:change|move|switch|push) (?:it|that)", "re ?schedul\\w+", "re ?book\\w*",
         "(?:MOVE|postpon(?:e|ing)|delay|trade)(?: (?!pharmac|insurance|address|number|doctors|provider|password|my "
         "(?:phone|number|address|name|pharmacy|insurance|email))\\S+){0,6}? (?:BOOKED|time|day|date|slot|to (?:a |the "
         ")?(?:different|another|later|earlier|afternoon|morning)(?! time on)|my \\w+day|back|one (?:for|at|on)|mine|"
         "up)(?! (?:about|call))",
         // "Push it to the eleventh", "move mine from the fourth", "bump her up a week"
         "MOVE (?:it|mine|this|that one|me|him|her|us|my \\w+(?: (?:one|thing))?|the \\w+ one)(?: \\w+)? "
         "(?:from|to|over|up|"
         "back|out|until|till|ahead|forward|down|a (?:day|week|bit|little)|off)(?! (?:doctor|a different doctor))",
         "MOVE my (?!pharmacy|insurance|address|number|doctor|phone|email|name|password|primary)(?:[\\w']+ ){1,5}to(?= "
         ")",
         "missed (?:my|his|her|the|our)(?: \\w+){0,2} BOOKED", "postpone",
         "(?:different|another|new|later|earlier|better) (?:day|time|date)(?: for| than)? (?:my|the|his|her|that)",
         "(?:do|make it|come|come in|come on|have|use|take|be|switch to)(?: \\S+){0,3} instead",
         "instead of (?:today|tomorrow|\\w+day)",
         "(?:pick|find|get) (?:me )?(?:another|a different|a new) (?:day|time|date|slot)",
         "(?:come|get in|go) (?:a different|another) (?:day|time)"});
}

RequestWording cancellation()
{
    return anyOf(
        AppointmentCancellation,
        {"cancel(?:l?ing|led|l?ed)?(?! (?:polic|fee|list|culture))", "cancellation(?! (?:policy|fee|list))",
         "call (?:it |that )?off",
         "(?:will|would|do|does) not (?:be )?(?:need|needing|want|wanting)(?: \\S+){0,3} BOOKED",
         "(?:take|get) (?:me|him|her|us|my \\w+) off (?:of )?(?:the|your) (?:schedule|books?|calendar|list)",
         "(?:not|no longer) (?:need|want|needing|wanting) (?:my|the|that|this|it|to keep)(?: \\w+){0,2} ?(?:BOOKED|any "
         "?more)",
         "(?:scratch|scrap|drop|forget about|kill) (?:my|the|that|his|her|tomorrow 's|\\w+day 's) (?:\\w+ )?BOOKED",
         "(?:(?:can|could|will|would) not|not going to|unable to|not (?:be )?able to) (?:make|keep|come (?:to|in "
         "(?:for|on|at|the|to))|be there for|attend|get to)(?: \\w+){0,3}? (?:BOOKED|it(?= "
         "(?:to|today|tomorrow|on|this|next|in|at)|$)|(?:mon|tues|wednes|thurs|fri|satur)day|(?:\\w+teen|twenty "
         "\\w+|\\w+)th(?! (?:doctor|my|the))|in (?:today|tomorrow)|tomorrow|today)"});
}

RequestWording confirmation()
{
    return anyOf(AppointmentConfirmation,
                 {"confirm\\w*",
                  "(?:am|are|is) (?:i|we|he|she|my \\w+|they) (?:still )?(?:on|scheduled|booked|down|set|good)(?: for| "
                  "in| to)?(?! "
                  "(?:medic|hold))",
                  "still (?:on|good|have)(?: for| my| an)",
                  "(?:when|what time|what day|what date)(?: \\w+){0,2}? (?:is|'s|was|do|does|am|are)(?: "
                  "(?:it|that))?(?: \\S+){0,3}? "
                  "(?:BOOKED|next visit|scheduled|supposed to (?:come|be|see)|coming in|come in)",
                  "(?:when|what time|what day)(?: \\w+){0,3} (?:i am|i 's|he 's|she 's|we are|my \\w+ 's) (?:supposed "
                  "to|scheduled|down "
                  "for|coming|booked)",
                  "(?:verify|double check|check(?: on)?|make sure|see|know|remember|forgot|remind me)(?: \\S+){0,4}? "
                  "(?:my|the|his|her|our|an|i have an|i have my) (?:\\w+ ){0,2}?appointment",
                  "(?:do|does|did) (?:i|we|he|she|my \\w+) (?:still )?have (?:an?|any|my|something) (?:\\w+ "
                  ")?(?:appointments?|scheduled|"
                  "booked|coming up)",
                  "is my (?:\\w+ )?(?:appointment|visit)",
                  "(?:when|what time|what day) (?:is|was|'s) (?:it|that|mine) "
                  "(?:again|at)|appointment card(?= .*when)",
                  "(?:when|what time) do i (?:come|go)", "what (?:time|day|date)(?: \\w+){0,2} (?:appointment|visit)",
                  "still on the (?:books|schedule|calendar)", "on the books for"});
}

RequestWording insuranceQuestion()
{
    return anyOf(
        InsuranceQuestion,
        {"(?:do|does|will|are|is|would|can)(?: \\S+){1,5}? (?:take|accept|cover(?:ed)?|in network|contracted with|work "
         "with|bill) (?:\\S+ )?(?:\\S+ )?(?:insurance|plan|network|medicare|medicaid|ppo|hmo)",
         "in network", "out of network", "(?:is|are|will|would|does|do)(?: \\S+){1,6}? cover(?:ed|s)?(?: by)?",
         "copays?", "co pays?", "my coverage", "deductible(?= (?:is|question|met|and|$))",
         "insurance (?:question|card|information|info|change|plan|issue|coverage|thing)",
         "question (?:about|on|regarding) (?:my |the |an? )?(?:insurance|coverage|plan)",
         "(?:update|changed?|new|add|give you|switched|different) (?:my |the |an? )?(?:\\w+ )?insurance",
         "(?:my|our|his|her) insurance (?:has |have |just |recently )*(?:changed|expired|switched|ended|ran out)",
         "new (?:insurance )?card", "(?:what|which|what kind of|what kinds of) insurances?",
         "(?:take|accept)(?: \\w+)? insurance", "prior auth\\w*",
         "how much (?:is|does|would|will)(?: \\w+){0,4}? (?:with|after) (?:my )?insurance"});
}

RequestWording generalQuestion()
{
    return anyOf(
        GeneralQuestion,
        {"what(?: \\w+)?(?: are| is|'s| 's)? (?:your|the|you all) (?:office "
         ")?(?:hours|address|fax|email|website|location|"
         "phone|number|zip|cancellation policy|policy|mailing)(?: \\w+)?",
         "fax number",
         "(?:what|which|when|how late|how early|till what|until what)(?: \\w+){0,3} (?:do|are|will|does)(?: \\w+){1,4} "
         "(?:close|open|closed|there|stay open|start|shut|in)(?! (?:appointment|for))",
         "(?:what time|how late|how early|when|which days|what days|until when|till when) (?:you|you all|y'all|the "
         "(?:office|clinic|doctors?)|they|y 'all)(?: guys| all| are| 's)? (?:close|open|shut|stay open|in|there)",
         "what time do(?:es)? \\S+(?: \\w+)? (?:close|open)",
         "where (?:are|is|do|can|exactly)(?: \\w+){1,4}",
         "where you (?:are|all are|guys are|'re)(?: located)?",
         "directions",
         "(?<!handicap )(?<!handicapped )(?<!disabled )parking(?! (?:form|placard|permit|tag|sticker|pass))",
         "park(?= (?:at|in|there|my|the|$)|$)",
         "located",
         "location",
         "how (?:do|can) (?:i|we) get (?:there|to)",
         "how to get (?:there|to (?:you|the))",
         "(?:are )?(?:you|yall|y'all|you guys|the office|the clinic|they)(?: guys| all)? (?:be )?(?:open|closed)(?! "
         "(?:for|up "
         "for) (?:an|me))",
         "walk ins?",
         "(?:do|does|can|are|is|will|would) (?:you|yall|you guys|you all|your (?:office|clinic|doctors?)|the "
         "(?:office|clinic))(?: guys| all| still| currently| folks)? (?:do(?! (?:it|that|this|something|any "
         "?thing|any|me|"
         "(?:the |a |next |this |on "
         ")?(?:\\w+day|\\w+th|\\w+rd|\\w+st|morning|afternoon|tomorrow|today)))|offer|take(?= "
         "(?:walk|new|kids|children|patients|credit|cards?|appointments))|have(?= (?:a |an |any )?(?:parking|pediatric|"
         "evening|weekend|wheelchair|female|woman|spanish|patient portal|portal|interpreter|x "
         "ray|lab|saturday|elevator|"
         "hours|telehealth|dermatolog\\w*|therapist|walk))|see (?:kids|children|new|patients|babies|teens)|accept(?= "
         "(?:new|walk|kids|cash|credit))|treat|provide|speak|validate|prescribe|perform|give (?:flu|covid))",
         "accepting new patients",
         "taking new patients",
         "new patients being",
         "is doctor \\w+(?: \\w+)? (?:in|there|available|working|here|still|accepting|taking|on vacation)",
         "(?:does|do|is) (?:doctor \\w+|anyone there)(?: \\w+)? (?:speak|work|see|treat)",
         "(?:what|which) (?:doctors?|providers|services)",
         "how long (?:is|does|will|do|are)",
         "(?:what|do i) (?:do i )?need to bring",
         "what (?:should|do|to) (?:i )?bring",
         "what(?: \\w+)? (?:is|'s) (?:your|the) fax",
         "your (?:fax|address|hours|email|website|holiday)",
         "(?:do|should) i need to fast",
         "need to fast",
         "patient portal",
         "wheelchair",
         "elevator",
         "telehealth",
         "(?:a )?general question",
         "how much (?:is|does|do|are|would)(?! i)(?: \\S+){0,6}",
         "open on",
         "open (?:this|on|good|saturdays?|sundays?|weekends?|christmas|thanksgiving|today|tomorrow)",
         "(?:change|update) (?:my |our |his |her )?(?:address|phone number|email)"});
}

RequestWording callback()
{
    return anyOf(
        CallbackRequest,
        {"(?<!my )(?<!best )call(?:ing)?(?: (?:me|him|her|us|my \\w+))? back(?! (?:is|number|'s))",
         "(?<!my )(?<!best )call ?backs?(?! (?:is|number|at \\d|'s))",
         "(?:have|ask|tell|want|get|need|like)(?: \\S+){1,4}?(?: to)? (?:call|phone|ring|contact) (?:me|us|him|her)",
         "give (?:me|us|him|her) a (?:call|ring|buzz|shout)", "(?:ring|phone|buzz) (?:me|us|him|her)(?! (?:at|on) \\d)",
         "(?:return(?:ing)?|missed|got) (?:a|your|my|the|his|her|someone 's)(?: \\w+)? calls?",
         "(?:you|someone|somebody|the office|a nurse|they|doctor \\w+)(?: guys)?(?: just)? "
         "(?:called|left|rang|phoned)(?: \\w+)? "
         "?(?:me|us|a message|my phone|a voice mail|earlier)",
         "(?:somebody|someone) from (?:your|the|doctor) (?:\\w+ ){1,2}(?:called|left|rang|phoned)",
         "leave (?:a |him a |her a |doctor \\w+ a )?message",
         "(?:someone|somebody|you|she|he|they|doctor \\w+) (?:can |could |please )?call me(?! (?:\\w+ (?:but|on)))",
         "(?:the|a|your) (?:nurse|doctor|office|manager|pharmacist|surgeon) (?:please )?(?:call|ring|phone) (?:me|us)",
         "speak with the (?:nurse|doctor) when", "reach out to me", "get back to me"});
}

RequestWording billing()
{
    return anyOf(BillingQuestion,
                 {"billing",
                  "(?:a|my|the|this|your|our|his|her|that) (?:\\w+ )?(?:bill|invoice|statement)(?! (?:\\w+ "
                  ")?(?:here|speaking|calling))",
                  "(?<!trouble with )(?<!problems with )(?<!problem with )(?<!issues with )(?<!lose )(?<!losing "
                  ")(?<!lost )(?<!keep "
                  ")(?<!keeping )(?:a|my|the|this|your|our|that) (?:\\w+ )?balance(?! (?:is "
                  "off|problems?|issues?|trouble|test))",
                  "bills?(?= (?:for|from|and|in|i|that|is|was|question|$)|$)",
                  "(?:over)?charged?(?: (?:twice|for|me|on|too))",
                  "a charge",
                  "charges on",
                  "(?:make|set up|made|send|take|question about) (?:a |my )?payment\\w*",
                  "payment plan",
                  "pay (?:my|the|a|off|for my|online|over)(?: \\w+)?(?: (?:bill|balance|account|visit))?",
                  "i owe",
                  "owe",
                  "collections?(?: (?:notice|agency|letter))",
                  "refund(?:ed)?",
                  "overcharged",
                  "receipt",
                  "itemized",
                  "invoice",
                  "paid (?:you|for|it) (?:already|twice)",
                  "already paid"});
}

RequestWording records()
{
    return anyOf(
        MedicalRecords,
        {"records?(?! (?:this|label))",
         "proof of(?: \\S+){0,2} (?:shots?|vaccinations?|vaccines?|immunizations?|visit|attendance)",
         "(?:reports?|results?|images) (?:faxed|mailed|forwarded|transferred)(?= to)",
         "(?:send|fax|mail|forward|transfer|get|copy)(?: \\S+){0,3} (?:chart|file)s?(?= |$)",
         "chart notes?",
         "chart sent",
         "copy of (?:my|his|her|the) \\S+(?: \\w+)?",
         "(?:work|school|doctor 's|sick|excuse|absence|return to work|gym|physician|jury duty|workers "
         "comp\\w*|camp|daycare|"
         "sports|disability|transport|handicap|adoption|travel|employer) (?:\\w+ )?PAPER",
         "(?:a |an |my |the |some |his |her |these |this |camp |sports |physical )*(?:forms?|paperwork|fmla|f m l "
         "a)(?: "
         "(?:filled|signed|completed|for|from|faxed|sent|that|done|to))?",
         "note for (?:work|school|my)",
         "letter (?:for|to)(?! you)",
         "(?:need|needs|want|get|give (?:me|us)|write)(?: \\S+){0,3} letter",
         "doctor 's note",
         "immunization history",
         "clearance letter",
         "medical (?:release|history sent)",
         "a note(?= (?:for|from|saying|that|to|on))",
         "PAPER (?:signed|filled|completed|faxed|mailed|stamped)",
         "(?:films?|images?|pictures|x rays?|scans?|mri|m r i) on (?:a |the )?(?:disc|disk|cd|c d|dvd)",
         "films?",
         "(?:asthma|action|care|treatment|allergy|seizure|diabetes|education) plan(?= (?:for|signed|filled|from|to)|$)",
         "(?:handicap\\w*|parking|disabled) (?:\\w+ )?(?:placard|permit|tag|sticker|pass|form)",
         "certificate",
         "print ?outs?",
         "summary of (?:my|his|her|the)"});
}

RequestWording refill()
{
    return anyOf(
        PrescriptionRefill,
        {"refill\\w*", "re fill\\w*",
         "(?:renew\\w*|extend|more|another|call in|send in|new|get|need|pick up|fill|running out of|sent "
         "in|transfer)(?: "
         "\\S+){0,4}? (?:prescriptions?|script|meds|medications?|pills|inhaler|insulin)",
         "(?:ran|run|running|almost|nearly|am|all|about) (?:out|low)(?: (?:of|on) (?:my|his|her) \\S+)", "prescription",
         "(?:am|are|is|'s|ran|run|running|all|been|almost|nearly) out of (?:my|his|her) \\S+",
         "(?:my|his|her) (?:\\w+ ){0,2}(?:pills|meds|medicines?|medications?|inhaler|insulin|tablets) (?:ran|are "
         "(?:all |almost )?(?:gone|out)|is (?:all |almost )?(?:gone|out|empty)|'s (?:all |almost "
         ")?(?:gone|out|empty))"});
}

RequestWording results()
{
    return anyOf(
        TestResults,
        {"(?:lab|labs|tests?|blood)(?: \\w+)? (?:back|in yet|ready)",
         "(?:test|lab|blood|x ray|biopsy|mri|m r "
         "i|scan|my|his|her|the|strep|culture|pap|any|ultrasound|mammogram|covid|"
         "pathology|ct|c t)(?: (?:work|test))? results?",
         "results (?:of|from|are|back|for|on|in|yet)", "results", "labs (?:back|came|are in|are back)",
         "(?:blood work|labs|tests?|biopsy|x rays?) (?:is|are|came|come|has come|have come) (?:back|in)",
         "(?:numbers|levels?|labs?|tests?|blood work|biopsy|culture|panel|swab|scan|x rays?|mri|cholesterol|sugar|"
         "thyroid|a one c)(?: \\w+){0,2} (?:come|came|get|got|gotten|be) back",
         "how (?:did )?my (?:labs|tests?|blood work|biopsy|scan)(?: \\w+)? (?:look|come|turn|went|came)\\w*",
         "what (?:did )?(?:my|his|her|the) (?:labs?|tests?|blood work|biopsy|scan|x rays?|mri|ultrasound)(?: \\w+)? "
         "(?:show|say|said|found|shows|showed)"});
}

RequestWording medicalQuestion()
{
    return anyOf(
        MedicalQuestion,
        {"(?:can|should|could|may) (?:i|he|she|we|my \\w+) (?:take|stop|start|keep "
         "taking|skip|double|eat|drink|exercise|use|"
         "mix|give|still take|be worried|worry|go to the (?:er|emergency)|have)(?! (?:an|a|my|an? appointment|the "
         "(?:appointment|first|next|last|ten|two)))(?: \\S+)*",
         "is it (?:safe|okay|normal|bad|ok|dangerous|serious)",
         "is it (?:all right|alright|fine|good) to (?:take|use|mix|give|eat|drink|stop)", "side effects?",
         "(?:a )?(?:medical|health|medication|medicine) question",
         "what (?:should|can|do) i (?:do|take)(?: for| about| if)",
         "question (?:for|to ask) (?:the |a |my )?(?:nurse|doctor)", "(?:talk|speak) (?:to|with) (?:the |a )?nurse",
         "how much (?:tylenol|ibuprofen|advil|motrin|benadryl)", "is (?:this|that) normal", "need antibiotics",
         "what dose", "dosage", "do i need to (?:stop|go|worry|see)",
         "ask (?:the |a |my )?(?:nurse|doctor)(?: \\w+)?(?: a question)? (?:about|if|whether)", "side effect"});
}

} // namespace

const std::vector<RequestWording> &requestWordings()
{
    static const std::vector<RequestWording> all = [] {
        std::vector<RequestWording> wordings = visitWordings();
        for (RequestWording &other : std::vector<RequestWording>{
                 rescheduling(), cancellation(), confirmation(), insuranceQuestion(), generalQuestion(), callback(),
                 anyOf(ReferralRequest, {"referr?als?", "refer (?:me|him|her|us|my \\w+)", "referred"}), billing(),
                 records(), refill(), results(), medicalQuestion(),
                 anyOf(Other, {"running (?:a (?:little|bit|few minutes) |about \\w+ minutes )?late",
                               "(?:going to|gonna|will|might) be (?:\\w+ ){0,4}late", "complain\\w*", "job opening",
                               "(?:are you|you) hiring", "hiring", "apply for", "my resume", "lost and found",
                               "i left my \\w+", "sales rep\\w*", "vendor", "volunteer",
                               "speak (?:to|with) the (?:office )?manager", "office manager"})}) {
            wordings.push_back(std::move(other));
        }
        return wordings;
    }();
    return all;
}

} // namespace Frontdesk::Dialogue
