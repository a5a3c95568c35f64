#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

/// "No wait", "no sorry", "I mean", "scratch that", "actually": what follows replaces what stood before.
[[nodiscard]] std::vector<WordSpan> correctionsIn(const SpokenText &text);

/// Of values at `spans` (in order), the first that still stands: those before a correction fall when a value follows it
/// closely.
[[nodiscard]] size_t firstStanding(const std::vector<WordSpan> &spans, const std::vector<WordSpan> &corrections);

} // namespace Frontdesk::Dialogue
