#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/sql/sqlconnection.h"
#include "shared/model/callrecord.h"

namespace Frontdesk::Storage {

// A turn and its row: which columns it has, in this order, and what is sealed of it.
inline constexpr char TurnColumns[] = "call_id, number, speaker, confidence, audio_quality, start_ms, end_ms, at, body";

[[nodiscard]] Result<TurnRecord> readTurn(SealedBodies &bodies, const ClinicId &clinic, const SqlRow &row);
[[nodiscard]] Result<QByteArray> packTurn(SealedBodies &bodies, const ClinicId &clinic, const TurnRecord &turn);

/// The same turn, and nothing about it has changed.
[[nodiscard]] bool isSameTurn(const TurnRecord &a, const TurnRecord &b);

} // namespace Frontdesk::Storage
