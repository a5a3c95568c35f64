#include "service/dialogue/slots/internal/complaints.h"

#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

/// Kin and belongings: "my son is ...", "my card is ..." tell no trouble of the body.
const char *const kNoBody = "(?!name|number|appointment|insurance|doctor|visit|card|phone|cell|call|schedule|wife|"
                            "husband|mom|dad|mother|father|"
                            "son|daughter|kid|child|first|last|email|address|plan|work|job|callback|best|friend|boss|"
                            "ride|grand|mama|papa|partner|"
                            "brother|sister|bill|balance|statement|prescription|referral|records?|results?|labs?|"
                            "account|payment|day|lunch|shift|"
                            "school|class|car|baby|neighbor|client|patient|uncle|aunt|cousin|girl|boy|little)";

bool hasMedicalWord(const SpokenText &text, WordSpan span)
{
    for (int i = span.first; i < span.last; ++i) {
        if (isMedicalWord(text.at(i))) {
            return true;
        }
    }
    return false;
}

/// "My left foot has been numb", "his ear keeps draining", "my back went out".
WordSpan stateOfBody(const SpokenText &text, int from)
{
    static const Phrase body(
        QStringLiteral(
            "(?:my|his|her|our|the|both) (%1(?:\\w+ ){0,3}?(?:hurts?|aches?|itches|burns|bleeds|stings|throbs|"
            "twitches|swelled(?: up)?|went out|gave out|broke|cracked|popped|fell out|came (?:off|out)|locks(?: "
            "up)?|runs(?: all \\w+)?|(?:is|'s|are|has been|'s been|have been|was|were|keeps?|feels?|looks?|got|"
            "gets|started|turned|went|will not stop)(?: (?:been|really|so|very|getting|kind of|all|a little|a "
            "bit|still|pretty|super))* (?:hurt\\w*|ach\\w*|swollen|swelling|sore|bleeding|itch\\w*|killing "
            "(?:me|him|her)|bothering(?: (?:me|him|her))?|numb|stiff|red|burning|infected|plugged(?: up)?|acting "
            "up|painful|broken|stuffed(?: up)?|clogged|worse|popping|throbbing|inflamed|weird|off|out|blurry|dry|"
            "irritated|tight|cracked|loose|high|low|bruised|tingl\\w*|peeling|draining|running|runny|ringing|"
            "twitching|giving out|locking(?: up)?|upset|congested|fuzzy|bad|tender|discolored|purple|yellow|"
            "tired|heavy|puffy|oozing|falling (?:asleep|out)|going (?:numb|out)|cramping|flaring(?: up)?|a mess)"
            "))")
            .arg(QLatin1String(kNoBody)));
    const auto match = body.find(text, from);
    return match ? match->groups[0] : WordSpan{};
}

/// "I've got pink bumps", "she has an ear infection", "he's been throwing up".
WordSpan symptomHeld(const SpokenText &text, int from)
{
    static const QString own = QStringLiteral("(?!appointments?\\b|new\\b|questions?\\b|insurance|medicare|medicaid|"
                                              "been\\b|patient|bill\\b|calling|no\\b|not\\b|to\\b|"
                                              "old\\b|plan|work|hoping|looking|trying|wondering|going\\b|just\\b|"
                                              "scheduled|in\\b|at\\b|on\\b|stuck|due\\b|off\\b|"
                                              "available|free\\b|supposed|your\\b|out\\b|so\\b|here\\b|sure\\b|"
                                              "interested|one\\b|two\\b|moving|changing|aetna|cigna|"
                                              "kaiser|blue\\b|still\\b|already\\b|until|till|something|anything|"
                                              "everything|meaning|waiting|seeing|told|class|school|"
                                              "dialysis|practice|coming|it\\b|that\\b|them\\b|you\\b|another|a "
                                              "couple|a few|a letter|a call|a message|a bill|letter|"
                                              "message|couple|few\\b)");
    static const Phrase has(
        QStringLiteral(
            "(\\w+) (?:have|has|'s|had|am|is|got|are|was|keeps?|started)(?: (?:been|had|got|gotten|having|getting|"
            "also|experiencing|feeling|a lot of|really|kind of|this|these|some|a|an|the|bad|terrible|very|such|"
            "pretty|so))* (%1[\\w']+(?: [\\w']+){0,6})")
            .arg(own));
    static const WordSet nobody(
        "who you that which doctor office it there what this here how when where card number phone "
        "appointment name clinic they'd insurance");
    static const WordSet states(
        "sick dizzy nauseous nauseated congested constipated pregnant itchy sore swollen tired "
        "exhausted feverish depressed anxious stiff bloated allergic hurting bleeding vomiting coughing "
        "limping wheezing throwing losing breaking sneezing cramping spotting stuffed short "
        "unsteady weak wobbly miserable under");
    static const WordSet linking("am is are was 's");
    // Each subject gets its look, although the phrase before may reach over it ("her name is Skye and she has ...").
    for (auto found = has.find(text, from); found; found = has.find(text, found->groups[0].first + 1)) {
        const Phrase::Match &match = *found;
        const int subject = match.groups[0].first;
        const int verb = subject + 1;
        const WordSpan object = match.groups[1];
        const QString &first = text.at(object.first);
        if (nobody.has(text.at(subject))) {
            continue;
        }
        // "I am ...": only a state of health; "I have ...", "she's got ..." any trouble.
        bool holds = !linking.has(text.at(verb));
        bool ongoing = false;
        for (int i = verb; i < object.first; ++i) {
            holds = holds || text.isAny(i, {"got", "had", "having", "getting", "experiencing", "feeling"});
            ongoing = ongoing || text.is(i, "been");
        }
        const bool doing = first.endsWith(QLatin1String("ing"));
        const WordSpan near{object.first, std::min(object.last, object.first + 4)};
        if (states.has(first) || (ongoing && doing) || (holds && hasMedicalWord(text, near)) ||
            (text.at(subject) == QLatin1String("i") && holds && text.isAny(object.first - 1, {"this", "these"}))) {
            return object;
        }
    }
    return {};
}

/// "I twisted my ankle", "he threw his back out", "I stepped on a nail".
WordSpan injury(const SpokenText &text, int from)
{
    static const Phrase hurt(
        "(?:i|he|she|we|they|and|son|daughter|husband|wife|mom|dad|mother|father|kid|just) "
        "((?:twisted|sprained|hurt|cut|broke|"
        "burned|burnt|injured|pulled|bumped|strained|jammed|scraped|threw|rolled|tweaked|smashed|banged|hit|bit|"
        "stubbed|"
        "fractured|dislocated|tore|pinched|scratched|chipped|cracked|lost) (?:my|his|her|a|the)(?! "
        "(?:card|insurance|job|number|"
        "phone|appointment|bill))(?: (?!is\\b|and\\b|so\\b|i\\b|can\\b|this\\b|last\\b|yesterday)\\w+){1,3}|stepped on "
        "an? (?:\\w+ "
        ")?\\w+|got (?:bit|bitten|stung|burned|cut|hit|scratched)(?: \\w+){0,4}|(?:fell|slipped|tripped)(?: "
        "(?:down|off|on|in|"
        "over)(?: \\w+){1,3})?)");
    const auto match = hurt.find(text, from);
    return match ? match->groups[0] : WordSpan{};
}

/// "Trouble sleeping", "problems with my knee", "can't hear out of my right ear".
WordSpan difficulty(const SpokenText &text, int from)
{
    static const Phrase trouble(
        "((?:trouble|problems?|issues?|difficulty|a hard time|pain|discomfort|numbness|swelling) "
        "(?:with|in|on|around|sleeping|"
        "breathing|swallowing|walking|hearing|seeing|urinating|keeping|getting|peeing)(?! (?:my|the|a) "
        "(?:bill|insurance|account|appointment|portal|statement|prescription))(?: \\w+){0,4}|(?:can|could|will) not "
        "(?:hear|see|sleep|breathe|swallow|move|bend|walk|stop|keep|taste|smell|eat|lift|raise|turn|feel|put "
        "weight)(?! "
        "(?:it|you|the appointment|my appointment|an appointment|the doctor|doctor|anyone|to))(?: \\w+){0,5})");
    const auto match = trouble.find(text, from);
    return match ? match->groups[0] : WordSpan{};
}

} // namespace

bool isMedicalWord(const QString &word)
{
    static const WordSet words(
        "knee knees back ear ears throat foot feet toe toes toenail toenails hip hips shoulder shoulders wrist wrists "
        "ankle "
        "ankles elbow elbows hand hands finger fingers thumb arm arms leg legs neck head eye eyes nose mouth tooth "
        "teeth gum "
        "gums stomach belly tummy chest side ribs rib skin nail nails heel heels jaw tongue sinus sinuses bladder "
        "kidney "
        "kidneys liver thyroid heart lungs breathing vision hearing balance memory spine tailbone groin breast breasts "
        "armpit "
        "scalp face cheek lip lips eyelid calf shin thigh muscle muscles joint joints bone bones tonsils blood "
        "pressure sugar "
        "cholesterol weight sleep appetite period periods bowel prostate asthma allergy allergies eczema psoriasis "
        "diabetes "
        "migraine migraines arthritis sciatica reflux heartburn acne rash rashes cough cold flu fever chills mole "
        "moles lump "
        "lumps wart warts cyst cysts bump bumps blister blisters boil hives sty stye growth spot spots infection "
        "infections "
        "infected pain pains ache aches aching sore sores soreness swelling swollen itch itching itchy numbness "
        "tingling "
        "cramp cramps cramping spasm spasms headache headaches earache earaches toothache backache stomachache "
        "bellyache "
        "heartache nausea vomiting diarrhea constipation bloating gas dizziness dizzy vertigo fatigue tired tiredness "
        "insomnia anxiety depression depressed panic stress adhd bronchitis pneumonia sinusitis strep mono uti covid "
        "shingles "
        "gout hernia hemorrhoid hemorrhoids bunion bunions ulcer anemia stones palpitations bruise bruises bruising "
        "cut burn "
        "bite bites sting splinter sprain strain fracture concussion congestion runny stuffy wheezing wheeze sneezing "
        "snoring "
        "drainage discharge bleeding swell limp cavity abscess pinkeye ringworm lice worms thrush apnea neuropathy "
        "carpal "
        "tunnel tendonitis bursitis fibromyalgia menopause pregnancy pregnant miscarriage stitches sutures cast");
    return words.has(word);
}

WordSpan complaintIn(const SpokenText &text, int from)
{
    for (const auto reader : {stateOfBody, symptomHeld, injury, difficulty}) {
        if (const WordSpan span = reader(text, from); !span.empty()) {
            return span;
        }
    }
    return {};
}

} // namespace Frontdesk::Dialogue
