#pragma once

#include "shared/core/result.h"
#include "shared/model/callrecord.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Frontdesk {

/// `[{"text", "confidence", "start_ms", "end_ms"}, ...]` in the given order.
[[nodiscard]] QJsonArray wordsToJson(const std::vector<SpokenWord> &words);
/// Missing fields keep their defaults. InvalidInput: an entry that is no object.
[[nodiscard]] Result<std::vector<SpokenWord>> wordsFromJson(const QJsonArray &json);

/// `call_id`, `clinic_id`, `network_call_id`, `caller_number`, `phase`, `outcome`, `started_at`, `ended_at` (null while
/// running).
[[nodiscard]] QJsonObject callToJson(const CallRecord &call);

/// `number`, `speaker`, `text`, `heard_text`, `confidence`, `audio_quality`, `start_ms`, `end_ms`, `at`, `words`.
[[nodiscard]] QJsonObject turnToJson(const TurnRecord &turn);

} // namespace Frontdesk
