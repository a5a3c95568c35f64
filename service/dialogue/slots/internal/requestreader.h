#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "service/flow/expectation.h"
#include "shared/model/requesttype.h"

namespace Frontdesk::Dialogue {

/// What the caller asks for, in the order it was said. Words already claimed (a name, a number) do not count.
[[nodiscard]] std::vector<RequestType> readRequests(const SpokenText &text, const Claims &claims,
                                                    Flow::Expectation expectation, bool namesPlan);

} // namespace Frontdesk::Dialogue
