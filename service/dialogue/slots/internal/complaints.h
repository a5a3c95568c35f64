#pragma once

#include "service/dialogue/slots/internal/phrase.h"

namespace Frontdesk::Dialogue {

/// Where a trouble is told as such ("my ankle's stiff", "she's got trouble with her balance"), without the words that
/// only lead to it. The clause may go on behind the span. Empty: none is told at word `from` or later.
[[nodiscard]] WordSpan complaintIn(const SpokenText &text, int from);

/// A word for a part of the body, a symptom or an illness.
[[nodiscard]] bool isMedicalWord(const QString &word);

} // namespace Frontdesk::Dialogue
