#include "service/dialogue/internal/specialturns.h"

#include <QRegularExpression>

#include <vector>

namespace Frontdesk::Dialogue {

namespace {

constexpr int FarewellWords = 8; ///< A longer turn says something else as well.
constexpr int RambleWords = 11;  ///< Shorter turns without content are vague, not rambling.
constexpr int ShortTurnWords = 7;

struct Rule {
    SpecialTurn turn;
    QRegularExpression pattern;
    int maxWords = 1000; ///< Longer turns say something else as well.
};

Rule rule(SpecialTurn turn, const char *pattern, int maxWords = 1000)
{
    return {turn, QRegularExpression(QLatin1String(pattern)), maxWords};
}

/// First match wins, so what ends a call stands before what merely delays it.
const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all{
        rule(SpecialTurn::WrongNumber,
             "\\b(wrong (number|place|office)|(didn't|did not) mean to call|misdialed|dialed (it "
             ")?wrong|(meant|trying) to "
             "(call|reach) (someone|somebody) else|is(n't| not) this (the )?(pizza|taxi)|butt dial|pocket dial|"
             "called (you )?by (mistake|accident)|(this|that|it|you)('s| is|'re| are)? ?(not|isn't|ain't|aren't) (even "
             ")?(the |a |an )?(\\w+ ){0,2}(place|shop|store|garage|restaurant|salon|bank|hotel|company|dealer\\w*|"
             "barber|vet))\\b"),
        rule(SpecialTurn::Injection,
             "\\b((ignore|forget|disregard|override) (all |any )?(of "
             ")?(your|the|my|these|previous|prior|earlier|everything)\\b.*\\b(instruction|rule|prompt|guideline|told|"
             "before|programming)|system prompt|"
             "your (instructions|programming|prompt|source code|rules|configuration)|you are now|pretend (you|to "
             "be|that you)|"
             "act as (if|a|an|my)|developer mode|jailbreak|(names?|list|phone numbers?|records|details|addresses?) of "
             "(the |your |all |other )*(patients?|people coming)|"
             "who (else )?(is|has) (an )?appointments? (today|there)|repeat (everything|the text|the words) "
             "(above|before)|"
             "admin(istrator)? (mode|access|password)|(debug|maintenance|god|test) mode|override code|this is your "
             "(developer|creator|programmer)|(last|previous|other|next) (caller|patient)('s|s)? (name|phone|number|"
             "address|appointment|call)|"
             "no restrictions|api key|(your|the) password|which "
             "model are you|reveal your)"),
        rule(SpecialTurn::Sales,
             "\\b(extended warranty|press (one|two|nine|1|2|9)\\b|final notice|(your|the) (google|business) (business "
             ")?listing|"
             "lower your (rates?|bill|payment)|(practices?|offices?|clinics|doctors|businesses) like (yours|you)|"
             "(whoever|whomever|who) (handles|does|runs|manages|makes the decisions?) (\\w+ ){0,3}(billing|software|"
             "phones?|supplies|marketing|website|internet|energy|payroll|cleaning|linen|insurance plans)|decision "
             "maker|"
             "(special|limited time|exclusive|free) offer|google (business "
             ")?listings?|business listings?|(search|google|web) rankings?|"
             "(merchant|credit card) (services|processing)|business loans?|line of credit|marketing "
             "(agency|company|services|team)|"
             "search engine|website (traffic|design)|solar panels?|we('ve| have) been trying to reach you|"
             "(person|owner|manager|someone) (who handles|in charge of|responsible for) (your |the "
             ")?(purchasing|supplies|marketing|phones?|internet|it\\b|energy|electric)|"
             "speak (to|with) the (business )?owner|qualif(y|ied) for a|you('ve| have) (won|been selected)|"
             "office supplies|toner|this is a (recorded|courtesy|promotional) (message|call)|car insurance "
             "quote|vendor partnership|"
             "demo of our|on behalf of .* (marketing|advertising)|our (software|product|platform) (can|helps|for))"),
        rule(SpecialTurn::OtherBusiness,
             "\\b((my|the|new|four|those|winter|snow) tires|oil change|brake pads?|(auto|body|tire|repair|pizza|"
             "coffee|pawn|nail|barber) shop|pizzas?|pepperoni|take ?out order|order for (pick ?up|delivery)|table for "
             "(two|three|four|five|six|eight)|(hair|nail) salon|hair ?cut|manicure|dry clean\\w*|laundromat|plumber|"
             "electrician|roofer|tow truck|taxi|airport shuttle|hotel room|a room for (the night|two|tonight)|"
             "(checking|savings) account|tracking number|cable (bill|box)|internet is (out|down)|power is out|"
             "(my|the) furnace|test drive|car dealer\\w*|auto parts|birthday cake|florist|gym membership|"
             "(is|are) (my|the) (car|truck|pants|suit|dress|order|package|cake|bike|lawn ?mower) (ready|fixed|done|in))"
             "\\b"),
        rule(SpecialTurn::Robot,
             "\\b((is|are|am|was) (this|you|i|that|it) (even |just |really |like |still |actually )?(an?|the|talking "
             "(to|with) (an?|the)|speaking (to|with) (an?|the)|a real|one of those|some kind of)? ?"
             "(robot|machine|computer|bot|recording|ai|a i|real person|human|person|live person|automated|answering "
             "machine|real|artificial intelligence|"
             "robot thing|virtual|actual person)\\b|you('re| are) (a|an) (robot|bot|machine|computer|ai|recording)\\b|"
             "talking to a (robot|machine|computer|bot|recording|real person|human|person|live person)\\b.*|you sound "
             "like a (robot|computer|recording))"),
        rule(SpecialTurn::Repeat,
             "\\b(say (that|it) (again|one more time|once more)|(can|could|would) you (please )?(repeat|say) "
             "(that|it|the question|yourself)|repeat (that|the question|please|it)|"
             "come again|what (did you say|was that|did you ask|was the question|was it you wanted|do you want)|i "
             "(didn't|did not|couldn't|can't|could not) (hear|catch|get) (you|that|what you|it)|"
             "what's that|excuse me what|one more time please|you're breaking up|speak up|a little louder|"
             "(slow down|slower|too fast))\\b"),
        rule(SpecialTurn::Repeat,
             "^(sorry |um |uh |huh |oh )*(what|pardon( me)?|huh|sorry|excuse me|come again|repeat)( sorry| "
             "please)?[?.!]*$",
             4),
        rule(SpecialTurn::HoldOn,
             "\\b(hold on|hang on|one (moment|second|sec|minute)|just a (moment|second|sec|minute)|give me a "
             "(moment|second|sec|minute)|"
             "wait a (moment|second|sec|minute)|let me (find|look|check|see|get|grab|think|ask)|bear with me|where('d| "
             "did) i put)\\b",
             16),
        rule(SpecialTurn::CanYouHear,
             "\\b((can|do) you hear me|are you (still )?there|is (anyone|anybody|somebody|someone) there|you there)\\b",
             8),
        rule(SpecialTurn::WhoIsThis,
             "\\b(who('s| is) (this|that|speaking|there)|who am i (talking|speaking) (to|with)|who are you|what is "
             "this|what('s| is) your name|"
             "who did i (call|reach)|is this (the |a )?(\\w+ "
             ")?(place|shop|store|restaurant|bank|library|hotel|school|salon|garage|pizzeria)|is this (the "
             ")?(doctor('s)?( office)?|clinic|office|hospital|front desk)|what "
             "(place|number|office) is this|"
             "who did you say (this|you))\\b",
             12),
        rule(SpecialTurn::WhyAsk,
             "\\b(why (do|would|are) you (need|want|ask|have to|asking)|what('s| is| do you need) (that|it|this) "
             "for|why('s| is) that|do you (really )?need (that|my|it))\\b",
             10),
        rule(SpecialTurn::NoPhone,
             "\\b(i (don't|do not) have (a|any|my own) (phone|number|cell)|i have no (phone|number))\\b"),
        rule(SpecialTurn::RatherNot, "\\b((i'd|i would) (rather|prefer) not|(don't|do not) (want|like|feel "
                                     "comfortable) (to )?(say|tell|give|giving|saying|discuss)|none of your "
                                     "business|it's (kind of )?(personal|private|embarrassing))\\b"),
        rule(SpecialTurn::DontKnow,
             "\\b(i (don't|do not|dunno) ?(really |even )?(know|remember|recall)|(i'm )?not sure|no idea|can't "
             "remember|i forget|i forgot)\\b",
             12),
        rule(SpecialTurn::Goodbye,
             "^(?:(oh|hm+|actually|sorry|ok(ay)?|alright|well|never ?mind|forget it|whatever|thanks?( "
             "you)?|no|yeah|um|uh|i'll call "
             "(back|later)|that's (all|it)|and|then|have a (good|great|nice) (day|one)|you too|so much)[ ,.!]*)*(bye( "
             "bye)?|good ?bye|i('m| am) (gonna |going to )?(hang(ing)? up|go now)|never ?mind( then)?|forget it( "
             "then)?|i'll (just )?(call|try)( you)?( back)? ?(back|later|another (time|day)|again|some other time)( "
             "later)?|talk to you later|i changed my mind)[ "
             ",.!]*(now|then|thanks?( you)?|bye)?[ .!]*$",
             12),
        rule(SpecialTurn::Thanks,
             "^(?:(ok(ay)?|great|thanks?( you)?|thank you( very| so)?( much)?|perfect|alright|all right|sounds "
             "good|good|cool|wonderful|awesome|appreciate it|got it|i see|sure|right|fine|very much|so much|you('re)? "
             "(very )?(kind|welcome)|ah|oh|well|excellent|lovely|that's (great|fine|good|perfect|wonderful))[ ,.!]*)+$",
             9),
        rule(SpecialTurn::Hello,
             "^(?:(hello|hi|hey|good (morning|afternoon|evening)|there|yes|yeah|um|uh|oh|how are you( doing)?( "
             "today)?|ma'am|sir|dear)[ ,.!?]*)+$",
             9),
        rule(SpecialTurn::SmallTalk,
             "\\b(weather|how('s| is) your day|how are you( doing)?|merry christmas|happy (new "
             "year|holidays|thanksgiving|easter)|hot out|cold out|raining|snowing|tell me a joke|you have a "
             "(nice|lovely) voice)\\b",
             14),
    };
    return all;
}

} // namespace

bool endsWithFarewell(const QString &utterance)
{
    static const QRegularExpression farewell(QStringLiteral(
        "\\b(good ?bye|bye|bye[ -]?bye|have a (good|great|nice) (one|day|night|evening|weekend))[ .!]*$"));
    return countWords(utterance) <= FarewellWords && farewell.match(utterance.toLower()).hasMatch();
}

int countWords(const QString &utterance)
{
    const QString simplified = utterance.simplified();
    return simplified.isEmpty() ? 0 : static_cast<int>(simplified.count(QLatin1Char(' '))) + 1;
}

SpecialTurn specialTurn(const QString &utterance, Flow::Expectation expectation)
{
    QString words = utterance.toLower().simplified();
    words.replace(QChar(0x2019), QLatin1Char('\''));
    const int count = countWords(words);
    for (const Rule &candidate : rules()) {
        if (count <= candidate.maxWords && candidate.pattern.match(words).hasMatch()) {
            return candidate.turn;
        }
    }
    const bool freeText = expectation == Flow::Expectation::Reason || expectation == Flow::Expectation::Question;
    return !freeText && count >= RambleWords ? SpecialTurn::Rambling : SpecialTurn::None;
}

} // namespace Frontdesk::Dialogue
