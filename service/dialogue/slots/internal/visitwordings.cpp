#include "service/dialogue/slots/internal/requestwordings.h"

namespace Frontdesk::Dialogue {
namespace {

/// Patterns with names for their parts: VISIT, a kind of visit; GAP, a word that begins no other errand; ONE, a person
/// who is brought or seen; PART, what doctors look at.
QString spelledOut(const QString &pattern)
{
    QString text = pattern;
    text.replace(QLatin1String("VISIT"), visitPattern());
    text.replace(
        QLatin1String("GAP"),
        QStringLiteral("(?:(?!cancel|re ?schedul|mov(?:e|ing)\\b|chang|switch|push|postpone|confirm|check on|"
                       "refill|referral|records?|results?|bill|copy|note|form|letter|know|ask|talk|speak|"
                       "directions|about|if\\b|whether|when\\b|what\\b|not\\b|have an|have my|got an|call|back|"
                       "another time|and\\b|but\\b|missed|late\\b|early for|scheduled|verify|remind|keep)\\S+ )"));
    text.replace(QLatin1String("ONE"), QStringLiteral("(?:me|him|her|us|them|my (?:\\w+ )?\\w+)"));
    return text;
}

Phrase anyOf(std::initializer_list<const char *> patterns)
{
    QStringList all;
    for (const char *pattern : patterns) {
        all.append(QString::fromLatin1(pattern));
    }
    return Phrase(spelledOut(all.join(QLatin1Char('|'))));
}

} // namespace

const QString &visitPattern()
{
    static const QString pattern = QStringLiteral(
        "(?:appointments?|visits?|check ?ups?|physicals?|exams?|annual|wellness|cleanings?|consult(?:ation)?s?|follow "
        "?ups?|shots?|vaccines?|vaccinations?|immunizations?|boosters?|screenings?|mammograms?|colonoscop\\w+|pap|"
        "ultrasounds?|x rays?|blood (?:work|draw|test)s?|lab work|labs|m r i|mri|evaluations?|tests?|biopsy|fillings?|"
        "root canal|openings?|slots?|sessions?|therapy|time slot|spot|look at (?:my|his|her|this)|injections?|infusion|"
        "sonogram|stress test|e k g|ekg|allergy test\\w*|reservation|booking|(?:sleep|nerve|swallow) study|(?:c "
        "t|ct|cat|"
        "bone|pet) scans?|procedure|treatments?|adjustment|fitting|re ?checks?|work ?ups?|counseling|crown|extraction|"
        "echo(?:cardiogram)?|bone density|circumcision|(?:skin|weight|wound|pressure|sugar|ears?|eyes?|vision|hearing|"
        "foot|mole|heart|med|medication|dental|teeth|diabetes|thyroid|breast|spine|memory|lead) check)");
    return pattern;
}

std::vector<RequestWording> visitWordings()
{
    const std::initializer_list<Phrase> all = {
        anyOf(
            {"(?:make|book|schedule|scheduling|set ?up|setting up|arrange|get|getting|need|needs|needing|want|wants|"
             "wanting|request|like|find|reserve|squeeze|take|booking|making|looking for|due for|do for|overdue "
             "for|time "
             "for|sign ONE up for|put ONE down for|try|give me|have (?:a|any|the)) GAP{0,7}?VISIT(?! "
             "(?:results?|records?|forms?|films?|card|policy|to(?:morrow)? (?:is|was)|cancel\\w*|reminder|papers?))"}),
        anyOf(
            {"set (?:something|one|him|her|me|us) up",
             "(?<!not )(?:book|schedule|fit|squeeze|pencil) (?:me|him|her|us|them|something|one|a time|it|my|for|with|"
             "an?|the|this|that|in|my \\w+)(?! (?:bill|referral))"}),
        anyOf(
            {"(?:want|wants|wanting|need|needs|like|able|trying|try|hoping|hope|looking|love|wanted|can|could|may|how "
             "soon can|when can|should|have|got|get|might)(?: \\S+){0,5}? (?:to )?(?:(?<!not )see (?:the |an? |my |his "
             "|her )?(?:doctor|dentist|nurse|someone|somebody|anyone|specialist|hygienist|provider|physician|"
             "pediatrician|therapist|\\w+ doctor|\\w+ologist)|(?:my |the |a )?blood pressure check|be seen|get seen|"
             "come (?:in|by|see|on in)|get in(?!to| touch)|(?:be )?looked at|checked(?: "
             "out)?|(?:bring|have|fit|squeeze|"
             "work|get|put) ONE (?:in(?! (?:touch|my|the|a|our|his|her)\\b)|seen|looked "
             "at|checked|examined)|(?:bring|have|fit|squeeze|work|get|put) "
             "\\w+(?: \\w+)? (?:in(?! (?:touch|my|the|a|our|his|her)\\b)|seen|looked at|checked|examined))",
             // "I want to bring him Friday"
             "bring (?:him|her|them|my \\w+(?: \\w+)?)(?: (?:in|by|over))?(?= (?:on |this |next )?(?:\\w+day|tomorrow|"
             "today|at|around))"}),
        anyOf(
            {"(?:can|could|would|will) (?:someone|somebody|you|anyone|they|doctor \\w+)(?: \\w+)? see (?:me|him|her|us|"
             "my \\w+)(?! (?:name|number|records?))"}),
        anyOf({"(?:seen|see (?:him|her)) (?:by|today|tomorrow|this|next|as soon)"}),
        anyOf(
            {"(?:(?:do|would|does) (?:you|they|doctor \\w+)(?: guys| all)?|is there|are there|got|have you got|you "
             "have|"
             "you got)(?: \\w+){0,3}? (?:any ?thing|something|any(?: \\w+)? (?:openings?|availabilit\\w+|slots?|times?|"
             "appointments?)|openings?|availability|an (?:opening|appointment|slot)|a slot|space|room)(?: \\w+)?(?: "
             "(?:available|open|free|for|on|at|next|this|today|tomorrow|around|in))"}),
        anyOf({"establish care", "become a (?:new )?patient", "new patient (?:appointment|visit|exam)",
               "(?:sign|set) up as a (?:new )?patient",
               "(?:need|looking for|want) a new (?:doctor|dentist|primary)\\S*"}),
        anyOf({"(?:i am |he 's |she 's |we are )?due (?:for|to)", "overdue"}),
        anyOf(
            {"(?:get|make|book|schedule|do) (?:me |him |her |us )?one (?:on|for|next|this|tomorrow|today|at|in|\\w+day|"
             "sometime|soon|please|as soon)",
             "(?:needs?|wants?|like|get|make|book|schedule) (?:one|another(?: one)?|the same)(?: (?:too|as well|for "
             "(?:me|him|her|my \\w+)))"}),
        anyOf(
            {"^(?:(?:hi|hello|yes|yeah|hey|good|morning|afternoon|evening|there|please|just|okay|oh|so|well|first|i am "
             "calling|calling|it 's|alright|all right|fine|sure|haha|ha|then|um|only|really) )*(?:for )?(?:an? |my "
             "|the )?(?:\\w+ ){0,2}VISIT(?: (?:with|for|please|on|at|next|"
             "this|tomorrow|today|sometime|as soon|in|asap|then)|$)"}),
        anyOf({"(?:an? |my |his |her )(?:\\w+ ){0,3}VISIT (?:with (?:doctor )?\\w+|scheduled|booked|made|set "
               "up|due)(?! for "
               "(?:tomorrow|today))"}),
        anyOf({"(?:want|wanted|need|needs|like|have|can|could|would)(?: \\S+){0,4}? (?:take a look|have a look|look at "
               "(?:it|this|that|my|his|her))"}),
        anyOf({"(?:want|wish|need|like|love|could|must|have|help|set me up|interested|looking)(?: \\S+){0,4}? "
               "(?:(?:visit(?:ing)?|see(?:ing)?|find(?:ing)?|search for|get|look for|looking for|go to) (?:a |an |the "
               "|this "
               "|that )*(?:doctor|dentist|dermatologist|gynecologist|provider|physician)|(?:a|an) "
               "(?:dentist|doctor|dermatologist))(?! (?:note|bill|form|letter|referral|'s))"}),
        anyOf({"(?:want|need|like)(?: \\S+){0,2}? (?:my|his|her|a|an) (?:yearly|annual|(?:re)?check|recheck|six "
               "month|teeth|eyes?|ears?)(?: \\w+)? (?:with|check|done|cleaned|checked|next|this|a week|on)"}),
        // What is wanted done to a part of the body: "I need my hearing tested", "get this mole looked at".
        anyOf(
            {"(?:stitches|sutures|staples|cast|wisdom teeth)(?: \\w+){0,4} (?:out|removed|off|taken out)",
             "(?:get|be|getting|been told to get) (?:tested|checked|screened|vaccinated|evaluated|treated) for",
             "cleaned(?: \\w+)?$",
             "(?:need|needs|want|wants|like|get|getting|have|having) "
             "(?:my|his|her|our|the|this|these|that|a|an|some|it|"
             "them)(?: (?!appointment|prescription|records?|forms?|insurance)\\w+){0,4}? (?:tested|checked|re ?checked|"
             "examined|cleaned|removed|drained|drawn|treated|pulled|biopsied|adjusted|trimmed|clipped|flushed|washed "
             "out|lanced|"
             "wrapped|evaluated|screened|scanned|x "
             "rayed|looked (?:at|over)|taken out|cut out|frozen off|burned off)"}),
        // "The cardiologist said do a recheck", "I was told to come back".
        anyOf({"(?:said|says|told|tells|wants?|asked|recommended|suggested|supposed)(?: \\S+){0,3}? "
               "(?:to|do|get|have|be) "
               "(?:(?!call|bring|ask|check on|pay)\\S+ ){0,4}?(?:VISIT|come (?:back|in)|be seen)"}),
        anyOf({"(?:want|wants|need|needs|like) (?:somebody|someone|a doctor|the doctor|doctor \\w+|you|you guys|the "
               "nurse) to "
               "(?:take a )?(?:look|check|see|examine)"}),
    };
    std::vector<RequestWording> wordings;
    for (const Phrase &words : all) {
        wordings.push_back({RequestType::AppointmentScheduling, words});
    }
    return wordings;
}

} // namespace Frontdesk::Dialogue
