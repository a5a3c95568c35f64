#include "service/dialogue/slots/internal/relationreader.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <QHash>

namespace Frontdesk::Dialogue {
namespace {

struct Kin {
    QString caller;  ///< What the caller is when the caller says "I'm her ...".
    QString patient; ///< What the caller is when the caller says "my ...".
};

const QHash<QString, Kin> &kin()
{
    static const QHash<QString, Kin> all = [] {
        struct Row {
            const char *words;
            const char *caller;
            const char *patient;
        };
        static constexpr Row rows[] = {
            {"mom mother mommy mama mamma mum mummy ma momma dad father daddy papa pa pop pops stepmom stepmother "
             "stepdad "
             "stepfather parent parents folks",
             "parent", "child"},
            {"son daughter kid kids child children baby infant newborn toddler boy girl stepson stepdaughter stepchild "
             "teenager teen twins triplets sons daughters boys girls stepkids little_one little_boy little_girl "
             "youngest "
             "oldest eldest kiddo kiddos",
             "child", "parent"},
            {"wife husband spouse hubby missus better_half", "spouse", "spouse"},
            {"partner girlfriend boyfriend fiance fiancee fianc\u00e9 fianc\u00e9e significant_other", "partner",
             "partner"},
            {"brother sister sibling twin stepbrother stepsister half-brother sis half_brother half_sister", "sibling",
             "sibling"},
            {"grandma grandmother grandpa grandfather nana granny grandparent grandparents granddad gran gram grams "
             "gramps grammy grandmama grandpapa grandmom granddaddy meemaw memaw pawpaw peepaw mimi abuela abuelo "
             "nonna "
             "nonno oma opa papaw mamaw",
             "grandparent", "grandchild"},
            {"grandson granddaughter grandchild grandkid grandkids grandbaby grandbabies grandchildren granddaughters "
             "grandsons",
             "grandchild", "grandparent"},
            {"aunt auntie aunty tia tio uncle niece nephew cousin grandniece grandnephew in-law relative stepgrandson "
             "godson goddaughter godmother "
             "godfather godchild",
             "other_family", "other_family"},
            {"friend neighbor neighbour roommate housemate coworker buddy colleague", "friend", "friend"},
            {"guardian conservator foster_parent", "guardian", "guardian"},
            {"ward foster_child", "guardian", "guardian"},
            {"caregiver caretaker aide carer attendant med_tech cna c_n_a live_in house_parent sitter", "caregiver",
             "caregiver"},
            {"client resident charge clients residents charges", "professional", "caregiver"},
            {"nurse doctor teacher counselor pharmacist attorney lawyer caseworker paramedic therapist case_manager "
             "social_worker school_nurse care_coordinator office interpreter translator parole_officer "
             "probation_officer "
             "chaplain case_worker discharge_planner",
             "professional", "professional"},
            {"patient student", "professional", "professional"},
            {"boss employee", "other", "other"},
        };
        QHash<QString, Kin> table;
        for (const Row &row : rows) {
            for (const QString &word : QString::fromLatin1(row.words).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                table.insert(word, {QString::fromLatin1(row.caller), QString::fromLatin1(row.patient)});
            }
        }
        return table;
    }();
    return all;
}

const QString &kinPattern()
{
    static const QString pattern = [] {
        QStringList words;
        for (auto it = kin().begin(); it != kin().end(); ++it) {
            words.append(it.key().contains(QLatin1Char('_'))
                             ? QString(it.key()).replace(QLatin1Char('_'), QLatin1Char(' '))
                             : it.key());
        }
        words.sort();
        std::reverse(words.begin(), words.end()); // longer words before their beginnings
        return QStringLiteral(
                   "(?:(?:mother|father|sister|brother|daughter|son|parents?) in laws?|great "
                   "(?:aunt|uncle|grand\\w+)|foster (?:mom|dad|mother|father|parent|son|daughter|child|kid)|power of "
                   "attorney|home health (?:aide|nurse|worker)|personal (?:care )?assistant|legal guardian|") +
               words.join(QLatin1Char('|')) + QLatin1Char(')');
    }();
    return pattern;
}

Kin kinOf(const QString &said)
{
    if (said.contains(QLatin1String(" in law")) || said.startsWith(QLatin1String("great aunt")) ||
        said.startsWith(QLatin1String("great uncle"))) {
        return {QStringLiteral("other_family"), QStringLiteral("other_family")};
    }
    if (said.startsWith(QLatin1String("foster")) || said == QLatin1String("legal guardian") ||
        said == QLatin1String("power of attorney")) {
        return {QStringLiteral("guardian"), QStringLiteral("guardian")};
    }
    if (said.startsWith(QLatin1String("home health")) || said.startsWith(QLatin1String("personal"))) {
        return {QStringLiteral("caregiver"), QStringLiteral("caregiver")};
    }
    QString key = said;
    key.replace(QLatin1Char(' '), QLatin1Char('_'));
    if (kin().contains(key)) {
        return kin().value(key);
    }
    return kin().value(said.section(QLatin1Char(' '), -1));
}

Phrase withKin(const char *pattern)
{
    return Phrase(QString::fromLatin1(pattern).replace(QLatin1String("KIN"),
                                                       QStringLiteral("(") + kinPattern() + QStringLiteral(")")));
}

RelationReading reading(const SpokenText &text, WordSpan said, WordSpan all, bool asCaller)
{
    RelationReading result;
    const QString word = text.plain(said);
    result.relationship = asCaller ? kinOf(word).caller : kinOf(word).patient;
    result.said = text.quote(said);
    result.words = all;
    result.forOther = true;
    result.callerNamed = asCaller;
    return result;
}

/// "I'm his wife", "this is Joan, her daughter", "I'm the guardian for Noah".
std::optional<RelationReading> asCaller(const SpokenText &text, bool asked)
{
    static const Phrase own =
        withKin("(?:(?:i am|i was|this is|it 's|as|and) )?(?:his|her|their|the (?:patient|child|boy|girl|baby) "
                "'s|hers) (?:\\w+ ){0,2}?KIN(?! (?:'s|is|has|needs|wants|was|said|told))");
    static const Phrase the =
        withKin("(?:i am|this is) (?:(?!a |an |my |her |his |not |calling )\\w+ )?(?:the|(?:just )?an?) (?:\\w+ "
                "){0,2}?KIN(?= (?:for|of|to|at|from|with|here|calling|over|my|and|helping|who|that)|$)");
    static const Phrase named = withKin("(?:i am|this is)(?: \\w+){1,3} 's (?:\\w+ )?KIN");
    static const Phrase simple =
        withKin("(?:i am |only |the |his |her |their |a |i am the |i am an? |just |it 's |oh |uh )*KIN");
    for (const Phrase *phrase : {&own, &the, &named}) {
        if (const auto match = phrase->find(text)) {
            const bool plainKin = match->groups[0].size() > 0;
            const QString said = text.plain(match->groups[0]);
            if (plainKin && said != QLatin1String("patient") &&
                !(phrase == &own && text.isAny(match->all.first, {"his", "her", "their"}) && match->all.first < 1 &&
                  !asked)) {
                return reading(text, match->groups[0], match->all, true);
            }
        }
    }
    static const Phrase helping = withKin("(?:(?:i am|just|only|oh|well|it 's) )*(?:an? |the )?(?:\\w+ )?KIN(?= "
                                          "(?:helping|who|that|of his|of hers|from))");
    if (const auto match = asked ? helping.findAt(text, 0) : std::nullopt) {
        return reading(text, match->groups[0], match->all, true);
    }
    if (asked) {
        if (const auto match = simple.find(text); match && match->all.first == 0 &&
                                                  match->all.size() >= text.size() - 1 &&
                                                  !text.is(match->groups[0].first, "patient")) {
            return reading(text, match->groups[0], match->all, true);
        }
    }
    return std::nullopt;
}

/// "This is the school nurse at ...", "from Dr. Hanson's office".
std::optional<RelationReading> asProfessional(const SpokenText &text)
{
    static const Phrase office("(?:calling )?(?:from|with|at) (?:doctor (?:\\w+ ){1,3}'s office|(?:the |a )?(?:\\w+ "
                               "){0,3}(?:hospital|pharmacy|clinic|school|(?:physical|occupational|speech) therapy|home "
                               "health|day ?care|senior "
                               "(?:living|center)|memory care|dialysis(?: center)?|lab|labs|laboratory|hospice|nursing "
                               "home|rehab(?: center)?|care "
                               "home|assisted living|law firm|dental office|medical (?:group|center|office)|insurance "
                               "company|imaging(?: center)?|home (?:health|care)|home ?care|group home|hospice|urgent "
                               "care|care center|facility|agency))");
    static const Phrase role(
        "(?:i am|this is|it 's)(?: \\w+){0,3}? (?:the |an? )?((?:school|hospice|discharge|charge|visiting|home "
        "health|case) (?:nurse|manager|worker)|social worker|case ?manager|case ?worker|nurse|care "
        "coordinator|pharmacist|physician|paralegal|discharge planner|(?:medical |spanish |sign language "
        ")?(?:interpreter|"
        "translator)|(?:parole|probation) officer|doctor (?=\\w+ (?:from|at|with|over)))(?= "
        "(?:at|from|with|for|over|calling|name|and|here|my|on)|$)");
    RelationReading result;
    result.relationship = QStringLiteral("professional");
    result.forOther = true;
    result.callerNamed = true;
    if (const auto match = role.find(text)) {
        result.said = text.quote(match->groups[0]);
        result.words = match->groups[0];
        return result;
    }
    static const Phrase calling("(?:this is|calling from|i work (?:at|for|with)|it 's \\w+ (?:from|at|with)|i am "
                                "(?:\\w+ )?(?:calling |\\w+ )?(?:from|with|at)) .*");
    if (const auto match = office.find(text); match && calling.in(text)) {
        result.said = text.is(match->all.last - 1, "office") ? QStringLiteral("doctor's office")
                                                             : text.quote({match->all.last - 1, match->all.last});
        result.words = match->all;
        return result;
    }
    return std::nullopt;
}

/// "For my mom", "my kid's got a fever", "bring my son in".
std::optional<RelationReading> forPatient(const SpokenText &text, RelationCue cue)
{
    const bool asked = cue == RelationCue::Asked;
    static const Phrase mention =
        withKin("(?:(for|behalf of|about|see|bring|bringing|get|getting|schedule|book|it 's|is|he 's|she "
                "'s|have|take|with|through|on|and|than|told|until|after|when|from) )?(?:my|our) (?:\\S+ ){0,4}?KIN(?: "
                "(\\S+))?(?: (\\S+))?");
    static const Phrase weAre("(?:we are|we 're)(?: \\w+)? (brother and sister|sister and brother|husband and "
                              "wife|mother and (?:son|daughter)|father and "
                              "(?:son|daughter)|partners|dating|sisters|brothers|siblings|twins|married|cousins|"
                              "friends|neighbors|roommates|engaged)");
    if (const auto match = weAre.find(text); match && asked) {
        static const QHash<QString, QString> kinds = {{QStringLiteral("husband and wife"), QStringLiteral("spouse")},
                                                      {QStringLiteral("partners"), QStringLiteral("partner")},
                                                      {QStringLiteral("dating"), QStringLiteral("partner")},
                                                      {QStringLiteral("married"), QStringLiteral("spouse")},
                                                      {QStringLiteral("cousins"), QStringLiteral("other_family")},
                                                      {QStringLiteral("friends"), QStringLiteral("friend")},
                                                      {QStringLiteral("neighbors"), QStringLiteral("friend")},
                                                      {QStringLiteral("roommates"), QStringLiteral("friend")},
                                                      {QStringLiteral("engaged"), QStringLiteral("partner")}};
        RelationReading result;
        result.said = text.quote(match->groups[0]);
        result.relationship = kinds.value(text.plain(match->groups[0]), QStringLiteral("sibling"));
        result.words = match->all;
        result.forOther = true;
        return result;
    }
    static const Phrase ward("(?:i )?(?:have|got|hold) (?:legal )?(?:guardianship|custody)(?: of)?");
    if (const auto match = ward.find(text)) {
        RelationReading result;
        result.said = text.quote(match->all);
        result.relationship = QStringLiteral("guardian");
        result.words = match->all;
        result.forOther = true;
        return result;
    }
    static const Phrase together("we (?:all )?live together|living together|we are not married");
    if (const auto match = asked ? together.find(text) : std::nullopt) {
        RelationReading result;
        result.said = text.quote(match->all);
        result.relationship = QStringLiteral("partner");
        result.words = match->all;
        result.forOther = true;
        return result;
    }
    static const Phrase hisSon =
        withKin("(?:he|she|they|this|the patient|it)(?: 's| is| are| was| were) (?:my|our) (?:\\w+ ){0,2}?KIN");
    static const Phrase aFriend = withKin("(?:he|she|they)(?: 's| is| are) (?:just )?(?:an?|the) (?:\\w+ ){0,2}?KIN");
    if (const auto match = asked ? aFriend.find(text) : std::nullopt;
        match && text.plain(match->groups[0]) != QLatin1String("patient")) {
        return reading(text, match->groups[0], match->all, false);
    }
    if (const auto match = hisSon.find(text)) {
        return reading(text, match->groups[0], match->all, false);
    }
    static const WordSet led("for of about see bring bringing get getting schedule book is 's take");
    static const WordSet doing("needs need wants want has had have is was got would 's asked keeps can could just also "
                               "called wanted missed needed been lost broke hurt fell started woke will");
    static const WordSet possession("cell phone number insurance plan work house car schedule coverage job card policy "
                                    "doctor mobile line email calendar office");
    for (const Phrase::Match &match : mention.findAll(text)) {
        const QString lead = text.at(match.all.first);
        const QString next = text.at(match.groups[1].last);
        const QString second = text.at(match.groups[1].last + 1);
        const bool owns = possession.has(next) || (next == QLatin1String("'s") && possession.has(second));
        const bool incidental =
            text.isAny(match.all.first, {"with", "through", "than", "told", "until", "after", "when", "from"}) ||
            (text.is(match.all.first, "on") && !text.is(match.all.first + 1, "behalf"));
        const QString said = text.plain(match.groups[1]);
        static const WordSet ours("patient student");
        const bool staff = kinOf(said).patient == QLatin1String("professional") && !ours.has(said);
        // "My daughter told me to call": she is no patient.
        static const WordSet helps(
            "sees loves likes goes uses works recommends referred "
            "told said says made gave usually always normally drives brought thinks insisted suggested "
            "recommended reminded handles does drove");
        if (owns || incidental || staff || (!asked && helps.has(next))) {
            continue;
        }
        if (cue == RelationCue::Aside &&
            !text.isAny(match.all.first, {"for", "behalf", "about", "bring", "bringing"})) {
            continue;
        }
        const bool subject = match.all.first == match.groups[1].first - 1 || doing.has(next) || doing.has(second);
        if (asked || led.has(lead) || lead == QLatin1String("behalf") || subject || doing.has(next)) {
            const WordSpan all{match.all.first, match.groups[1].last};
            return reading(text, match.groups[1], all, false);
        }
    }
    static const Phrase bare = withKin("(?:no )?(?:it 's |it is )?for (?:the |our |both (?:of )?(?:my |our |the )?|all "
                                       "(?:\\w+ )?(?:my |our |the )?)KIN");
    static const WordSet family("parent child spouse sibling grandparent grandchild partner");
    if (const auto match = bare.find(text); match && family.has(kinOf(text.plain(match->groups[0])).patient)) {
        return reading(text, match->groups[0], match->all, false);
    }
    return std::nullopt;
}

/// "I take care of Mister Dutton".
std::optional<RelationReading> asCaregiver(const SpokenText &text)
{
    static const Phrase cares(
        "i (?:(?:am the one who|also|just|kind of|do|help) )*(?:(?:take|takes|am taking) care of|look "
        "after|am looking after|care for|sit with|stay with)(?! (?:myself|it|that|this|the "
        "(?:bill|balance)|my (?!(?:neighbor|client|friend))))");
    const auto match = cares.find(text);
    if (!match) {
        return std::nullopt;
    }
    RelationReading result;
    result.relationship = QStringLiteral("caregiver");
    result.said = text.quote(match->all);
    result.words = match->all;
    result.forOther = true;
    return result;
}

} // namespace

RelationReading readRelation(const SpokenText &text, RelationCue cue)
{
    const bool asked = cue == RelationCue::Asked;
    static const Phrase forMe("(?<!better )(?<!works )(?<!good )(?<!best )(?<!easier )(?<!fine )(?<!great )(?<!perfect "
                              ")(?:for|it 's|it is|this is|that 's|yes|yeah|just) (?:me|myself|my self)(?! (?:and "
                              "my|or my|again|calling|with))|i am (?:the|a) patient|(?:i am )?calling for myself|the "
                              "patient is me|i am calling about myself|for my own|i am the one");
    const bool self = forMe.in(text);
    RelationReading result;
    if (auto found = asProfessional(text)) {
        result = *found;
    } else if (auto caller = asCaller(text, asked)) {
        result = *caller;
    } else if (auto carer = asCaregiver(text)) {
        result = *carer;
    } else if (auto patient = forPatient(text, cue)) {
        result = *patient;
        if (self) {
            result = {}; // one for each: no single answer
        }
    }
    static const Phrase onlyMe("(?:oh |just |only |that 's |it 's |yes |yeah |yep |no |nope |i am |the |yes it 's "
                               "|same |well )*(?:me|myself|self|patient)(?: (?:the patient|myself|please|actually))?");
    if (result.relationship.isEmpty() && !result.forOther) {
        static const Phrase both("(?:for|and) my");
        if ((self && !both.in(text)) || (asked && onlyMe.covers(text))) {
            result.relationship = QStringLiteral("self");
        }
    }
    return result;
}

} // namespace Frontdesk::Dialogue
