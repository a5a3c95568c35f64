#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// What the reader heard and safety did not is medical all the same: nobody but staff answers it.
void raiseMedicalWishes(Heard &heard);

/// What safety heard and the reader did not becomes a request too, so that its task goes to the doctor's queue.
void addMedicalRequests(Heard &heard);

} // namespace Frontdesk::Dialogue
