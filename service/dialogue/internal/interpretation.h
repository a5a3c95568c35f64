#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// A value with the words it was said in.
[[nodiscard]] SlotValue spokenValue(const QString &value, const QString &saidAs);

/// Takes what the words alone gave for what it means at this point of the call: an answer to the pending question, a
/// wish that goes without saying, a change of the appointment in hand.
void interpret(const Talk &talk, Heard &heard);

} // namespace Frontdesk::Dialogue
