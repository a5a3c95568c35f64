#pragma once

#include "service/dialogue/events.h"
#include "shared/core/result.h"

#include <vector>

namespace Frontdesk::Evaluation {

/// A call as it happened: what was known and what was heard, in order.
struct StoredCall {
    QString id; ///< Call or script id; never patient data.
    Dialogue::CallBriefing briefing;
    std::vector<Dialogue::Event> events;
};

/// Where past calls come from: scripts, or the database.
class StoredCalls {
public:
    virtual ~StoredCalls() = default;
    /// The next call; nothing at the end.
    [[nodiscard]] virtual std::optional<StoredCall> next() = 0;
};

/// How a call was handed over, if it was.
struct ReplayedEnd {
    bool escalated = false;
    bool emergency = false;
    EscalationReason reason = EscalationReason::NotUnderstood;
    int turn = 0;

    friend bool operator==(const ReplayedEnd &, const ReplayedEnd &) = default;
};

struct ChangedCall {
    QString id;
    ReplayedEnd before;
    ReplayedEnd after;
};

/// What other thresholds would have done to past calls.
struct Calibration {
    int calls = 0;
    int escalatedBefore = 0;
    int escalatedAfter = 0;
    int emergenciesLost = 0; ///< Emergencies that would no longer be handed over as such. Must stay 0.
    std::vector<ChangedCall> changed;
};

/// Replays one call under the given thresholds, up to the hand-over or the end of its events. After the first
/// difference the caller of the stored call may have said other things; what follows is an estimate.
[[nodiscard]] ReplayedEnd replay(const StoredCall &call, const EscalationThresholds &thresholds);

/// Replays every call under its own thresholds and under `changed`.
[[nodiscard]] Calibration calibrate(StoredCalls &calls, const std::vector<std::pair<QString, double>> &changes);

/// Sets one threshold by its stored name, such as `transcript_confidence`; an unknown name is an error that lists them.
[[nodiscard]] Result<void> setThreshold(EscalationThresholds &thresholds, const QString &name, double value);

} // namespace Frontdesk::Evaluation
