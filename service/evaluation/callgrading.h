#pragma once

#include "service/evaluation/calldriver.h"

namespace Frontdesk::Evaluation {

/// What was wrong with a played call, each in one line; empty: it passed.
struct CallGrade {
    QString id;
    QStringList faults;
    QStringList unchecked; ///< `must` and `must_not` that no program can check.
    [[nodiscard]] bool passed() const { return faults.isEmpty(); }
};

/// Holds a played call against what its script expects, and against what no call may ever do: claim a booking, ask for
/// what is known, ask the same in the same words more than twice, hand over without evidence.
[[nodiscard]] CallGrade gradeCall(const CallScript &script, const CallRun &run);

/// Whether a slot of a task is what the script expects.
[[nodiscard]] bool slotMatches(SlotName name, const QString &expected, const QString &actual, const ExpectedTask &task,
                               const QString &callerNumber);

} // namespace Frontdesk::Evaluation
