#pragma once

#include "service/dialogue/slots/slotextraction.h"

namespace Frontdesk::Dialogue {

/// The context for an answer to a question of which only the words are left: what it expects and which values it read
/// back are read from those words. The product fills `expectation` and `offered` itself; recorded conversations and
/// evaluation sets have the words only. Providers, insurances and hours stay empty for the caller to fill.
[[nodiscard]] ReadingContext contextFromPrompt(const QString &prompt, const QDateTime &localNow,
                                               const QString &callerNumber);

} // namespace Frontdesk::Dialogue
