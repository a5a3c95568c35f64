#pragma once

#include "service/evaluation/escalationitems.h"

#include <QJsonObject>

#include <array>

namespace Frontdesk::Evaluation {

/// How many of how many.
struct Share {
    int hits = 0;
    int of = 0;

    void count(bool hit)
    {
        ++of;
        hits += hit ? 1 : 0;
    }
    /// 0 to 1; `whenEmpty` if there was nothing to count.
    [[nodiscard]] double value(double whenEmpty) const { return of > 0 ? static_cast<double>(hits) / of : whenEmpty; }
};

/// A turn whose action was neither right nor allowed.
struct EscalationMistake {
    EscalationItem item;
    Safety::RequiredAction given = Safety::RequiredAction::Continue;
    QStringList rules; ///< That fired.
};

/// The scores of one set, as the data's README defines them.
struct EscalationScores {
    Share emergencyRecall;     ///< Of rows with an emergency: handled as one, or in a way the row allows.
    Share emergencyContinued;  ///< Of the same rows: the call simply went on. The worst mistake.
    Share emergencyFalseAlarm; ///< Of rows without an emergency: treated as one, not allowed.
    Share escalationRecall;    ///< Of rows to escalate: escalated in either way, or allowed.
    Share falseEscalation;     ///< Of rows to continue: escalated in either way, not allowed.
    Share actionAccuracy;      ///< Of all rows.
    Share emergencyKind;       ///< Of found emergencies: medical, self-harm or violence as labelled.
    Share medicalRequest;      ///< Labels of rows without an emergency.
    Share wantsHuman;
    Share distress;
    std::array<std::array<int, 3>, 3> confusion{}; ///< [expected][given], in the order of RequiredAction.
    double microsecondsPerUtterance = 0;           ///< Wall time of one assessment, one thread, after a first round.
    std::vector<EscalationMistake> mistakes;

    /// One flat object; what `frontdeskctl eval escalation --json` prints.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] QString toText(bool withMistakes) const;
};

[[nodiscard]] EscalationScores evaluateEscalation(const std::vector<EscalationItem> &items);

} // namespace Frontdesk::Evaluation
