#pragma once

#include "service/safety/internal/token.h"

namespace Frontdesk::Safety {

/// Whether a turn affirms what was asked: "yes", "a little", "i think so".
[[nodiscard]] bool saysYes(const Tokens &tokens);

} // namespace Frontdesk::Safety
