#include "service/dialogue/internal/specialcallers.h"

#include "service/dialogue/internal/closing.h"
#include "service/dialogue/internal/handover.h"
#include "service/dialogue/internal/moves.h"

#include <QRegularExpression>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

int countOf(const Talk &talk, SpecialTurn special)
{
    const auto found = talk.specials.find(special);
    return found == talk.specials.end() ? 0 : found->second;
}

/// Why a caller who has no wish of the clinic ends the call.
QString whyNothing(const Talk &talk)
{
    return countOf(talk, SpecialTurn::Injection) > 0       ? QStringLiteral("prompt_injection")
           : countOf(talk, SpecialTurn::Sales) > 0         ? QStringLiteral("spam")
           : countOf(talk, SpecialTurn::OtherBusiness) > 0 ? QStringLiteral("wrong_number")
                                                           : QStringLiteral("caller_done");
}

/// Gives nothing away; polite once, then done.
bool turnAway(Talk &talk, SpecialTurn special, const QString &phraseId, const QString &why)
{
    if (countOf(talk, special) > 1) {
        talk.out.say(phraseId, {}, 1);
        endWithoutTask(talk, QStringLiteral("special.goodbye"), why);
        return true;
    }
    talk.out.say(phraseId);
    if (talk.requests.open() != nullptr) {
        askPendingAgain(talk, false);
    } else {
        talk.pending = {QStringLiteral("clarify.request"), Expectation::Request, {}, 0};
    }
    return true;
}

/// "No" or "oops" from somebody who wanted nothing of a clinic in the first place.
bool leavesWithNothing(const Talk &talk, const Heard &heard)
{
    static const QRegularExpression oops(QStringLiteral(
        "\\b(my (bad|mistake|fault)|oops|whoops|wrong one|sorry (to bother|about that)|oh (sorry|okay|ok|no))\\b"));
    const bool gone = heard.reading.answer == Answer::No || oops.match(heard.text.toLower()).hasMatch();
    // Whoever had a question answered and needs no more says so to whatever is asked next.
    static const QRegularExpression nothingMore(QStringLiteral(
        "^((no|nope|nah)\\W+)?(that('s| is|('ll| will) be) (all|it|everything)|nothing( else)?|i('m| am) (good|all set|"
        "done))(\\W+(thanks|thank you))?\\W*$"));
    const bool hasEnough =
        talk.pending.expectation == Expectation::Request && nothingMore.match(heard.text.toLower()).hasMatch();
    return (gone || hasEnough) && talk.requests.all().empty() && !heard.absorbed.any() && heard.answers.empty() &&
           (hasEnough || whyNothing(talk) != QLatin1String("caller_done"));
}

bool sayBye(Talk &talk, const Heard &heard)
{
    static const QRegularExpression takenBack(QStringLiteral("\\b(never ?mind|forget it|changed my mind)\\b"));
    if (takenBack.match(heard.text.toLower()).hasMatch()) {
        talk.requests.dropOpen();
    }
    if (talk.requests.open() == nullptr && !talk.requests.all().empty()) {
        sayGoodbye(talk);
        return true;
    }
    if (talk.requests.all().empty() && talk.answers > 0) {
        sayGoodbye(talk);
        return true;
    }
    endWithoutTask(talk, QStringLiteral("special.goodbye"), whyNothing(talk));
    return true;
}

/// Says the sentence, then the pending question in other words unless the turn itself moved things on.
bool sayAside(Talk &talk, const Heard &heard, const QString &phraseId, const PhraseValues &values = {})
{
    sayNext(talk, phraseId, values);
    if (heard.absorbed.any() || !heard.answers.empty()) {
        return false;
    }
    askPendingAgain(talk, false);
    return true;
}

bool steer(Talk &talk)
{
    if (talk.requests.all().empty() && !ask(talk, {QStringLiteral("clarify.steer"), Expectation::Request, {}, 0})) {
        return false;
    }
    if (!talk.requests.all().empty()) {
        askPendingAgain(talk, false);
    }
    return true;
}

} // namespace

bool answerSpecialCaller(Talk &talk, const Heard &heard)
{
    const bool bare = !heard.absorbed.any() && heard.answers.empty() && !heard.declined;
    if (leavesWithNothing(talk, heard)) {
        endWithoutTask(talk, QStringLiteral("special.goodbye"), whyNothing(talk));
        return true;
    }
    switch (heard.special) {
    case SpecialTurn::WrongNumber:
        talk.out.say(QStringLiteral("special.wrong_number"));
        endWithoutTask(talk, QStringLiteral("special.goodbye"), QStringLiteral("wrong_number"));
        return true;
    case SpecialTurn::Sales:
        return turnAway(talk, heard.special, QStringLiteral("special.sales"), QStringLiteral("spam"));
    case SpecialTurn::Injection:
        return turnAway(talk, heard.special, QStringLiteral("special.injection"), QStringLiteral("prompt_injection"));
    case SpecialTurn::Goodbye:
        return sayBye(talk, heard);
    case SpecialTurn::Robot:
        return sayAside(talk, heard, QStringLiteral("special.robot"));
    case SpecialTurn::WhoIsThis:
        return sayAside(talk, heard, QStringLiteral("special.who"),
                        {{QStringLiteral("clinic"), talk.briefing.clinic.name}});
    case SpecialTurn::OtherBusiness:
        return sayAside(talk, heard, QStringLiteral("special.clinic"),
                        {{QStringLiteral("clinic"), talk.briefing.clinic.name}});
    case SpecialTurn::CanYouHear:
        return bare && sayAside(talk, heard, QStringLiteral("special.hear"));
    case SpecialTurn::WhyAsk:
        return bare && sayAside(talk, heard, QStringLiteral("special.why"));
    case SpecialTurn::Hello:
        return bare && heard.understood && talk.pending.expectation == Expectation::Request &&
               sayAside(talk, heard, QStringLiteral("special.hello"));
    case SpecialTurn::HoldOn:
        if (bare && heard.understood) {
            talk.out.say(QStringLiteral("ack.take_your_time")).expects = talk.pending.expectation;
            return true;
        }
        return false;
    case SpecialTurn::Repeat:
        if (bare && heard.understood) {
            askPendingAgain(talk, false);
            return true;
        }
        return false;
    case SpecialTurn::Rambling:
    case SpecialTurn::SmallTalk:
        return bare && heard.understood && steer(talk);
    default:
        return false;
    }
}

void answerSilence(Talk &talk, int count)
{
    const bool closing = talk.pending.expectation == Expectation::AnythingElse;
    if (count <= 1) {
        talk.out.say(QStringLiteral("silence.still_there")).expects = talk.pending.expectation;
    } else if (closing) {
        sayGoodbye(talk);
    } else if (count == 2) {
        talk.callBackOffered = true;
        talk.out.say(QStringLiteral("silence.call_back")).expects = Expectation::YesNo;
    } else {
        endInSilence(talk);
    }
}

void answerKeys(Talk &talk, const QString &keys)
{
    if (keys == QLatin1String("0")) {
        handOver(talk, strongDecision(EscalationReason::HumanRequest, QStringLiteral("keypad"), 0, 0));
        return;
    }
    static const QRegularExpression number(QStringLiteral("^1?([2-9]\\d{9})$|^([2-9]\\d{6})$"));
    const auto match = number.match(keys);
    if (!match.hasMatch()) {
        if (talk.pending.expectation == Expectation::PhoneNumber) {
            sayNext(talk, QStringLiteral("clarify.answer"));
            askPendingAgain(talk, true);
        }
        return;
    }
    SlotReading reading;
    reading.corrects = true; // Typed: surer than anything said before.
    SlotValue value;
    value.value = match.captured(1).isEmpty() ? match.captured(2) : QStringLiteral("+1") + match.captured(1);
    value.turn = talk.turn;
    value.confirmed = true;
    reading.slotValues[SlotName::CallbackNumber] = value;
    talk.requests.absorb(reading, {talk.pending.expectation, false, {}, talk.briefing.callerNumber});
    talk.readBack.clear();
    talk.out.say(QStringLiteral("ack.got_it"));
    carryOn(talk);
}

} // namespace Frontdesk::Dialogue
