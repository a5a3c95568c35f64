#pragma once

#include "shared/core/result.h"
#include "shared/model/slots.h"

#include <QJsonObject>

namespace Frontdesk {

/// `{"patient_name": {"value", "said_as", "confidence", "turn", "from_ms", "to_ms", "confirmed"}, ...}`.
[[nodiscard]] QJsonObject slotsToJson(const SlotMap &slotValues);

/// Missing fields keep their defaults. InvalidInput: an unknown slot, or one that is no object.
[[nodiscard]] Result<SlotMap> slotsFromJson(const QJsonObject &json);

} // namespace Frontdesk
