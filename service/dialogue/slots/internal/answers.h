#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "service/dialogue/slots/slotextraction.h"

namespace Frontdesk::Dialogue {

/// Agreement or refusal, however worded: "yep that's right", "uh huh", "that's wrong".
[[nodiscard]] Answer readAnswer(const SpokenText &text);

/// What the caller calls wrong: "the number is wrong", "yes but that's not my name".
[[nodiscard]] std::optional<SlotName> disputedIn(const SpokenText &text);

} // namespace Frontdesk::Dialogue
