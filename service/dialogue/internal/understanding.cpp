#include "service/dialogue/internal/understanding.h"

#include "service/dialogue/internal/interpretation.h"
#include "service/dialogue/internal/modelmerge.h"
#include "service/dialogue/internal/questiontext.h"
#include "service/safety/utterancesafety.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

constexpr int MostRambles = 4; ///< Stories we listen to before they count as not understood.
constexpr int MostHoldOns = 4; ///< "One moment" likewise.
constexpr int MostRepeatWishes = 3;

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

/// One wrong word spoils a name or a number; of a sentence the rest can still be right.
bool everyWordCounts(SlotName name)
{
    return name == SlotName::PatientName || name == SlotName::CallerName || name == SlotName::CallbackNumber;
}

/// How sure the recognizer was of exactly these words, and when they were said.
void locate(SlotName name, SlotValue &value, const Flow::Transcript &transcript)
{
    value.confidence = transcript.confidence;
    value.from = transcript.start;
    value.to = transcript.end;
    const QStringList said = value.saidAs.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto &words = transcript.words;
    if (said.isEmpty() || words.size() < static_cast<size_t>(said.size())) {
        return;
    }
    const auto sameWord = [](const QString &wanted, const SpokenWord &word) {
        return word.text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto first =
        std::search(words.begin(), words.end(), said.begin(), said.end(),
                    [&](const SpokenWord &word, const QString &wanted) { return sameWord(wanted, word); });
    if (first == words.end()) {
        return;
    }
    const auto last = first + said.size();
    double sum = 0;
    double least = 1;
    for (auto word = first; word != last; ++word) {
        sum += word->confidence;
        least = std::min(least, word->confidence);
    }
    value.confidence = everyWordCounts(name) ? least : sum / static_cast<double>(said.size());
    value.from = first->start;
    value.to = std::prev(last)->end;
}

bool isContentFree(SpecialTurn special)
{
    return special == SpecialTurn::Sales || special == SpecialTurn::Injection || special == SpecialTurn::WrongNumber ||
           special == SpecialTurn::OtherBusiness || special == SpecialTurn::Goodbye || special == SpecialTurn::Thanks ||
           special == SpecialTurn::Hello;
}

/// Callers who want nothing of the clinic.
bool hasNoBusiness(SpecialTurn special)
{
    return special == SpecialTurn::Sales || special == SpecialTurn::Injection || special == SpecialTurn::WrongNumber;
}

/// True when the caller has shown to want nothing of the clinic.
bool metNoBusiness(const Talk &talk)
{
    return std::any_of(talk.specials.begin(), talk.specials.end(), [](const auto &met) {
        return met.second > 0 && (hasNoBusiness(met.first) || met.first == SpecialTurn::OtherBusiness);
    });
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

/// Takes questions that the profile settles out of the requests, so that nobody is asked to call back for them.
void answerQuestions(const Talk &talk, Heard &heard)
{
    const ClinicProfile &clinic = talk.briefing.clinic;
    const auto isQuestion = [](RequestType type) {
        return type == RequestType::GeneralQuestion || type == RequestType::InsuranceQuestion;
    };
    auto &requests = heard.reading.requests;
    const bool anyQuestion =
        std::any_of(requests.begin(), requests.end(), isQuestion) ||
        (requests.empty() && heard.reading.slotValues.empty() && asksAboutClinic(clinic, heard.text));
    if (!anyQuestion) {
        return;
    }
    const auto plan = heard.reading.slotValues.find(SlotName::Insurance);
    const auto answer = answerFromProfile(
        clinic, heard.text, plan == heard.reading.slotValues.end() ? QString() : plan->second.value, talk.localNow());
    if (!answer) {
        return;
    }
    heard.answers.push_back(*answer);
    if (!answer->settled) {
        return;
    }
    // One answer settles one question; the other kind, if there is one, stays for staff.
    const bool aboutInsurance = answer->phraseId.startsWith(QLatin1String("answer.insurance"));
    const RequestType settled = aboutInsurance ? RequestType::InsuranceQuestion : RequestType::GeneralQuestion;
    auto found = std::find(requests.begin(), requests.end(), settled);
    if (found == requests.end()) {
        found = std::find_if(requests.begin(), requests.end(), isQuestion);
    }
    if (found != requests.end()) {
        requests.erase(found);
    }
}

/// The caller's own words go with requests that a person will answer.
void keepQuestions(Talk &talk, const Heard &heard)
{
    std::vector<Request *> wished;
    for (Request &request : talk.requests.all()) {
        const auto &added = heard.absorbed.added;
        const auto &said = heard.reading.requests;
        const bool isNew = std::find(added.begin(), added.end(), request.key) != added.end();
        // Said again with more to it: "they charged me twice" after "I need to talk to billing".
        const bool again =
            !isAppointment(request.type) && std::find(said.begin(), said.end(), request.type) != said.end();
        if (isNew || again) {
            wished.push_back(&request);
        }
    }
    for (Request *request : wished) {
        switch (request->type) {
        case RequestType::AppointmentScheduling:
        case RequestType::AppointmentRescheduling:
        case RequestType::AppointmentCancellation:
            continue;
        default:
            break;
        }
        const QString question = questionIn(heard.text, request->type, wished.size() == 1);
        if (const QString paper = request->type == RequestType::MedicalRecords ? paperIn(heard.text) : QString();
            !paper.isEmpty()) {
            SlotValue value = spokenValue(paper, paper);
            value.turn = talk.turn;
            request->slotValues.emplace(SlotName::Reason, value);
        }
        if (!question.isEmpty()) {
            SlotValue value = spokenValue(question, question);
            value.turn = talk.turn;
            const auto known = request->slotValues.find(SlotName::Question);
            if (known == request->slotValues.end()) {
                request->slotValues.emplace(SlotName::Question, value);
            } else if (!known->second.value.contains(question)) {
                known->second.value += QStringLiteral("; ") + question;
                request->submitted = false; // Staff get the rest of the story as well.
            }
        }
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

/// A "yeah" at the head of a sentence that nobody understood answers nothing.
constexpr int MostWordsOfBareAnswer = 4;

bool answersPending(const Talk &talk, const Heard &heard)
{
    if (heard.reading.answer == Answer::None) {
        return false;
    }
    switch (talk.pending.expectation) {
    case Expectation::YesNo:
    case Expectation::AnythingElse:
        return true;
    case Expectation::Request:
        return countWords(heard.text) <= MostWordsOfBareAnswer &&
               (!talk.requests.all().empty() || talk.answers > 0 || metNoBusiness(talk));
    case Expectation::PhoneNumber:
        return talk.isPending(QLatin1String("ask.caller_id"));
    case Expectation::DateTime:
        return true;
    default:
        return false;
    }
}

bool isUnderstood(const Talk &talk, const Heard &heard)
{
    if (heard.absorbed.any() || heard.declined || !heard.answers.empty() || heard.reading.disputed ||
        answersPending(talk, heard)) {
        return true;
    }
    const int times = talk.specials.at(heard.special);
    switch (heard.special) {
    case SpecialTurn::None:
        return false;
    case SpecialTurn::DontKnow:
    case SpecialTurn::RatherNot:
        return talk.pending.expectation != Expectation::Request && times <= 2;
    case SpecialTurn::Thanks:
    case SpecialTurn::Hello:
        return talk.pending.expectation == Expectation::AnythingElse || times <= 1;
    case SpecialTurn::Rambling:
    case SpecialTurn::SmallTalk:
        return times <= MostRambles;
    case SpecialTurn::HoldOn:
        return times <= MostHoldOns;
    case SpecialTurn::Repeat:
    case SpecialTurn::CanYouHear:
    case SpecialTurn::WhoIsThis:
    case SpecialTurn::WhyAsk:
    case SpecialTurn::Robot:
    case SpecialTurn::NoPhone:
        return times <= MostRepeatWishes;
    default:
        return true;
    }
}

/// What safety heard and the reader did not becomes a request too, so that its task goes to the doctor's queue.
void addMedicalRequests(Heard &heard)
{
    RequestType type = RequestType::Other;
    switch (heard.assessment.medicalRequest) {
    case Safety::MedicalRequest::None:
        break;
    case Safety::MedicalRequest::Refill:
        type = RequestType::PrescriptionRefill;
        break;
    case Safety::MedicalRequest::TestResults:
        type = RequestType::TestResults;
        break;
    case Safety::MedicalRequest::Medication:
    case Safety::MedicalRequest::MedicalAdvice:
        type = RequestType::MedicalQuestion;
        break;
    }
    auto &requests = heard.reading.requests;
    if (type != RequestType::Other && heard.assessment.emergency == Safety::Emergency::None &&
        std::none_of(requests.begin(), requests.end(), isMedical)) {
        requests.push_back(type);
    }
}

/// What the reader heard and safety did not is medical all the same: nobody but staff answers it.
void raiseMedicalWishes(Heard &heard)
{
    const auto &requests = heard.reading.requests;
    const auto wish = std::find_if(requests.begin(), requests.end(), isMedical);
    if (wish == requests.end() || heard.assessment.medicalRequest != Safety::MedicalRequest::None) {
        return;
    }
    const bool results = *wish == RequestType::TestResults;
    const bool refill = *wish == RequestType::PrescriptionRefill;
    heard.assessment.medicalRequest = results  ? Safety::MedicalRequest::TestResults
                                      : refill ? Safety::MedicalRequest::Refill
                                               : Safety::MedicalRequest::MedicalAdvice;
    heard.assessment.findings.push_back({QStringLiteral("wish.") + requestTypeName(*wish), heard.text,
                                         results  ? EscalationReason::TestResults
                                         : refill ? EscalationReason::Medication
                                                  : EscalationReason::MedicalAdvice,
                                         1.0});
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
    return !readSlots(text, readingContext(talk, text)).requests.empty();
}

Heard understand(Talk &talk, const CallerSpoke &spoken, const Flow::ModelReading *model)
{
    Heard heard;
    heard.text = spoken.transcript.text.simplified();
    heard.assessment = Safety::assess(heard.text, safetyContext(talk));
    heard.special = specialTurn(heard.text, talk.pending.expectation);
    heard.reading = readSlots(heard.text, readingContext(talk, heard.text));
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
