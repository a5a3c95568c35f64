#include "service/dialogue/internal/interpretation.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

constexpr int MostWordsOfYes = 6; ///< "Yes, that would be great"; a longer turn says something of its own.

/// Who goes on with a name, a number or a day, and little else, has said yes; a day among words that make no sense has
/// not.
bool isMostlyValues(const Heard &heard)
{
    int words = 0;
    for (const auto &[name, value] : heard.reading.slotValues) {
        words += countWords(value.saidAs);
    }
    return words > 0 && words * 2 >= countWords(heard.text);
}

/// What an answer means that only makes sense against the question.
void readAgainstQuestion(const Talk &talk, Heard &heard)
{
    SlotReading &reading = heard.reading;
    const bool no = reading.answer == Answer::No;
    const bool vague = heard.special == SpecialTurn::DontKnow || heard.special == SpecialTurn::RatherNot;
    if (talk.pending.expectation == Expectation::DateTime && reading.slotValues.empty() && (no || vague)) {
        heard.declined = true;
    } else if (talk.pending.expectation == Expectation::Reason || talk.pending.expectation == Expectation::Question) {
        heard.declined = reading.slotValues.empty() && reading.requests.empty() && (no || vague);
    }
    static const QRegularExpression anyTime(
        QStringLiteral("\\b(any ?time|whenever|any (hour|time of day)|(either|both) (one |is |works|would)|doesn't "
                       "matter|don't care|i'm flexible)\\b"));
    if (talk.pending.expectation == Expectation::DateTime && !reading.slotValues.contains(SlotName::PreferredTime) &&
        anyTime.match(heard.text.toLower()).hasMatch()) {
        reading.slotValues[SlotName::PreferredTime] = spokenValue(QStringLiteral("any"), heard.text);
        heard.declined = false;
    }
    if (talk.isPending(QLatin1String("ask.caller_id")) && reading.answer == Answer::Yes &&
        !reading.slotValues.contains(SlotName::CallbackNumber)) {
        reading.slotValues[SlotName::CallbackNumber] = spokenValue(QStringLiteral("CALLER_ID"), heard.text);
    }
    const bool steered =
        talk.isPending(QLatin1String("clarify.steer")) || talk.isPending(QLatin1String("clarify.request"));
    const bool goesOn = talk.requests.all().empty() && reading.answer != Answer::No && isMostlyValues(heard);
    // "Okay, then just tell me the text you were given" is no yes to an appointment.
    const bool agrees = reading.answer == Answer::Yes && countWords(heard.text) <= MostWordsOfYes;
    if (steered && (agrees || goesOn) && reading.requests.empty()) {
        reading.requests.push_back(RequestType::AppointmentScheduling);
    }
    if (talk.callBackOffered && reading.answer == Answer::Yes && reading.requests.empty() &&
        reading.slotValues.empty()) {
        reading.requests.push_back(RequestType::CallbackRequest);
    }
}

/// "I can't make it tomorrow, can I move it" is one wish; "just cancel it" speaks of the appointment in hand.
void settleAppointmentWishes(const Talk &talk, Heard &heard)
{
    static const QRegularExpression aboutIt(
        QStringLiteral("(?<!don't )(?<!not )\\b(cancel|reschedule|move|postpone|change|switch|push) (it|that|this|the "
                       "appointment)\\b"));
    auto &requests = heard.reading.requests;
    const auto wants = [&](RequestType type) {
        return std::find(requests.begin(), requests.end(), type) != requests.end();
    };
    static const QRegularExpression movesIt(
        QStringLiteral("\\b(move|reschedule|rebook|switch|change|push) (it|that|my (appointment|visit))\\b"));
    if (wants(RequestType::AppointmentCancellation) && movesIt.match(heard.text.toLower()).hasMatch()) {
        std::erase(requests, RequestType::AppointmentRescheduling);
        std::replace(requests.begin(), requests.end(), RequestType::AppointmentCancellation,
                     RequestType::AppointmentRescheduling);
    }
    const auto &all = talk.requests.all();
    const bool inHand =
        std::any_of(all.begin(), all.end(), [](const Request &request) { return isAppointment(request.type); });
    const auto match = aboutIt.match(heard.text.toLower());
    if (inHand && requests.empty() && match.hasMatch()) {
        requests.push_back(match.captured(1) == QLatin1String("cancel") ? RequestType::AppointmentCancellation
                                                                        : RequestType::AppointmentRescheduling);
    }
}

/// "Next Wednesday. Actually no, Thursday": the Thursday of that week.
void keepWeek(const Talk &talk, Heard &heard)
{
    const auto said = heard.reading.slotValues.find(SlotName::PreferredDate);
    static const QRegularExpression bareWeekday(QStringLiteral("^(mon|tues|wednes|thurs|fri|satur|sun)day$"));
    if (said == heard.reading.slotValues.end() || !heard.reading.corrects ||
        !bareWeekday.match(said->second.saidAs.toLower()).hasMatch()) {
        return;
    }
    const auto &all = talk.requests.all();
    const auto request = std::find_if(
        all.rbegin(), all.rend(), [](const Request &one) { return one.slotValues.contains(SlotName::PreferredDate); });
    if (request == all.rend()) {
        return;
    }
    const QDate known = QDate::fromString(request->slotValues.at(SlotName::PreferredDate).value, Qt::ISODate);
    const QDate bare = QDate::fromString(said->second.value, Qt::ISODate);
    if (known.isValid() && bare.isValid() && bare < known) {
        const QDate sameWeek = known.addDays(bare.dayOfWeek() - known.dayOfWeek());
        said->second.value = std::max(sameWeek, bare).toString(Qt::ISODate);
    }
}

/// "Setting up an appointment" says that, not why, somebody wants to come.
void dropEmptyReason(Heard &heard)
{
    static const QRegularExpression empty(
        QStringLiteral("^((set|setting|get|getting) (up )?|make |making |book |booking |schedule |scheduling )?(an? "
                       "|my |the )?(new )?(appointment|visit)$"));
    const auto reason = heard.reading.slotValues.find(SlotName::Reason);
    if (reason != heard.reading.slotValues.end() && empty.match(reason->second.value.toLower()).hasMatch()) {
        heard.reading.slotValues.erase(reason);
    }
}

/// "My back is killing me", said where we asked what to do: a visit is wished for.
void addImpliedVisit(const Talk &talk, Heard &heard)
{
    auto &reading = heard.reading;
    const bool open = talk.pending.expectation == Expectation::Request && talk.requests.all().empty();
    const bool plain = heard.special == SpecialTurn::None || heard.special == SpecialTurn::Rambling ||
                       heard.special == SpecialTurn::SmallTalk;
    const auto &given = reading.slotValues;
    const bool aboutVisit = given.contains(SlotName::Reason) || given.contains(SlotName::ProviderName);
    if (open && plain && aboutVisit && reading.requests.empty() && !heard.assessment.confused &&
        !asksAboutClinic(talk.briefing.clinic, heard.text)) {
        reading.requests.push_back(RequestType::AppointmentScheduling);
    }
}

/// A free answer to "what is it about?" is that answer, whatever its words.
void takeFreeText(const Talk &talk, Heard &heard)
{
    const bool asked = talk.pending.expectation == Expectation::Question ||
                       (talk.pending.expectation == Expectation::Reason && heard.reading.slotValues.empty());
    const bool plain = heard.special == SpecialTurn::None || heard.special == SpecialTurn::Rambling;
    // "It's about my surgery date", said before we came to ask.
    static const QRegularExpression ahead(
        QStringLiteral("^(and |well |um |uh )*(it's|it is|this is|that's)? ?(about|regarding|"
                       "concerning) "));
    const bool early = talk.requests.open() != nullptr && heard.reading.slotValues.empty() &&
                       !isAppointment(talk.requests.open()->type) && ahead.match(heard.text.toLower()).hasMatch();
    if (!(asked || early) || !plain || heard.declined || heard.reading.answer != Answer::None) {
        return;
    }
    const SlotName name = talk.pending.expectation == Expectation::Reason ? SlotName::Reason : SlotName::Question;
    const bool otherWish = !heard.reading.requests.empty();
    if (!otherWish && !heard.reading.slotValues.contains(name) && countWords(heard.text) > 0) {
        heard.reading.slotValues[name] = spokenValue(heard.text, heard.text);
    }
}

} // namespace

SlotValue spokenValue(const QString &value, const QString &saidAs)
{
    SlotValue slotValue;
    slotValue.value = value;
    slotValue.saidAs = saidAs;
    return slotValue;
}

void interpret(const Talk &talk, Heard &heard)
{
    readAgainstQuestion(talk, heard);
    settleAppointmentWishes(talk, heard);
    dropEmptyReason(heard);
    keepWeek(talk, heard);
    addImpliedVisit(talk, heard);
    const auto &requests = heard.reading.requests;
    if (heard.special == SpecialTurn::Rambling && std::none_of(requests.begin(), requests.end(), isAppointment)) {
        heard.reading.slotValues.erase(
            SlotName::Relationship); // Sisters and neighbors in stories are nobody's patient.
    }
    takeFreeText(talk, heard);
}

} // namespace Frontdesk::Dialogue
