#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// The opening: who answers, the emergency sentence, the clinic's consent text, and how we can help.
void greet(Talk &talk);

/// Answers a caller turn that is not handed over.
void reply(Talk &talk, const Heard &heard);

/// The next thing to ask; or, when nothing is missing, leaves the tasks and says so.
void carryOn(Talk &talk);

/// Says the pending question again, in other words.
void askPendingAgain(Talk &talk, bool counts);

} // namespace Frontdesk::Dialogue
