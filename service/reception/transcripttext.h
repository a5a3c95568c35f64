#pragma once

#include "shared/model/callrecord.h"

#include <vector>

namespace Frontdesk::Reception {

/// The conversation for people to read: one line a turn, `Assistant:` or `Caller:` first, only what was really heard.
/// Patient data.
[[nodiscard]] QString transcriptText(const std::vector<TurnRecord> &turns);

} // namespace Frontdesk::Reception
