#include "service/dialogue/internal/handover.h"

#include "service/dialogue/internal/tasks.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

bool ruleMentions(const Safety::Decision &decision, const char *part)
{
    return std::any_of(decision.evidence.begin(), decision.evidence.end(), [part](const Evidence &evidence) {
        return isEmergency(evidence.reason) && evidence.rule.contains(QLatin1String(part));
    });
}

void sayEmergency(Talk &talk, const Safety::Decision &decision)
{
    const bool violence = decision.reason == EscalationReason::EmergencyViolence;
    const bool selfHarm = std::any_of(decision.evidence.begin(), decision.evidence.end(), [](const Evidence &evidence) {
        return evidence.reason == EscalationReason::EmergencySelfHarm;
    });
    talk.out.say(violence ? QStringLiteral("emergency.danger_911") : QStringLiteral("emergency.dial_911"))
        .replacesSpeech = true;
    if (selfHarm) {
        talk.out.say(QStringLiteral("emergency.dial_988"));
    } else if (ruleMentions(decision, "poison") || ruleMentions(decision, "overdose")) {
        talk.out.say(QStringLiteral("emergency.poison_control"));
    }
    talk.out.say(selfHarm ? QStringLiteral("emergency.stay") : QStringLiteral("emergency.connecting"));
}

QString wordsFor(EscalationReason reason)
{
    switch (reason) {
    case EscalationReason::Medication:
    case EscalationReason::TestResults:
    case EscalationReason::MedicalAdvice:
        return QStringLiteral("escalate.medical");
    case EscalationReason::Angry:
    case EscalationReason::Abusive:
        return QStringLiteral("escalate.angry");
    case EscalationReason::Distress:
        return QStringLiteral("escalate.distress");
    case EscalationReason::HumanRequest:
        return QStringLiteral("escalate.human");
    case EscalationReason::LowConfidence:
    case EscalationReason::PoorAudio:
        return QStringLiteral("escalate.hearing");
    case EscalationReason::Confused:
        return QStringLiteral("escalate.patience");
    case EscalationReason::Language:
        return QStringLiteral("escalate.language");
    case EscalationReason::SystemFailure:
        return QStringLiteral("escalate.failure");
    default:
        return QStringLiteral("escalate.general");
    }
}

} // namespace

Safety::Decision strongDecision(EscalationReason reason, const QString &signal, double value, double threshold,
                                const QString &words)
{
    Evidence evidence;
    evidence.reason = reason;
    evidence.signal = signal;
    evidence.rule = signal;
    evidence.words = words;
    evidence.value = value;
    evidence.threshold = threshold;
    evidence.weight = 1.0;
    Safety::Decision decision;
    decision.reason = reason;
    decision.evidence = {evidence};
    decision.score = evidence.weight;
    return decision;
}

void handOver(Talk &talk, const Safety::Decision &decision, const QString &language)
{
    if (decision.emergency ? talk.emergencyHandled : talk.phase != TalkPhase::Conversing) {
        return;
    }
    if (decision.emergency) {
        talk.emergencyHandled = true;
        sayEmergency(talk, decision);
    } else {
        if (decision.reason == EscalationReason::Language && language == QLatin1String("es")) {
            talk.out.setLanguage(language);
        }
        talk.out.say(wordsFor(decision.reason));
    }
    leaveEscalationTasks(talk, decision);
    talk.phase = TalkPhase::Escalating;
    talk.pending = {};
    talk.out.add(Escalate{.reason = decision.reason,
                          .emergency = decision.emergency,
                          .evidence = decision.evidence,
                          .score = decision.score,
                          .turn = talk.turn});
}

} // namespace Frontdesk::Dialogue
