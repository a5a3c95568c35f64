#include "service/dialogue/internal/modelmerge.h"

#include "service/dialogue/internal/interpretation.h"
#include "service/dialogue/internal/questiontext.h"
#include "service/safety/responsevalidator.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

constexpr int FewestWords = 2; ///< One word that rules cannot place is better asked again.
constexpr int MostAcknowledgementWords = 18;
constexpr double Strong = 1.0;

QStringList plainWords(const QString &text)
{
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}']+"));
    return text.toLower().split(other, Qt::SkipEmptyParts);
}

/// Whether these words stand in the utterance, one after the other.
bool wasSaid(const QString &words, const QString &utterance)
{
    const QStringList wanted = plainWords(words);
    const QStringList all = plainWords(utterance);
    return !wanted.isEmpty() && std::search(all.begin(), all.end(), wanted.begin(), wanted.end()) != all.end();
}

Expectation expectationOf(SlotName name)
{
    switch (name) {
    case SlotName::PatientName:
        return Expectation::PatientName;
    case SlotName::CallerName:
        return Expectation::CallerName;
    case SlotName::Relationship:
        return Expectation::Relationship;
    case SlotName::CallbackNumber:
        return Expectation::PhoneNumber;
    case SlotName::PreferredDate:
    case SlotName::PreferredDays:
    case SlotName::PreferredTime:
        return Expectation::DateTime;
    case SlotName::Reason:
        return Expectation::Reason;
    case SlotName::ProviderName:
        return Expectation::Provider;
    case SlotName::Insurance:
        return Expectation::Insurance;
    case SlotName::Question:
        return Expectation::Question;
    }
    return Expectation::Nothing;
}

bool isFreeText(SlotName name)
{
    return name == SlotName::Reason || name == SlotName::Question;
}

void addFinding(Heard &heard, EscalationReason reason, const char *rule)
{
    const auto &findings = heard.assessment.findings;
    if (std::none_of(findings.begin(), findings.end(),
                     [&](const Safety::Finding &finding) { return finding.reason == reason; })) {
        heard.assessment.findings.push_back({QLatin1String(rule), heard.text, reason, Strong});
    }
}

void mergeDanger(Flow::ModelDanger danger, Heard &heard)
{
    Safety::Assessment &assessment = heard.assessment;
    if (danger == Flow::ModelDanger::None || assessment.emergency != Safety::Emergency::None) {
        return;
    }
    switch (danger) {
    case Flow::ModelDanger::SelfHarm:
        assessment.emergency = Safety::Emergency::SelfHarm;
        addFinding(heard, EscalationReason::EmergencySelfHarm, "model.self_harm");
        break;
    case Flow::ModelDanger::Violence:
        assessment.emergency = Safety::Emergency::Violence;
        addFinding(heard, EscalationReason::EmergencyViolence, "model.violence");
        break;
    default:
        assessment.emergency = Safety::Emergency::Medical;
        addFinding(heard, EscalationReason::EmergencyMedical, "model.medical");
    }
    assessment.action = Safety::RequiredAction::EmergencyEscalate;
}

void mergeFacts(const Flow::ModelReading &model, const ReadingContext &context, Heard &heard)
{
    auto &values = heard.reading.slotValues;
    for (const auto &[name, words] : model.said) {
        if (values.contains(name) || !wasSaid(words, heard.text)) {
            continue;
        }
        if (isFreeText(name)) {
            values.emplace(name, spokenValue(words, words));
            continue;
        }
        ReadingContext asked = context;
        asked.expectation = expectationOf(name);
        const SlotReading read = readSlots(words, asked);
        if (const auto value = read.slotValues.find(name); value != read.slotValues.end()) {
            values.insert(*value);
        }
    }
}

} // namespace

bool isWorthAsking(const Heard &heard)
{
    const auto &findings = heard.assessment.findings;
    const bool decided = std::any_of(findings.begin(), findings.end(),
                                     [](const Safety::Finding &finding) { return finding.weight >= Strong; });
    const bool ordinary = heard.special == SpecialTurn::None || heard.special == SpecialTurn::Rambling;
    return !heard.understood && !heard.poorAudio && !decided && ordinary && countWords(heard.text) >= FewestWords;
}

Flow::ModelQuestion modelQuestion(const Talk &talk, const QString &words)
{
    Flow::ModelQuestion question;
    question.turn = talk.turn;
    question.words = words;
    question.expectation = talk.pending.expectation;
    question.localTime = QLocale::c().toString(talk.localNow(), QStringLiteral("dddd d MMMM yyyy, HH:mm"));
    question.clinic = talk.briefing.clinic.name;
    for (const Provider &provider : talk.briefing.clinic.providers) {
        question.providers << provider.name;
    }
    for (const Request &request : talk.requests.all()) {
        question.openRequests.push_back(request.type);
    }
    const SlotMap known =
        talk.requests.open() != nullptr ? talk.requests.valuesFor(*talk.requests.open()) : talk.requests.facts();
    for (const auto &[name, value] : known) {
        question.known.emplace(name, value.value);
    }
    question.earlier = talk.memory;
    return question;
}

void mergeModel(const Flow::ModelReading &model, const ReadingContext &context, Heard &heard)
{
    mergeDanger(model.danger, heard);
    if (model.wantsPerson) {
        heard.assessment.wantsHuman = true;
        addFinding(heard, EscalationReason::HumanRequest, "model.wants_person");
    }
    if (model.asksMedicalAdvice && heard.assessment.medicalRequest == Safety::MedicalRequest::None) {
        heard.assessment.medicalRequest = Safety::MedicalRequest::MedicalAdvice;
        addFinding(heard, EscalationReason::MedicalAdvice, "model.medical_advice");
    }
    if (heard.poorAudio) {
        return; // Its details are asked again.
    }
    auto &requests = heard.reading.requests;
    for (const RequestType type : model.requests) {
        if (type != RequestType::EscalatedCall && std::find(requests.begin(), requests.end(), type) == requests.end()) {
            requests.push_back(type);
        }
    }
    mergeFacts(model, context, heard);
    if (heard.reading.answer == Answer::None && model.agrees) {
        heard.reading.answer = *model.agrees ? Answer::Yes : Answer::No;
    }
}

QString sayableAcknowledgement(const QString &sentences, const QString &before, const ClinicProfile &clinic)
{
    const QString sentence = sentences.simplified();
    static const QRegularExpression unwanted(QStringLiteral("[0-9?{}<>*_#]|https?:|@"));
    if (sentence.isEmpty() || plainWords(before).size() + plainWords(sentence).size() > MostAcknowledgementWords ||
        unwanted.match(sentence).hasMatch() || !Safety::validateResponse(sentence, clinic).allowed) {
        return {};
    }
    return sentence;
}

CallerSpoke joined(const CallerSpoke &first, const CallerSpoke &second)
{
    CallerSpoke both = second;
    Flow::Transcript &transcript = both.transcript;
    transcript.text = first.transcript.text + QLatin1Char(' ') + second.transcript.text;
    transcript.words.insert(transcript.words.begin(), first.transcript.words.begin(), first.transcript.words.end());
    transcript.confidence = std::min(first.transcript.confidence, second.transcript.confidence);
    transcript.start = first.transcript.start;
    both.audioQuality = std::min(first.audioQuality, second.audioQuality);
    both.loudness = std::max(first.loudness, second.loudness);
    both.interrupted = first.interrupted || second.interrupted;
    return both;
}

} // namespace Frontdesk::Dialogue
