#include "service/dialogue/internal/understanding.h"

#include "service/dialogue/internal/clinicquestions.h"
#include "service/dialogue/internal/comprehension.h"
#include "service/dialogue/internal/interpretation.h"
#include "service/dialogue/internal/medicalwishes.h"
#include "service/dialogue/internal/modelmerge.h"
#include "service/dialogue/internal/wordlocation.h"
#include "service/safety/utterancesafety.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

/// "The number's off, the end is nine six": the announced number is what the digits are about.
bool mendsNumber(const Talk &talk, const QString &text)
{
    static const QRegularExpression about(
        QStringLiteral("\\b(number|digits?|area code|ends?|last (two|three|four)|not)\\b"));
    static const QRegularExpression digits(QStringLiteral(
        "\\b(oh|zero|one|two|three|four|five|six|seven|eight|nine|\\d+)\\b.*\\b(oh|zero|one|two|three|four|"
        "five|six|seven|eight|nine|\\d+)\\b"));
    const QString words = text.toLower();
    return talk.pending.expectation == Expectation::AnythingElse && talk.announcements > 0 &&
           about.match(words).hasMatch() && digits.match(words).hasMatch();
}

ReadingContext readingContext(const Talk &talk, const QString &text)
{
    ReadingContext context;
    const ClinicProfile &clinic = talk.briefing.clinic;
    context.localNow = talk.localNow();
    context.callerNumber = talk.briefing.callerNumber;
    context.expectation = talk.pending.expectation;
    context.previousAssistant = talk.out.lastSpoken();
    context.providers = clinic.providers;
    context.insurances = clinic.insurances;
    context.hours = clinic.hours;
    const SlotMap known =
        talk.requests.open() != nullptr ? talk.requests.valuesFor(*talk.requests.open()) : talk.requests.facts();
    for (const SlotName name : talk.readBack) {
        if (const auto value = known.find(name); value != known.end()) {
            context.offered.insert(*value);
        }
    }
    if (const auto number = known.find(SlotName::CallbackNumber); number != known.end() && mendsNumber(talk, text)) {
        context.offered.insert(*number);
    }
    return context;
}

bool isContentFree(SpecialTurn special)
{
    return special == SpecialTurn::Sales || special == SpecialTurn::Injection || special == SpecialTurn::WrongNumber ||
           special == SpecialTurn::OtherBusiness || special == SpecialTurn::Goodbye || special == SpecialTurn::Thanks ||
           special == SpecialTurn::Hello;
}

/// Who this is, what was said, what month it is, whose visit it was: each is ordinary, several are not.
void noteConfusion(Talk &talk, Heard &heard)
{
    static const QRegularExpression lostWords(QStringLiteral(
        "\\b(what (day|month|year|time) (is it|are we|is this)|who are you|or (maybe|was) (i|it|that|me)|did (i|you) "
        "(call|want)|"
        "was it me|what i'm supposed|what am i (supposed|calling)|is this where|where am i|(wrote|written) down|"
        "(can't|don't) (remember|recall|think)|what (was|is) it you want|what did (you|i) want|i'm (all "
        ")?(mixed|turned|confused))\\b"));
    const bool lost = heard.assessment.confused || heard.special == SpecialTurn::WhoIsThis ||
                      heard.special == SpecialTurn::Repeat || lostWords.match(heard.text.toLower()).hasMatch();
    talk.lostTurns += lost ? 1 : 0;
    heard.assessment.confused = lost && talk.lostTurns > 1;
    if (!heard.assessment.confused) {
        std::erase_if(heard.assessment.findings,
                      [](const Safety::Finding &finding) { return finding.reason == EscalationReason::Confused; });
    }
}

/// What the words alone could not tell: whether anything else was said with them.
void settleSpecial(const Talk &talk, Heard &heard)
{
    const bool nothingElse = heard.reading.requests.empty() && heard.reading.slotValues.empty();
    const bool aboutVisit = !heard.reading.requests.empty() || heard.reading.slotValues.contains(SlotName::Reason) ||
                            !talk.requests.all().empty();
    if (heard.special == SpecialTurn::OtherBusiness && aboutVisit) {
        heard.special = SpecialTurn::None; // "I hurt my back at the tire shop."
    }
    if (nothingElse && heard.special != SpecialTurn::WrongNumber && endsWithFarewell(heard.text)) {
        heard.special = SpecialTurn::Goodbye;
    }
}

/// What the trained ear is sure of, where no expression speaks and nothing else was understood. A wrong number is told
/// gently, as another business: only the caller knows whom they meant to call.
void heedAside(const Talk &talk, Heard &heard)
{
    const bool open = heard.special == SpecialTurn::None || heard.special == SpecialTurn::Rambling;
    const Expectation expected = talk.pending.expectation;
    const bool named = expected == Expectation::PatientName || expected == Expectation::CallerName ||
                       expected == Expectation::Spelling || expected == Expectation::PhoneNumber;
    if (!open || named || heard.assessment.action != Safety::RequiredAction::Continue)
        return;
    switch (heard.assessment.aside) {
    case Safety::Aside::WrongNumber:
        if (heard.reading.requests.empty())
            heard.special = SpecialTurn::OtherBusiness;
        return;
    case Safety::Aside::Sales:
        heard.special = SpecialTurn::Sales;
        return;
    case Safety::Aside::Injection:
        heard.special = SpecialTurn::Injection;
        return;
    case Safety::Aside::Robot:
        heard.special = SpecialTurn::Robot;
        return;
    case Safety::Aside::Farewell:
        if (heard.reading.requests.empty() && heard.reading.slotValues.empty())
            heard.special = SpecialTurn::Goodbye;
        return;
    case Safety::Aside::None:
        return;
    }
}

} // namespace

Safety::UtteranceContext safetyContext(const Talk &talk)
{
    Safety::UtteranceContext context;
    context.previousAssistant = talk.out.lastSpoken();
    context.names << talk.briefing.clinic.name;
    for (const Provider &provider : talk.briefing.clinic.providers) {
        context.names << provider.name;
    }
    return context;
}

bool wantsMore(const Talk &talk, const QString &text)
{
    return !talk.words->readSlots(text, readingContext(talk, text)).requests.empty();
}

Heard understand(Talk &talk, const CallerSpoke &spoken, const Flow::ModelReading *model)
{
    Heard heard;
    heard.text = spoken.transcript.text.simplified();
    heard.assessment = talk.words->assess(heard.text, safetyContext(talk));
    heard.special = specialTurn(heard.text, talk.pending.expectation);
    heard.reading = talk.words->readSlots(heard.text, readingContext(talk, heard.text));
    heard.poorAudio = spoken.audioQuality < talk.briefing.clinic.thresholds.audioQuality;
    if (heard.poorAudio) {
        heard.reading.slotValues.clear(); // The caller will say it again from a quieter place.
    }
    if (model != nullptr) {
        mergeModel(*model, readingContext(talk, heard.text), heard);
    }
    settleSpecial(talk, heard);
    heedAside(talk, heard);
    if (isContentFree(heard.special)) {
        heard.reading.slotValues.clear();
        heard.reading.requests.clear();
    }
    if (hasNoBusiness(heard.special)) {
        heard.reading.answer = Answer::None;
        // "Press one to speak to an agent" is not this caller's wish for a person.
        std::erase_if(heard.assessment.findings, [](const Safety::Finding &finding) {
            return finding.reason == EscalationReason::HumanRequest ||
                   finding.reason == EscalationReason::NotUnderstood;
        });
    }
    ++talk.specials[heard.special];
    noteConfusion(talk, heard);
    raiseMedicalWishes(heard);
    addMedicalRequests(heard);
    interpret(talk, heard);
    answerQuestions(talk, heard);
    for (auto &[name, value] : heard.reading.slotValues) {
        locate(name, value, spoken.transcript);
        value.turn = talk.turn;
    }
    const bool askedLastName = talk.pending.phraseId.endsWith(QLatin1String("last_name"));
    heard.absorbed = talk.requests.absorb(heard.reading, {talk.pending.expectation, askedLastName, heard.text,
                                                          talk.briefing.callerNumber, talk.pending.request});
    keepQuestions(talk, heard);
    heard.understood = isUnderstood(talk, heard);
    return heard;
}

Safety::TurnSignals signalsOf(const Talk &talk, const Heard &heard, const CallerSpoke &spoken)
{
    Safety::TurnSignals turn;
    turn.assessment = heard.assessment;
    turn.wordCount = countWords(heard.text);
    turn.confidence = spoken.transcript.confidence;
    turn.audioQuality = spoken.audioQuality;
    turn.loudness = spoken.loudness;
    turn.understood = heard.understood || heard.poorAudio;
    const bool lost = heard.special == SpecialTurn::Repeat || heard.special == SpecialTurn::WhoIsThis;
    const auto times = talk.specials.find(heard.special);
    turn.repeated = lost && times != talk.specials.end() && times->second > 1;
    turn.openRequests = static_cast<int>(talk.requests.differentTypes());
    return turn;
}

} // namespace Frontdesk::Dialogue
