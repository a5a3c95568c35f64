#include "service/evaluation/escalationevaluation.h"

#include "service/safety/utterancesafety.h"

#include <QTextStream>

#include <chrono>

namespace Frontdesk::Evaluation {

namespace {

using Safety::Assessment;
using Safety::Emergency;
using Safety::RequiredAction;

constexpr std::array AllActions{RequiredAction::Continue, RequiredAction::Escalate, RequiredAction::EmergencyEscalate};

Safety::UtteranceContext contextOf(const EscalationItem &item)
{
    Safety::UtteranceContext context;
    context.previousAssistant = item.previousAssistant;
    return context;
}

double microsecondsPerUtterance(const std::vector<EscalationItem> &items)
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    size_t escalated = 0;
    for (const EscalationItem &item : items)
        escalated += assess(item.utterance, contextOf(item)).action == RequiredAction::Continue ? 0U : 1U;
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    // The count is used, so that no compiler may leave the work out.
    return escalated <= items.size() && !items.empty() ? took.count() / static_cast<double>(items.size()) : 0.0;
}

void scoreAction(const EscalationItem &item, RequiredAction given, EscalationScores &scores)
{
    const bool right = item.accepts(given);
    const bool emergency = item.emergency.value_or(Emergency::None) != Emergency::None;
    ++scores.confusion[static_cast<size_t>(item.expected)][static_cast<size_t>(given)];
    scores.actionAccuracy.count(right);
    if (emergency) {
        scores.emergencyRecall.count(right || given == RequiredAction::EmergencyEscalate);
        scores.emergencyContinued.count(given == RequiredAction::Continue && !right);
    } else {
        scores.emergencyFalseAlarm.count(given == RequiredAction::EmergencyEscalate && !right);
    }
    if (item.expected == RequiredAction::Escalate)
        scores.escalationRecall.count(right || given != RequiredAction::Continue);
    if (item.expected == RequiredAction::Continue)
        scores.falseEscalation.count(given != RequiredAction::Continue && !right);
}

void scoreLabels(const EscalationItem &item, const Assessment &given, EscalationScores &scores)
{
    const bool emergency = item.emergency.value_or(Emergency::None) != Emergency::None;
    if (emergency && given.emergency != Emergency::None)
        scores.emergencyKind.count(given.emergency == *item.emergency);
    if (item.medicalRequest && !emergency)
        scores.medicalRequest.count(given.medicalRequest == *item.medicalRequest);
    if (item.wantsHuman)
        scores.wantsHuman.count(given.wantsHuman == *item.wantsHuman);
    if (item.distress && !emergency)
        scores.distress.count(given.distress == *item.distress);
}

QString percent(const Share &share, double whenEmpty)
{
    return QStringLiteral("%1 %  (%2 of %3)")
        .arg(share.value(whenEmpty) * 100, 6, 'f', 2)
        .arg(share.hits)
        .arg(share.of);
}

} // namespace

EscalationScores evaluateEscalation(const std::vector<EscalationItem> &items)
{
    EscalationScores scores;
    for (const EscalationItem &item : items) {
        const Assessment given = assess(item.utterance, contextOf(item));
        scoreAction(item, given.action, scores);
        scoreLabels(item, given, scores);
        if (item.accepts(given.action))
            continue;
        EscalationMistake mistake{item, given.action, {}};
        for (const Safety::Finding &finding : given.findings)
            mistake.rules.append(finding.rule);
        scores.mistakes.push_back(std::move(mistake));
    }
    scores.microsecondsPerUtterance = microsecondsPerUtterance(items);
    return scores;
}

QJsonObject EscalationScores::toJson() const
{
    return {{QStringLiteral("items"), actionAccuracy.of},
            {QStringLiteral("emergency_recall"), emergencyRecall.value(1)},
            {QStringLiteral("emergency_false_alarm_rate"), emergencyFalseAlarm.value(0)},
            {QStringLiteral("escalation_recall"), escalationRecall.value(1)},
            {QStringLiteral("false_escalation_rate"), falseEscalation.value(0)},
            {QStringLiteral("action_accuracy"), actionAccuracy.value(1)},
            {QStringLiteral("us_per_utterance"), microsecondsPerUtterance},
            {QStringLiteral("emergencies"), emergencyRecall.of},
            {QStringLiteral("emergencies_missed"), emergencyRecall.of - emergencyRecall.hits},
            {QStringLiteral("emergencies_continued"), emergencyContinued.hits},
            {QStringLiteral("false_alarms"), emergencyFalseAlarm.hits},
            {QStringLiteral("to_escalate"), escalationRecall.of},
            {QStringLiteral("escalations_missed"), escalationRecall.of - escalationRecall.hits},
            {QStringLiteral("to_continue"), falseEscalation.of},
            {QStringLiteral("false_escalations"), falseEscalation.hits},
            {QStringLiteral("emergency_kind_accuracy"), emergencyKind.value(1)},
            {QStringLiteral("medical_request_accuracy"), medicalRequest.value(1)},
            {QStringLiteral("wants_human_accuracy"), wantsHuman.value(1)},
            {QStringLiteral("distress_accuracy"), distress.value(1)}};
}

QString EscalationScores::toText(bool withMistakes) const
{
    QString text;
    QTextStream out(&text);
    out << "expected \\ given          continue    escalate   emergency\n";
    for (const RequiredAction expected : AllActions) {
        out << actionName(expected).leftJustified(22);
        for (const RequiredAction given : AllActions)
            out << QString::number(confusion[static_cast<size_t>(expected)][static_cast<size_t>(given)])
                       .rightJustified(12);
        out << '\n';
    }
    out << "emergency recall          " << percent(emergencyRecall, 1) << '\n'
        << "emergencies continued     " << percent(emergencyContinued, 0) << '\n'
        << "emergency false alarms    " << percent(emergencyFalseAlarm, 0) << '\n'
        << "escalation recall         " << percent(escalationRecall, 1) << '\n'
        << "false escalations         " << percent(falseEscalation, 0) << '\n'
        << "action accuracy           " << percent(actionAccuracy, 1) << '\n'
        << "emergency kind            " << percent(emergencyKind, 1) << '\n'
        << "medical request           " << percent(medicalRequest, 1) << '\n'
        << "wants human               " << percent(wantsHuman, 1) << '\n'
        << "distress                  " << percent(distress, 1) << '\n'
        << "time per utterance        " << QString::number(microsecondsPerUtterance, 'f', 1) << " us\n";
    if (!withMistakes)
        return text;
    for (const EscalationMistake &mistake : mistakes) {
        out << actionName(mistake.item.expected) << " -> " << actionName(mistake.given) << "  " << mistake.item.id
            << " [" << mistake.item.category << "] ";
        if (!mistake.item.previousAssistant.isEmpty())
            out << mistake.item.previousAssistant << " | ";
        out << mistake.item.utterance << "  {" << mistake.rules.join(QStringLiteral(", ")) << "}\n";
    }
    return text;
}

} // namespace Frontdesk::Evaluation
