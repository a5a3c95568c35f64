#pragma once

#include "service/api/operation.h"
#include "service/api/taskrules.h"

namespace Frontdesk::Api {

/// How many doctors must approve this kind of request in the clinic that is asked about.
[[nodiscard]] Result<Signatures> signaturesFor(ApiCall &call, RequestType type);

} // namespace Frontdesk::Api
