#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// Whether the turn moved the call on, or was at least something we know how to take. Patience with the same kind of turn
/// ends: after some stories or "one moment"s it counts as not understood.
[[nodiscard]] bool isUnderstood(const Talk &talk, const Heard &heard);

/// Callers who want nothing of the clinic.
[[nodiscard]] bool hasNoBusiness(SpecialTurn special);

} // namespace Frontdesk::Dialogue
