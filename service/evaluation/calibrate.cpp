#include "service/evaluation/calibrate.h"

#include "service/dialogue/conversation.h"

#include <map>

namespace Frontdesk::Evaluation {

namespace {

using Setter = void (*)(EscalationThresholds &, double);

const std::map<QString, Setter> &setters()
{
    static const std::map<QString, Setter> all{
        {QStringLiteral("transcript_confidence"),
         [](EscalationThresholds &t, double v) { t.transcriptConfidence = v; }},
        {QStringLiteral("audio_quality"), [](EscalationThresholds &t, double v) { t.audioQuality = v; }},
        {QStringLiteral("sentiment"), [](EscalationThresholds &t, double v) { t.sentiment = v; }},
        {QStringLiteral("clarifying_questions"),
         [](EscalationThresholds &t, double v) { t.clarifyingQuestions = static_cast<int>(v); }},
        {QStringLiteral("call_seconds"),
         [](EscalationThresholds &t, double v) { t.callSeconds = static_cast<int>(v); }},
        {QStringLiteral("confused_seconds"),
         [](EscalationThresholds &t, double v) { t.confusedSeconds = static_cast<int>(v); }},
        {QStringLiteral("flags_to_escalate"), [](EscalationThresholds &t, double v) { t.flagsToEscalate = v; }}};
    return all;
}

} // namespace

Result<void> setThreshold(EscalationThresholds &thresholds, const QString &name, double value)
{
    const auto setter = setters().find(name);
    if (setter == setters().end()) {
        QStringList names;
        for (const auto &entry : setters()) {
            names << entry.first;
        }
        return Error{
            ErrorCode::InvalidInput,
            QStringLiteral("There is no threshold \"%1\"; there are %2.").arg(name, names.join(QStringLiteral(", ")))};
    }
    setter->second(thresholds, value);
    return {};
}

ReplayedEnd replay(const StoredCall &call, const EscalationThresholds &thresholds)
{
    Dialogue::CallBriefing briefing = call.briefing;
    briefing.clinic.thresholds = thresholds;
    Dialogue::Conversation conversation(briefing);
    ReplayedEnd end;
    for (const Dialogue::Event &event : call.events) {
        for (const Dialogue::Action &action : conversation.handle(event)) {
            const auto *escalation = std::get_if<Dialogue::Escalate>(&action);
            if (escalation != nullptr && (!end.escalated || escalation->emergency)) {
                end = {true, escalation->emergency, escalation->reason, escalation->turn};
            }
        }
    }
    return end;
}

Calibration calibrate(StoredCalls &calls, const std::vector<std::pair<QString, double>> &changes)
{
    Calibration result;
    while (const auto call = calls.next()) {
        EscalationThresholds thresholds = call->briefing.clinic.thresholds;
        for (const auto &[name, value] : changes) {
            const auto set = setThreshold(thresholds, name, value);
            Q_ASSERT(set.ok()); // Names are checked where they come in.
        }
        const ReplayedEnd before = replay(*call, call->briefing.clinic.thresholds);
        const ReplayedEnd after = replay(*call, thresholds);
        ++result.calls;
        result.escalatedBefore += before.escalated ? 1 : 0;
        result.escalatedAfter += after.escalated ? 1 : 0;
        result.emergenciesLost += before.emergency && !after.emergency ? 1 : 0;
        if (before != after) {
            result.changed.push_back({call->id, before, after});
        }
    }
    return result;
}

} // namespace Frontdesk::Evaluation
