#pragma once

#include "shared/core/clock.h"
#include "shared/model/escalation.h"

#include <QString>

#include <map>
#include <mutex>

namespace Frontdesk::Reception {

/// What has happened on the phone since the service started, for metrics: numbers, and words of ours as their names;
/// nothing of a caller or a clinic. Safe from any thread.
class CallCounts {
public:
    struct Figures {
        quint64 began = 0;
        std::map<QString, quint64> ended;       ///< By outcome.
        std::map<QString, quint64> escalations; ///< By reason.
        quint64 callerTurns = 0;
        quint64 assistantTurns = 0;
        quint64 tasks = 0;
        quint64 askedAheadUsed = 0;    ///< Questions to the model that were asked early and saved time.
        quint64 askedAheadDropped = 0; ///< ... that the caller's further words made void.
        quint64 replies = 0;
        Milliseconds replyTime{0}; ///< Of all replies together: from the caller's last sound to our first.
    };

    void callBegan();
    void callEnded(const QString &outcome);
    void escalated(EscalationReason reason);
    void turnTaken(bool byCaller);
    void taskLeft();
    void askedAhead(bool used);
    void replied(Milliseconds after);

    [[nodiscard]] Figures figures() const;

private:
    mutable std::mutex m_mutex;
    Figures m_figures;
};

} // namespace Frontdesk::Reception
