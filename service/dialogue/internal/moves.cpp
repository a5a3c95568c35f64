#include "service/dialogue/internal/moves.h"

#include "service/dialogue/internal/closing.h"
#include "service/dialogue/internal/handover.h"
#include "service/dialogue/internal/readback.h"
#include "service/dialogue/internal/recordingconsent.h"
#include "service/dialogue/internal/specialcallers.h"
#include "service/dialogue/internal/spokenvalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

constexpr int MostClarifications = 5; ///< Turns in one call that gave nothing, before a person takes over.

/// The next way to get something without which a task is of no use.
std::optional<Question> nextWayToAsk(Talk &talk, const Question &vital)
{
    const auto tried = [&](const char *phraseId) {
        return talk.asked.times({QLatin1String(phraseId), vital.expectation, vital.about, vital.request});
    };
    const auto with = [&](const char *phraseId, Expectation expectation) {
        return Question{QLatin1String(phraseId), expectation, vital.about, vital.request};
    };
    if (vital.expectation == Expectation::PhoneNumber) {
        const int asked = tried("ask.callback_number") + tried("ask.caller_id") + tried("ask.keypad");
        if (asked == 0) {
            return vital;
        }
        if (asked == 1) {
            return talk.briefing.callerNumber.isEmpty() ? vital : with("ask.caller_id", Expectation::PhoneNumber);
        }
        return asked == 2 ? std::optional(with("ask.keypad", Expectation::PhoneNumber)) : std::nullopt;
    }
    const int asked = talk.asked.times(vital) + tried("ask.spelling");
    if (asked < MostAsks) {
        return vital;
    }
    return asked == MostAsks ? std::optional(with("ask.spelling", Expectation::Spelling)) : std::nullopt;
}

bool isVital(const Question &question)
{
    return question.phraseId == QLatin1String("ask.name") || question.phraseId == QLatin1String("ask.patient_name") ||
           question.phraseId == QLatin1String("ask.callback_number");
}

void giveUpAndHandOver(Talk &talk, const Question &question)
{
    handOver(talk,
             strongDecision(EscalationReason::NotUnderstood, question.phraseId, talk.asked.times(question), MostAsks));
}

/// Asks what is missing; false when every way was tried.
bool askFor(Talk &talk, const Question &question)
{
    if (!isVital(question)) {
        return ask(talk, question);
    }
    const auto way = nextWayToAsk(talk, question);
    return way && ask(talk, *way);
}

void acknowledgeName(Talk &talk, SlotName name)
{
    const QString first = talk.requests.fact(name).section(QLatin1Char(' '), 0, 0);
    if (first.isEmpty()) {
        talk.out.say(QStringLiteral("ack.thanks"));
    } else {
        talk.out.say(QStringLiteral("ack.name"), {{QStringLiteral("first_name"), first}});
    }
}

/// A word or two for what the turn gave, before the next question.
void acknowledge(Talk &talk, const Heard &heard)
{
    const auto filled = [&](SlotName name) { return heard.absorbed.filled.contains(name); };
    const bool settledByAnswer = !heard.answers.empty();
    const bool twins = !heard.absorbed.added.empty() && heard.reading.requests.empty() && filled(SlotName::PatientName);
    if (twins) {
        talk.out.say(QStringLiteral("ack.thanks")); // Two names for the wish in hand.
    } else if (heard.absorbed.added.size() > 1) {
        talk.out.say(QStringLiteral("ack.several"));
    } else if (heard.absorbed.added.size() == 1 || (heard.absorbed.restated && talk.asked.none())) {
        const Request *request =
            heard.absorbed.added.empty() ? talk.requests.open() : talk.requests.find(heard.absorbed.added.front());
        if (request == nullptr) {
            return;
        }
        if (!settledByAnswer || request->type != RequestType::InsuranceQuestion) {
            talk.out.say(QStringLiteral("ack.") + requestTypeName(request->type));
        }
    } else if (heard.absorbed.typeChanged || !heard.absorbed.corrected.empty()) {
        talk.out.say(QStringLiteral("ack.changed"));
    } else if (heard.declined) {
        talk.out.say(QStringLiteral("ack.no_preference"));
    } else if (filled(SlotName::CallerName)) {
        acknowledgeName(talk, SlotName::CallerName);
    } else if (filled(SlotName::PatientName)) {
        const Request *open = talk.requests.open();
        if (open != nullptr && talk.requests.callerIsNotPatient(*open)) {
            talk.out.say(QStringLiteral("ack.thanks"));
        } else {
            acknowledgeName(talk, SlotName::PatientName);
        }
    } else if (filled(SlotName::CallbackNumber)) {
        talk.out.say(QStringLiteral("ack.got_it"));
    } else if (filled(SlotName::Reason) || filled(SlotName::Question)) {
        // Nobody's pain is perfect.
        static const QRegularExpression routine(QStringLiteral(
            "\\b(check ?-?ups?|physicals?|exams?|shots?|cleaning|annual|follow ?-?ups?|vaccin\\w+|screening|wellness|"
            "visit)\\b"));
        const Request *open = talk.requests.open();
        const auto reason = open == nullptr ? SlotMap::const_iterator{} : open->slotValues.find(SlotName::Reason);
        const bool good = open != nullptr && reason != open->slotValues.end() &&
                          routine.match(reason->second.value.toLower()).hasMatch();
        talk.out.say(good ? QStringLiteral("ack.perfect") : QStringLiteral("ack.okay"));
    } else if (heard.absorbed.any()) {
        talk.out.say(QStringLiteral("ack.okay"));
    }
}

/// True when the turn completes what was to be asked, so that the summary follows and needs no "okay" before it.
bool isComplete(const Talk &talk)
{
    const auto &all = talk.requests.all();
    return std::all_of(all.begin(), all.end(), [&](const Request &request) {
        return request.submitted ||
               (!nextQuestion(talk.requests, request, talk.asked).isAsked() && doubtfulValues(talk, request).empty());
    });
}

void clarify(Talk &talk, const Heard &heard)
{
    ++talk.unclear;
    const int all = ++talk.turnsOfPhrase[QStringLiteral("unclear")];
    if (all > MostClarifications) {
        handOver(talk, strongDecision(EscalationReason::NotUnderstood, QStringLiteral("clarifying_questions"), all,
                                      MostClarifications, heard.text));
        return;
    }
    const bool opening = talk.pending.expectation == Expectation::Request || !talk.pending.isAsked();
    if (opening) {
        const Question question{QStringLiteral("clarify.request"), Expectation::Request, {}, 0};
        if (!ask(talk, question)) {
            giveUpAndHandOver(talk, question);
        }
        return;
    }
    if (talk.pending.expectation == Expectation::AnythingElse) {
        const Question question{QStringLiteral("clarify.anything_else"), Expectation::AnythingElse, {}, 0};
        if (!ask(talk, question)) {
            sayGoodbye(talk);
        }
        return;
    }
    sayNext(talk, QStringLiteral("clarify.answer"));
    askPendingAgain(talk, true);
}

/// The closing question was answered.
bool settleClosing(Talk &talk, const Heard &heard)
{
    const bool asksWhatElse = talk.isPending(QLatin1String("done.what_else"));
    if ((talk.pending.expectation != Expectation::AnythingElse && !asksWhatElse) || heard.absorbed.any()) {
        return false;
    }
    if (!heard.answers.empty()) {
        askAnythingElse(talk);
        return true;
    }
    static const QRegularExpression nothingElse(
        QStringLiteral("^(no|nope|nah|nothing|none|that('s| is|ll be) (all|it|everything)|i('m| am) (good|all "
                       "set|fine|done)|all set)\\b"));
    const bool done = heard.reading.answer == Answer::No || heard.special == SpecialTurn::Thanks ||
                      nothingElse.match(heard.text.toLower()).hasMatch();
    if (done) {
        sayGoodbye(talk);
        return true;
    }
    // "That's right" to what was just announced asks for nothing more.
    static const QRegularExpression agrees(
        QStringLiteral("^(yes |yeah |yep |okay |ok |oh )*(((that|it)('s| is| sounds| works)?|sounds|looks)? ?(all "
                       ")?(right|correct|good|"
                       "great|perfect|perfecto|fine|wonderful|lovely|excellent|exactly|super|the ticket)|you "
                       "(got|have) (it|that)|yes (to|"
                       "for) both|both)( (okay|ok|good|great|thank you|thanks)\\b.*)?[.!]*$"));
    if (heard.reading.answer == Answer::Yes && talk.announcements > 0 &&
        agrees.match(heard.text.toLower()).hasMatch()) {
        talk.out.say(QStringLiteral("ack.perfect"));
        askAnythingElse(talk);
        return true;
    }
    if (heard.reading.answer == Answer::Yes && !asksWhatElse) {
        if (!ask(talk, {QStringLiteral("done.what_else"), Expectation::Request, {}, 0})) {
            sayGoodbye(talk);
        }
        return true;
    }
    return false;
}

/// To a caller who was promised a person and got none: what comes of it, and whether there is more.
void greetAgain(Talk &talk)
{
    talk.out.say(QStringLiteral("return.nobody"));
    if (talk.briefing.callerNumber.isEmpty()) {
        // Nobody can call a withheld number back; the caller says what they want.
        ask(talk, {QStringLiteral("greeting.question"), Expectation::Request, {}, 0});
        return;
    }
    talk.out.say(QStringLiteral("return.message_left"));
    ask(talk, {QStringLiteral("done.anything_else"), Expectation::AnythingElse, {}, 0});
}

} // namespace

void greet(Talk &talk)
{
    if (talk.briefing.nobodyAnswered) {
        greetAgain(talk);
        return;
    }
    const ClinicProfile &clinic = talk.briefing.clinic;
    const PhraseValues name{{QStringLiteral("clinic"), clinic.name}};
    const QDateTime now = talk.localNow();
    const auto opening = isKnownClosed(clinic, now) ? clinic.hours.nextOpening(now) : std::nullopt;
    if (!clinic.greeting.isEmpty()) {
        QString text = clinic.greeting;
        talk.out.sayText(QStringLiteral("greeting.custom"), text.replace(QLatin1String("{clinic}"), clinic.name));
    } else if (opening) {
        talk.out.say(
            QStringLiteral("greeting.hello_closed"),
            {{QStringLiteral("clinic"), clinic.name}, {QStringLiteral("opening"), spokenMoment(*opening, now.date())}});
    } else {
        talk.out.say(QStringLiteral("greeting.hello"), name);
    }
    talk.out.say(QStringLiteral("emergency.reminder"));
    openRecording(talk);
    ask(talk, {QStringLiteral("greeting.question"), Expectation::Request, {}, 0});
}

void askPendingAgain(Talk &talk, bool counts)
{
    const Question pending = talk.pending;
    if (isVital(pending) || pending.phraseId == QLatin1String("ask.caller_id") ||
        pending.phraseId == QLatin1String("ask.keypad") || pending.phraseId == QLatin1String("ask.spelling")) {
        if (counts) {
            carryOn(talk); // Finds the next way to ask for it.
        } else if (!ask(talk, pending, false)) {
            giveUpAndHandOver(talk, pending);
        }
        return;
    }
    if (isReadingBack(talk)) {
        const Request *request = talk.requests.find(pending.request);
        readBack(talk, *request, talk.readBack);
        return;
    }
    const bool exhausted = counts && talk.asked.times(pending) >= MostAsks;
    if (!pending.isAsked() || exhausted || !ask(talk, pending, counts)) {
        talk.asked.giveUp(pending);
        carryOn(talk);
    }
}

void carryOn(Talk &talk)
{
    if (talk.requests.all().empty()) {
        const Question question{talk.answers > 0 ? QStringLiteral("done.anything_else")
                                                 : QStringLiteral("greeting.question"),
                                talk.answers > 0 ? Expectation::AnythingElse : Expectation::Request,
                                {},
                                -talk.answers};
        if (!ask(talk, question) && !ask(talk, {QStringLiteral("clarify.request"), Expectation::Request, {}, 0})) {
            giveUpAndHandOver(talk, question);
        }
        return;
    }
    for (const Request &request : talk.requests.all()) {
        if (request.submitted) {
            continue;
        }
        const Question next = nextQuestion(talk.requests, request, talk.asked);
        if (next.isAsked()) {
            if (!askFor(talk, next)) {
                giveUpAndHandOver(talk, next);
            }
            return;
        }
        if (const auto doubtful = doubtfulValues(talk, request); !doubtful.empty()) {
            readBack(talk, request, doubtful);
            return;
        }
    }
    if (talk.requests.open() != nullptr) {
        announceRequests(talk);
    } else {
        askAnythingElse(talk);
    }
}

void reply(Talk &talk, const Heard &heard)
{
    const Question before = talk.pending;
    talk.callBackOffered = false;
    if (answerSpecialCaller(talk, heard)) {
        return;
    }
    if (heard.assessment.distress == Safety::Distress::Mild && heard.understood && !talk.sympathised) {
        talk.sympathised = true;
        talk.out.say(QStringLiteral("ack.sympathy"));
    }
    for (const ClinicAnswer &answer : heard.answers) {
        talk.out.say(answer.phraseId, answer.values);
        talk.answers += answer.settled ? 1 : 0;
    }
    if (heard.declined) {
        talk.asked.giveUp(before);
    }
    if (isReadingBack(talk) && settleReadBack(talk, heard)) {
        return;
    }
    if (settleClosing(talk, heard)) {
        return;
    }
    if (!heard.understood) {
        clarify(talk, heard);
        return;
    }
    talk.unclear = 0;
    const bool openAgain =
        before.expectation == Expectation::Request && !heard.answers.empty() && !heard.absorbed.any();
    if (openAgain) {
        carryOn(talk);
        return;
    }
    if (!heard.absorbed.any() && !heard.declined && before.isAsked() &&
        !before.phraseId.startsWith(QLatin1String("confirm."))) {
        askPendingAgain(talk, heard.answers.empty());
        return;
    }
    if (talk.requests.all().empty() || !isComplete(talk) || !heard.absorbed.any()) {
        acknowledge(talk, heard);
    }
    carryOn(talk);
}

} // namespace Frontdesk::Dialogue
