#pragma once

#include "service/safety/internal/token.h"

namespace Frontdesk::Safety {

/// Puts spoken numbers together in place: "a hundred and three point five" becomes 103.5, "one oh two" 102, "two twenty"
/// 220, "twenty nineteen" 2019, "nine one one" 911. Longer rows of single digits (phone numbers) stay as they are.
void joinNumbers(Tokens &tokens);

} // namespace Frontdesk::Safety
