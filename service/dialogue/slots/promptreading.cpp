#include "service/dialogue/slots/promptreading.h"

#include "service/dialogue/slots/internal/clockreader.h"
#include "service/dialogue/slots/internal/datereader.h"
#include "service/dialogue/slots/internal/namereader.h"
#include "service/dialogue/slots/internal/phonereader.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/providerreader.h"

namespace Frontdesk::Dialogue {
namespace {

using Flow::Expectation;

struct Question {
    Expectation expects;
    Phrase words;
};

const std::vector<Question> &questions()
{
    static const std::vector<Question> all = [] {
        const auto q = [](Expectation expects, const char *words) { return Question{expects, Phrase(words)}; };
        return std::vector<Question>{
            q(Expectation::Nothing,
              "numbers?(?: there)? (?:is|'s) \\d+ .*|date of birth|birth ?date|birthday|born|how old"),
            q(Expectation::Request,
              "(?:how|what)(?: else)? (?:may|can|could|do|would) (?:i|we)(?: \\w+){0,3} (?:help|do for you|assist|be "
              "of|direct|get you)(?: .*)?|(?:tell me )?how (?:i|we) can help|what can (?:i|we) do(?! you)(?: .*)?|what "
              "do you need(?: .*)?|why you are calling|i am listening|what would you like to do|what are you calling "
              "(?:about|for)|reason for (?:your|the) call"),
            q(Expectation::Spelling, "spell(?:ed|ing)?"),
            q(Expectation::AnythingElse, "anything else|something else|what else|any other "
                                         "(?:request|question|thing)s?|else i can|further assistance|different task"),
            q(Expectation::Relationship,
              "(?:how|what)(?: \\w+){0,4} relat\\w+|relationship|(?:calling|appointment|visit|this|it)(?: \\w+)? for "
              "(?:yourself|you or|someone else)|are you the patient|who is (?:this|it|the \\w+) for|who are you "
              "calling for|on behalf of"),
            q(Expectation::PhoneNumber,
              "(?:phone|call ?back|best|good|contact|cell|telephone|which|what|daytime|another|home|reach)(?: "
              "\\w+){0,3} numbers?|number(?: \\w+){0,4} (?:reach|call|best|from)|(?:reach|call) you(?: back)?(?: at| "
              "on)?$|area code|digits"),
            q(Expectation::CallerName, "your own name|(?:name of the|as the) caller|who (?:'s|is) calling|who am i "
                                       "(?:speaking|talking) (?:with|to)|and you are"),
            q(Expectation::PatientName,
              "names?(?! of)|who (?:is|'s) the patient|patient called|who do i have|who (?:is|'s) this"),
            q(Expectation::Insurance, "name of (?:your|the) (?:insurance|plan)|insurance|insured|coverage|which "
                                      "plan|what plan|health plan|who covers"),
            q(Expectation::Provider,
              "(?:which|what|who|particular|preferred|specific|prefer|any)(?: \\S+){0,5} "
              "(?:doctor|provider|dentist|physician|clinician|see)(?! you)|(?:doctor|provider) (?:would|do) "
              "you|(?:see|with) (?:a|any) (?:particular|certain|specific)|(?:doctor|provider|dentist) you "
              "(?:prefer|like|want|see|usually)|doctor preference|name of (?:the|your) "
              "(?:doctor|dentist|provider|physician)|who (?:'s|is|would|should)(?: \\w+){0,5} with"),
            q(Expectation::DateTime,
              "(?:what|which|preferred|best|good|another|prefer|works?|convenient|particular|desired|any) ?(?:\\S+ "
              "){0,5}(?:days?|dates?|times?|week|morning|afternoon)|when(?! you)|morning(?:s)? or (?:an? |in the "
              ")?afternoon|morning|afternoon|(?:day|time|date)s?(?: \\w+){0,4} (?:work|best|good|prefer|mind)|how "
              "soon|schedule (?:it|that|you) for|should i (?:book|try|check)"),
            q(Expectation::Reason,
              "reason|regarding|what (?:type|kind|sort)(?: \\w+)?|brings you|going on|concern|(?:about|for)$|visit "
              "for|appointment for|seen for|symptoms?|problem|bother\\w*|hurt\\w*|trouble|wrong|happening|more about "
              "it|bit more|coming in for|what happened"),
            q(Expectation::Request, "help|assist|do for you|calling about|(?:how|what) (?:may|can|could) i|service"),
            q(Expectation::Question, "question|message|like to know|would you like me to (?:pass|tell|note)"),
        };
    }();
    return all;
}

Expectation expectationOf(const SpokenText &spoken)
{
    // "Good morning, what can we do for you this afternoon?" asks for no time.
    static const QRegularExpression greeting(QStringLiteral("\\b(?:good|this) (?:morning|afternoon|evening|day)\\b"));
    const SpokenText prompt(QString(spoken.plain()).remove(greeting));
    for (const Question &question : questions()) {
        if (question.words.in(prompt)) {
            return question.expects;
        }
    }
    return prompt.size() == 0 ? Expectation::Request : Expectation::Nothing;
}

void offer(SlotMap &offered, SlotName name, const QString &value)
{
    if (!value.isEmpty()) {
        offered[name].value = value;
    }
}

} // namespace

ReadingContext contextFromPrompt(const QString &prompt, const QDateTime &localNow, const QString &callerNumber)
{
    ReadingContext context;
    context.localNow = localNow;
    context.callerNumber = callerNumber;
    context.previousAssistant = prompt;
    const SpokenText text(prompt);
    static const Phrase readBack(
        "(?:is|'s|was) (?:that|this|it|all that|everything) (?:right|correct|okay|good|fine|still)|(?:that|it) "
        "(?:right|correct)$|correct|^(?:okay |alright |and )?so (?!when|what|how|who|which|where)(?: ?.*)?|did i "
        "(?:get|hear) (?:that|it)(?: .*)?|confirm\\w*|^(?:so |okay |and |alright |great )*i have (?!to|a "
        "few|some).*|(?:that|it|this) (?:'s|is|would be|will be) .*|right|you (?:want|would like|are looking)(?: "
        ".*)?|okay|i heard .*|i (?:put|got|wrote)(?: you)? down.*|shall i.*|should i (?:put|use|book).*|let me "
        "(?:see|make sure|repeat|read).*|does .* work|would .* work|is .* (?:okay|good|fine|best).*|how about .*|what "
        "about .*");
    static const Phrase self(
        "(?:calling|is (?:this|it)|appointment|visit)(?: \\w+){0,2} for yourself(?! or)|are you the patient");
    static const Phrase callerId("(?:number|one|phone)(?: that)? you (?:are|'re) calling (?:from|on)|calling from "
                                 "(?:the )?best|this (?:number|the best number)");
    if (self.in(text)) {
        context.expectation = Expectation::Relationship;
        offer(context.offered, SlotName::Relationship, QStringLiteral("self"));
        return context;
    }
    context.expectation = expectationOf(text);
    if (callerId.in(text)) {
        context.expectation = Expectation::PhoneNumber;
        offer(context.offered, SlotName::CallbackNumber, QStringLiteral("CALLER_ID"));
        return context;
    }
    if (!readBack.in(text) || context.expectation == Expectation::AnythingElse ||
        text.at(0).startsWith(QLatin1String("what"))) {
        return context;
    }
    Claims claims(text.size());
    const PhoneReading phone = readPhone(text, claims, {});
    offer(context.offered, SlotName::CallbackNumber,
          phone.number == QLatin1String("CALLER_ID") ? QString() : phone.number);
    const ProviderReading provider = readProvider(text, claims, {}, false);
    const DateReading dates = readDates(text, claims, {}, {localNow.date(), false, {}});
    const TimeReading times = readTimes(text, claims, {}, {}, false);
    offer(context.offered, SlotName::PreferredDate, dates.date);
    offer(context.offered, SlotName::PreferredDays, dates.days);
    offer(context.offered, SlotName::PreferredTime, times.time == QLatin1String("any") ? QString() : times.time);
    offer(context.offered, SlotName::ProviderName,
          provider.name.startsWith(QLatin1String("any")) ? QString() : provider.name);
    static const Phrase naming("name|(?:that 's|is it|was that|i have|i heard|spelled|did you say|so that 's)");
    if (naming.in(text)) {
        NameContext asked;
        asked.patientAsked = true;
        const NameReading names = readNames(text, claims, {}, asked);
        if (!names.patients.empty()) {
            offer(context.offered, SlotName::PatientName, names.patients.front().name);
        }
    }
    if (!context.offered.empty()) {
        context.expectation = Expectation::YesNo;
    }
    return context;
}

} // namespace Frontdesk::Dialogue
