#pragma once

#include "service/dialogue/events.h"
#include "service/dialogue/slots/slotextraction.h"

namespace Frontdesk::Dialogue {

/// Gives a value that was read from `transcript` how sure the recognizer was of exactly its words (0 to 1), and when they
/// were said. Where they are not found among the words, the whole utterance counts.
void locate(SlotName name, SlotValue &value, const Flow::Transcript &transcript);

} // namespace Frontdesk::Dialogue
