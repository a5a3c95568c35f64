#pragma once

#include "service/storage/store.h"

#include <QJsonObject>

#include <functional>

namespace Frontdesk::Api {

/// A call as lists and the live socket show it: `id`, `caller_number`, `patient_name`, `phase`, `outcome`, `started_at`,
/// `ended_at`, `duration_ms`, `has_recording`, `escalation_reason`, `task_ids`. Thread: the database's.
[[nodiscard]] Result<QJsonObject> callSummary(Storage::Store &store, const CallRecord &call);

/// How the caller stood to being recorded: `state`, `at` and the `words` that were heard or said; null where nothing was to
/// be recorded. Thread: the database's.
[[nodiscard]] Result<QJsonValue> consentJson(Storage::Store &store, const CallRecord &call);

/// An escalation with who called and what they said last; `person` gives `{id, name}`. Thread: the database's.
[[nodiscard]] Result<QJsonObject> escalationSummary(Storage::Store &store, const EscalationRecord &escalation,
                                                    const std::function<QJsonValue(const UserId &)> &person);

/// One turn: `number`, `speaker`, `text`, `heard_text`, `confidence`, `audio_quality`, `start_ms`, `end_ms`, `words`, `at`.
[[nodiscard]] QJsonObject turnJson(const TurnRecord &turn);

} // namespace Frontdesk::Api
