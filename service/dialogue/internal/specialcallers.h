#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// Answers turns that are about the conversation itself, and ends calls that have no business here. True when that was
/// the whole answer; false when the turn also gave something to go on with.
[[nodiscard]] bool answerSpecialCaller(Talk &talk, const Heard &heard);

/// The line was quiet for the `count`th time in a row.
void answerSilence(Talk &talk, int count);

/// A complete keypad entry.
void answerKeys(Talk &talk, const QString &keys);

} // namespace Frontdesk::Dialogue
