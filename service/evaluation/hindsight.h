#pragma once

#include "service/storage/store.h"

#include <QJsonObject>

namespace Frontdesk::Evaluation {

/// What other thresholds would have done to a clinic's calls that began in [from, until): `calls`, `escalated_before`,
/// `escalated_after`, `emergencies_lost`, `unreadable`, and `changed` calls with `call_id`, `before` and `after` (a reason,
/// or null). Looks at the newest `MostCalls` at most. InvalidInput: a threshold that there is not. Thread: the database's.
[[nodiscard]] Result<QJsonObject> previewThresholds(Storage::Store &store, const ClinicId &clinic,
                                                    const std::vector<std::pair<QString, double>> &changes,
                                                    const QDateTime &from, const QDateTime &until);

/// Calls that began in [from, until) and that this program, hearing the same words, would hand over as an emergency, but
/// that were not: `calls` that were looked at, `unreadable`, and `items` with `call_id`, `started_at`, `outcome` and
/// `reason`, for people to review. Looks at the newest `MostCalls` at most. Thread: the database's.
[[nodiscard]] Result<QJsonObject> missedEmergencies(Storage::Store &store, const ClinicId &clinic,
                                                    const QDateTime &from, const QDateTime &until);

inline constexpr int MostCalls = 500;

} // namespace Frontdesk::Evaluation
