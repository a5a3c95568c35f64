#pragma once

#include "shared/core/result.h"
#include "shared/model/escalation.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Frontdesk {

/// `[{"reason", "signal", "rule", "words", "value", "threshold", "weight"}, ...]` in the given order.
[[nodiscard]] QJsonArray evidenceToJson(const std::vector<Evidence> &evidence);

/// Missing fields keep their defaults. InvalidInput: an entry that is no object or has an unknown reason.
[[nodiscard]] Result<std::vector<Evidence>> evidenceFromJson(const QJsonArray &json);

/// The whole decision: `id`, `call_id`, `reason`, `score`, `thresholds_version`, `turn`, `decided_at`, `evidence`.
[[nodiscard]] QJsonObject escalationToJson(const EscalationRecord &escalation);

} // namespace Frontdesk
