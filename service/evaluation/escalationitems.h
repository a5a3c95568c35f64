#pragma once

#include "service/safety/assessment.h"
#include "shared/core/result.h"

#include <optional>
#include <set>
#include <vector>

namespace Frontdesk::Evaluation {

/// One labelled caller turn. A label that the file leaves out is not scored.
struct EscalationItem {
    QString id;
    QString previousAssistant;
    QString utterance;
    std::optional<Safety::Emergency> emergency;
    std::optional<Safety::MedicalRequest> medicalRequest;
    std::optional<bool> wantsHuman;
    std::optional<Safety::Distress> distress;
    Safety::RequiredAction expected = Safety::RequiredAction::Continue;
    std::set<Safety::RequiredAction> alsoOk; ///< Other actions that are not wrong.
    QString category;
    QString tier; ///< clear, implicit, borderline or empty.

    /// Whether an action is right or allowed.
    [[nodiscard]] bool accepts(Safety::RequiredAction action) const
    {
        return action == expected || alsoOk.count(action) > 0;
    }
};

/// Reads a tab-separated file whose first line names the columns; unknown columns are ignored. A label that is not one
/// of the known words is an error that names the line.
[[nodiscard]] Result<std::vector<EscalationItem>> readEscalationItems(const QString &path);

/// The same from text; `name` is used in errors.
[[nodiscard]] Result<std::vector<EscalationItem>> parseEscalationItems(const QString &text, const QString &name);

[[nodiscard]] QString actionName(Safety::RequiredAction action);

} // namespace Frontdesk::Evaluation
