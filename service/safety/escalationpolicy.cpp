#include "service/safety/escalationpolicy.h"

#include <algorithm>

namespace Frontdesk::Safety {

namespace {

constexpr double Weak = 0.5;
constexpr double Strong = 1.0;
constexpr double Forgotten = 0.1; ///< A faded sign below this is dropped.
constexpr double RaisedVoiceDb = 6.0;
constexpr double AudibleGain = 0.1; ///< Audio quality that counts as "moved somewhere better".
constexpr int TurnsForAverage = 3;
constexpr int RequestsToJuggle = 2; ///< More than two different requests begin to tangle (the specification's figure).
constexpr int RequestsTooMany = 4;
constexpr int ConfusedTurnsTooMany = 4;

Evidence measured(EscalationReason reason, const char *signal, double value, double threshold, double weight)
{
    Evidence evidence;
    evidence.reason = reason;
    evidence.signal = QLatin1String(signal);
    evidence.rule = evidence.signal;
    evidence.value = value;
    evidence.threshold = threshold;
    evidence.weight = weight;
    return evidence;
}

Evidence said(const Finding &finding, const char *signal)
{
    Evidence evidence = measured(finding.reason, signal, finding.weight, Strong, finding.weight);
    evidence.rule = finding.rule;
    evidence.words = finding.words;
    return evidence;
}

/// Among equally strong signs the one that people must know first leads.
int rank(EscalationReason reason)
{
    switch (reason) {
    case EscalationReason::EmergencyMedical:
    case EscalationReason::EmergencySelfHarm:
    case EscalationReason::EmergencyViolence:
        return 0;
    case EscalationReason::SystemFailure:
        return 1;
    case EscalationReason::Abusive:
        return 2;
    case EscalationReason::Angry:
        return 3;
    case EscalationReason::Distress:
        return 4;
    case EscalationReason::Medication:
        return 5;
    case EscalationReason::TestResults:
        return 6;
    case EscalationReason::MedicalAdvice:
        return 7;
    case EscalationReason::Language:
        return 8;
    case EscalationReason::HumanRequest:
        return 9;
    case EscalationReason::NotUnderstood:
        return 11;
    case EscalationReason::Confused:
        return 10;
    case EscalationReason::PoorAudio:
        return 12;
    case EscalationReason::LowConfidence:
        return 13;
    case EscalationReason::Complex:
        return 14;
    case EscalationReason::Duration:
        return 15;
    case EscalationReason::StaffTookOver:
        return 16;
    }
    return 17;
}

} // namespace

EscalationPolicy::EscalationPolicy(EscalationThresholds thresholds)
    : m_thresholds(thresholds)
{}

void EscalationPolicy::observe(const TurnSignals &turn)
{
    observeWords(turn);
    if (turn.wordCount == 0)
        return;
    observeHearing(turn);
    observeMood(turn);
    observeProgress(turn);
}

void EscalationPolicy::observeInterim(const Assessment &assessment)
{
    for (const Finding &finding : assessment.findings)
        if (isEmergency(finding.reason))
            keepStrong(said(finding, "words"));
}

void EscalationPolicy::observePartFailed(const QString &part)
{
    Evidence evidence = measured(EscalationReason::SystemFailure, "part_failed", 1, 1, Strong);
    evidence.rule = part;
    keepStrong(evidence);
}

bool EscalationPolicy::wantsQuieterPlace() const
{
    return !m_quieterPlaceAsked && m_poorTurns > 0;
}

void EscalationPolicy::quieterPlaceAsked()
{
    m_quieterPlaceAsked = true;
    m_qualityWhenAsked = m_lastQuality;
}

bool EscalationPolicy::wantsPatience() const
{
    return m_confusedTurns > 0;
}

std::optional<Decision> EscalationPolicy::decide(Milliseconds callTime) const
{
    Decision decision;
    decision.evidence = evidenceAt(callTime);
    for (const Evidence &evidence : decision.evidence) {
        decision.score += evidence.weight;
        decision.emergency = decision.emergency || isEmergency(evidence.reason);
    }
    if (decision.evidence.empty() || decision.score + 1e-9 < m_thresholds.flagsToEscalate)
        return std::nullopt;
    decision.reason = decision.evidence.front().reason;
    return decision;
}

void EscalationPolicy::keepStrong(Evidence evidence)
{
    const bool known = std::any_of(m_strong.begin(), m_strong.end(), [&](const Evidence &other) {
        return other.reason == evidence.reason && other.rule == evidence.rule;
    });
    if (!known)
        m_strong.push_back(std::move(evidence));
}

/// What the caller said outright.
void EscalationPolicy::observeWords(const TurnSignals &turn)
{
    for (const Finding &finding : turn.assessment.findings)
        if (finding.weight >= Strong)
            keepStrong(said(finding, "words"));
}

/// How well we hear.
void EscalationPolicy::observeHearing(const TurnSignals &turn)
{
    const bool poor = turn.audioQuality < m_thresholds.audioQuality;
    const bool better = m_quieterPlaceAsked && turn.audioQuality > m_qualityWhenAsked + AudibleGain;
    m_lastQuality = turn.audioQuality;
    m_poorTurns = poor ? m_poorTurns + 1 : 0;
    if (!(poor && better))
        fade(
            QStringLiteral("audio_quality"), poor,
            measured(EscalationReason::PoorAudio, "audio_quality", turn.audioQuality, m_thresholds.audioQuality, Weak));

    m_confidenceSum += turn.confidence * turn.wordCount;
    m_words += turn.wordCount;
    ++m_turnsHeard;
    // A bad line explains bad words until the caller has had the chance to move.
    const bool unsure = turn.confidence < m_thresholds.transcriptConfidence && !(poor && !m_quieterPlaceAsked);
    const double weight = turn.wordCount > 1 ? Weak : Weak / 2;
    fade(QStringLiteral("transcript_confidence"), unsure,
         measured(EscalationReason::LowConfidence, "transcript_confidence", turn.confidence,
                  m_thresholds.transcriptConfidence, weight));
}

void EscalationPolicy::observeMood(const TurnSignals &turn)
{
    const Assessment &words = turn.assessment;
    const bool negative = words.sentiment < m_thresholds.sentiment;
    const bool mild = words.distress == Distress::Mild;
    Evidence mood = measured(words.angry ? EscalationReason::Angry : EscalationReason::Distress, "sentiment",
                             words.sentiment, m_thresholds.sentiment, Weak);
    for (const Finding &finding : words.findings)
        if (finding.reason == EscalationReason::Distress || finding.reason == EscalationReason::Angry) {
            mood.rule = finding.rule;
            mood.words = finding.words;
            break;
        }
    fade(QStringLiteral("sentiment"), negative || mild, mood);
    fade(QStringLiteral("raised_voice"), turn.loudness > RaisedVoiceDb,
         measured(EscalationReason::Angry, "raised_voice", turn.loudness, RaisedVoiceDb, Weak));
}

/// Whether the conversation gets anywhere.
void EscalationPolicy::observeProgress(const TurnSignals &turn)
{
    m_notUnderstood = turn.understood ? 0 : m_notUnderstood + 1;
    m_openRequests = std::max(m_openRequests, turn.openRequests);
    fade(QStringLiteral("repetition"), turn.repeated, measured(EscalationReason::Confused, "repetition", 1, 1, Weak));
    if (turn.assessment.confused)
        ++m_confusedTurns;
    else if (turn.understood && m_confusedTurns > 0)
        --m_confusedTurns;
}

void EscalationPolicy::fade(const QString &signal, bool shown, const Evidence &evidence)
{
    if (shown) {
        Fading &fading = m_weak[signal];
        fading.level = std::min(Strong, fading.level + evidence.weight);
        fading.last = evidence;
        return;
    }
    const auto known = m_weak.find(signal);
    if (known == m_weak.end())
        return;
    known->second.level /= 2;
    if (known->second.level < Forgotten)
        m_weak.erase(known);
}

std::vector<Evidence> EscalationPolicy::evidenceAt(Milliseconds callTime) const
{
    std::vector<Evidence> all = m_strong;
    for (const auto &[signal, fading] : m_weak) {
        // The caller is asked to move before a bad line counts for more than one weak sign; three bad turns in a row
        // count even if nobody asked.
        const bool waiting = signal == QLatin1String("audio_quality") && !m_quieterPlaceAsked && m_poorTurns < 3;
        all.push_back(fading.last);
        all.back().weight = waiting ? std::min(Weak, fading.level) : fading.level;
    }
    const double average = m_words > 0 ? m_confidenceSum / m_words : 1.0;
    if (m_turnsHeard >= TurnsForAverage && average < m_thresholds.transcriptConfidence)
        all.push_back(measured(EscalationReason::LowConfidence, "call_confidence", average,
                               m_thresholds.transcriptConfidence, Weak));
    const double seconds = static_cast<double>(callTime.count()) / 1000.0;
    // A confused caller gets the time for it instead of a count of questions.
    const bool patient = m_confusedTurns > 0 && seconds <= m_thresholds.confusedSeconds;
    if (m_notUnderstood > 0 && !patient) {
        const int limit = m_thresholds.clarifyingQuestions;
        const double weight = m_notUnderstood > limit ? Strong : Weak * m_notUnderstood / limit;
        all.push_back(
            measured(EscalationReason::NotUnderstood, "clarifying_questions", m_notUnderstood, limit, weight));
    }
    if (m_confusedTurns > 0) {
        const bool tooLong = m_confusedTurns > 1 && !patient;
        const bool strong = tooLong || m_confusedTurns >= ConfusedTurnsTooMany;
        all.push_back(measured(EscalationReason::Confused, "confusion", seconds, m_thresholds.confusedSeconds,
                               strong ? Strong : Weak));
    }
    if (m_openRequests > RequestsToJuggle)
        all.push_back(measured(EscalationReason::Complex, "open_requests", m_openRequests, RequestsToJuggle,
                               m_openRequests > RequestsTooMany ? Strong : Weak / 2));
    if (seconds > m_thresholds.callSeconds)
        all.push_back(measured(EscalationReason::Duration, "call_duration", seconds, m_thresholds.callSeconds, Strong));
    std::stable_sort(all.begin(), all.end(), [](const Evidence &left, const Evidence &right) {
        if (isEmergency(left.reason) != isEmergency(right.reason))
            return isEmergency(left.reason);
        if (left.weight != right.weight)
            return left.weight > right.weight;
        return rank(left.reason) < rank(right.reason);
    });
    return all;
}

} // namespace Frontdesk::Safety
