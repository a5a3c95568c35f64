#pragma once

#include "service/dialogue/internal/talk.h"

namespace Frontdesk::Dialogue {

/// Behind the greeting: what the caller must hear about being recorded. Where the law wants nothing heard, recording may
/// begin at once.
void openRecording(Talk &talk);

/// The caller has heard this in full.
void noteRecordingHeard(Talk &talk, const Say &heard);

/// Heeds what the caller says about being recorded, in any phase of the call, and takes it out of `spoken`. True: nothing
/// else was said, and it has been answered.
[[nodiscard]] bool heedRecordingWish(Talk &talk, CallerSpoke &spoken);

} // namespace Frontdesk::Dialogue
