#pragma once

#include "service/dialogue/events.h"
#include "service/evaluation/callscript.h"

namespace Frontdesk::Evaluation {

/// One line of a played call.
struct SpokenLine {
    bool byCaller = false;
    int callerTurn = 0; ///< Script turn it belongs to or follows; 0: the opening.
    QString text;
    QString phraseId; ///< Assistant only.
    bool mustBeHeard = false;
};

/// Everything that happened in a played call.
struct CallRun {
    Dialogue::CallBriefing briefing;
    std::vector<Dialogue::Event> events;
    std::vector<Dialogue::Actions> actions; ///< One entry an event.
    std::vector<SpokenLine> lines;
    std::map<int, Dialogue::SubmitTask> tasks; ///< By key: the last text of each.
    std::optional<Dialogue::Escalate> escalation;
    std::optional<Dialogue::EndCall> ending;
    int endedAtTurn = 0; ///< Script turn after which the call was handed over or ended.

    /// completed, partial, escalated, emergency_escalated, failover, no_task, or `unfinished`.
    [[nodiscard]] QString outcome() const;
    /// Of the escalation or the ending.
    [[nodiscard]] QString reason() const;
};

/// A clinic that says as little as possible about itself, so that scripts do not depend on it. Its provider names are
/// those of the scripts. Fields of `overrides` replace its own.
[[nodiscard]] ClinicProfile scriptClinic(const CallScript &script);

/// Plays a script against a conversation by the data's own driver rules. Deterministic.
[[nodiscard]] CallRun playCall(const CallScript &script, const ClinicProfile &clinic);

} // namespace Frontdesk::Evaluation
