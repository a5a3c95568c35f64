#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

/// Words about what is arranged already, is past, or is about something else than the visit wished for ("my appointment
/// on Friday", "born March second", "reach me after three"): their days and times are no wishes.
[[nodiscard]] std::vector<WordSpan> settledWords(const SpokenText &text);

/// Whether the turn changes, cancels or asks after an existing appointment.
[[nodiscard]] bool speaksOfExisting(const SpokenText &text);

[[nodiscard]] bool meetsAny(const std::vector<WordSpan> &spans, WordSpan span);

} // namespace Frontdesk::Dialogue
