#include "service/dialogue/slots/promptreading.h"

#include "service/dialogue/slots/internal/calendar.h"
#include "service/dialogue/slots/internal/clockreader.h"
#include "service/dialogue/slots/internal/datereader.h"
#include "service/dialogue/slots/internal/insurancereader.h"
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

/// What a question is about shows in its nouns; the frame around them varies from clinic to clinic. First match wins.
const std::vector<Question> &questions()
{
    static const std::vector<Question> all = [] {
        const auto q = [](Expectation expects, const char *words) { return Question{expects, Phrase(words)}; };
        return std::vector<Question>{
            q(Expectation::Nothing,
              "numbers?(?: there)? (?:is|'s) \\d+ .*|date of birth|birth ?date|birthday|born|how old|(?:are you|is "
              "(?:he|she)|have you)(?: \\w+){0,4} (?:new|been (?:here|seen)|existing|established)(?: .*)?|one "
              "moment|hold on"),
            q(Expectation::Request,
              "(?:how|what)(?: else)? (?:may|can|could|do|would) (?:i|we)(?: \\w+){0,3} (?:help|do for you|assist|be "
              "of|direct|get you|set up for you)(?: .*)?|(?:tell me )?how (?:i|we) can help|what can (?:i|we) do(?! "
              "you)(?: .*)?|what do you need(?: .*)?|why you are calling|i am listening|what would you like "
              "(?:us )?to do|what are you calling (?:about|for)|(?:reason for|about|purpose of) (?:your|the|this) "
              "call|(?:your|the|this) call (?:about|for|regarding)|what is it you need|tell (?:me|us) what you "
              "need|on your mind|what 's up|like to proceed|calling for an? \\w+|what you need"),
            q(Expectation::Spelling, "spell(?:ed|ing)?|letter by letter"),
            q(Expectation::AnythingElse, "anything else|something else|what else|any other "
                                         "(?:request|question|thing)s?|else i can|further assistance|different "
                                         "task|anything more|will that be all|(?:is )?that all"),
            q(Expectation::Relationship,
              "you are calling for$|is (?:this|it|the \\w+) for you(?!r)|(?:how|what)(?: \\w+){0,4} "
              "relat\\w+|relationship|relation|(?:calling|appointment|visit|this|it)(?: "
              "\\w+)? for (?:yourself|you or|someone else)|are you (?:the|his|her|their|a) "
              "(?:patient|parent|guardian|mother|father|mom|dad|wife|husband|caregiver|spouse)|who is (?:this|it|the "
              "\\w+) for|who are you (?:calling for|to)|on behalf of|how do you know|you (?:are|would be|will be) "
              "(?:his|her|their|the patient 's)"),
            q(Expectation::CallerName,
              "your own name|(?:name of the|as the|the) caller(?: 's name)?|who (?:'s|is) (?:calling|on the "
              "line)|and you are"),
            q(Expectation::PhoneNumber,
              "(?:phone|call ?back|best|good|contact|cell|telephone|which|what|daytime|another|home|reach|your|a|the)"
              "(?: \\w+){0,3} (?:numbers?|digits)|number(?: \\w+){0,4} (?:reach|call|best|from)|(?:reach|call|text|"
              "contact|ring) you(?: back)?(?: at| on)?|get (?:a )?hold of you|area code|digits|(?:cell|mobile|"
              "telephone|phone|landline)(?! visit)|call (?:you )?back"),
            q(Expectation::PatientName,
              "(?:sur)?names?(?! of (?:your|the) (?:doctor|dentist|provider|physician|insurance|plan))|who (?:is|'s) "
              "the patient|(?:who|whom) (?:am i|do i have the pleasure of) (?:speaking|talking)(?: (?:with|to))?|"
              "(?:patient|he|she|they)(?: \\w+)? called|who do i have|who (?:is|'s) this|who (?:needs|will "
              "be|is) "
              "(?:to be )?(?:seen|coming in)"),
            q(Expectation::Insurance, "insurance|insured|coverage|covered|carrier|health plan|(?:which|what) plan|who "
                                      "covers|paying (?:for|today|by)|policy"),
            q(Expectation::Provider,
              "(?:which|what|who|whom|particular|preferred|specific|prefer|any|regular|usual|usually|certain|anyone|"
              "somebody|someone)(?: \\S+){0,5} (?:doctors?|provider|dentist|physician|clinician|practitioner|see)(?! "
              "you)|(?:doctor|provider|dentist)(?: \\w+)? (?:preference|would|do|you|in mind)|(?:see|with) "
              "(?:a|any) (?:particular|certain|specific)|name of (?:the|your) "
              "(?:doctor|dentist|provider|physician)|who "
              "(?:'s|is|would|should)(?: \\w+){0,5} with|who would you rather"),
            q(Expectation::DateTime,
              "(?:days?|dates?|times?|weeks?|weekend|months?|hours?|mornings?|afternoons?|evenings?|when(?! you)|how "
              "soon|good for you|suits? "
              "you|early|late|earlier|later|sooner|slot|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
              "january|february|march|april|june|july|august|september|october|november|december)(?! (?:since|you "
              "(?:were|came))| was)"),
            q(Expectation::Provider, "doctors?|provider|dentist|physician|see anyone|who would you"),
            q(Expectation::Reason,
              "reason|why|regarding|what (?:type|kind|sort)(?: \\w+)?|brings you|going "
              "on|concern\\w*|(?:about|for)$|about "
              "(?:the|your|this) (?:visit|appointment|problem)|visit "
              "for|appointment for|seen for|symptoms?|problem|bother\\w*|hurt\\w*|trouble|matter|wrong|happening|more "
              "about it|bit more|coming in for|what happened|for (?:the|your|this) (?:visit|appointment)|feeling"),
            q(Expectation::Request, "help|assist|do for you|calling about|(?:how|what) (?:may|can|could) i|service|go "
                                    "ahead|calling"),
            q(Expectation::Question, "question|message|like to know|would you like me to (?:pass|tell|note)"),
        };
    }();
    return all;
}

/// What is said before the question: greetings, the clinic's name, thanks.
const Phrase &pleasantries()
{
    static const Phrase words(
        "(?:good|this) (?:morning|afternoon|evening|day)|thank you for (?:calling|waiting|holding)|"
        "thanks for (?:calling|waiting|holding)|(?:how are you )?(?:doing )?(?:today|tonight)|take "
        "your time|(?:this is|you have reached) (?:the )?\\w+(?: \\w+)?|in case we get cut off");
    return words;
}

/// "You're free on March 7th" asks for nothing; "your cell, please" and "the date?" do.
bool isStatement(const QString &prompt, const SpokenText &spoken)
{
    static const Phrase asks("please|tell|give|say|choose|pick|name|let (?:me|us)|go ahead|you would|what|which|when|"
                             "how|who|where|why|(?:need|want) (?:a|your|the)");
    return !prompt.contains(QLatin1Char('?')) && spoken.size() > 3 && !asks.in(spoken);
}

bool isOpening(const SpokenText &spoken)
{
    static const Phrase opening(
        "(?:hello|hi|hey|good (?:morning|afternoon|evening|day))(?: there)?(?! .*\\b(?:name|"
        "speaking|who))|thank you for calling|thanks for (?:calling|waiting|holding)|you have "
        "reached|front desk|^(?:\\w+ ){0,3}(?:clinic|office|medical|health|associates|practice|care)(?= )");
    return opening.in(spoken);
}

Expectation expectationOf(const SpokenText &spoken)
{
    // "Good morning, what can we do for you this afternoon?" asks for no time.
    QString words;
    for (int i = 0; i < spoken.size();) {
        if (const auto match = pleasantries().findAt(spoken, i); match && !match->all.empty()) {
            i = match->all.last;
            continue;
        }
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + spoken.at(i++);
    }
    const SpokenText prompt(words);
    for (const Question &question : questions()) {
        if (question.words.in(prompt)) {
            const bool anyWish = question.expects == Expectation::Reason && isOpening(spoken);
            return anyWish ? Expectation::Request : question.expects;
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
        ".*)?|would you like(?: to see)? (?:him|her|them|that|it|the same).*|okay|i heard .*|i (?:put|got|wrote)(?: "
        "you)? down.*|shall i.*|should i (?:put|use|book).*|let me "
        "(?:see|make sure|repeat|read).*|does .* work|would .* work|is .* (?:okay|good|fine|best).*|how about .*|what "
        "about .*|(?:could|can|would|will) you (?:do|make|come|manage) .*|would .* (?:do|be "
        "(?:okay|fine|good|all ?right)|suit)|is .* all ?right|all ?right");
    static const Phrase self(
        "(?:calling|is (?:this|it)|appointment|visit)(?: \\w+){0,2} for yourself(?! or)|are you the patient");
    static const Phrase callerId("(?:number|one|phone)(?: that)? you (?:are|'re) calling (?:from|on)|calling from "
                                 "(?:the )?best|this (?:number|the best number)");
    if (self.in(text)) {
        context.expectation = Expectation::Relationship;
        offer(context.offered, SlotName::Relationship, QStringLiteral("self"));
        return context;
    }
    context.expectation = isStatement(prompt, text) ? Expectation::Nothing : expectationOf(text);
    if (callerId.in(text)) {
        context.expectation = Expectation::PhoneNumber;
        offer(context.offered, SlotName::CallbackNumber, QStringLiteral("CALLER_ID"));
        return context;
    }
    // "I have 971-555 so far", "I have 555-0191. What's the area code?"
    static const QRegularExpression begun(QStringLiteral("\\b(\\d{3}(?:-\\d{3,4})?)\\b(?! ?-?\\d)"));
    if (context.expectation == Expectation::PhoneNumber && begun.match(prompt).hasMatch()) {
        offer(context.offered, SlotName::CallbackNumber, begun.match(prompt).captured(1).remove(QLatin1Char('-')));
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
    offer(context.offered, SlotName::Insurance, readInsurance(text, claims, {}, false).plan);
    const DateReading dates = readDates(text, claims, {}, {localNow.date(), false, {}});
    const TimeReading times = readTimes(text, claims, {}, {}, false);
    offer(context.offered, SlotName::PreferredDate, dates.date);
    offer(context.offered, SlotName::PreferredDays, dates.days);
    offer(context.offered, SlotName::PreferredTime, times.time == QLatin1String("any") ? QString() : times.time);
    offer(context.offered, SlotName::ProviderName,
          provider.name.startsWith(QLatin1String("any")) ? QString() : provider.name);
    static const Phrase naming(
        "name|(?:that 's|is it|was that|i have|i got|i heard|spelled|did (?:you|i) say|did i get|so that 's)");
    if (naming.in(text)) {
        NameContext asked;
        asked.patientAsked = true;
        const NameReading names = readNames(text, claims, {}, asked);
        if (!names.patients.empty()) {
            offer(context.offered, SlotName::PatientName, names.patients.front().name);
        }
    }
    // "Friday at two for Rui Amaral": what is written with capitals after "for" is a person.
    static const QRegularExpression forPerson(
        QStringLiteral("\\b(?:for|is) ([A-Z][\\w'-]+(?: (?:de |van |la )*[A-Z][\\w'-]+)+)"));
    const QRegularExpressionMatch person = forPerson.match(prompt);
    if (person.hasMatch() && !context.offered.contains(SlotName::PatientName) &&
        weekdayNumber(person.captured(1).section(QLatin1Char(' '), 0, 0).toLower()) == 0 &&
        monthNumber(person.captured(1).section(QLatin1Char(' '), 0, 0).toLower()) == 0) {
        offer(context.offered, SlotName::PatientName, person.captured(1));
    }
    if (!context.offered.empty()) {
        context.expectation = Expectation::YesNo;
    }
    return context;
}

} // namespace Frontdesk::Dialogue
