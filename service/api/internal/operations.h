#pragma once

#include "service/api/apiroutes.h"

namespace Frontdesk::Api {

/// 400 or 415 for a body that is there and is not one JSON object.
[[nodiscard]] std::optional<Http::HttpResponse> refuseBody(const Http::HttpRequest &request);

// One file per resource; each lists what can be asked of it.
[[nodiscard]] std::vector<Operation> accountOperations(const QByteArray &sealingKey);
[[nodiscard]] std::vector<Operation> userOperations();
[[nodiscard]] std::vector<Operation> taskOperations();
[[nodiscard]] std::vector<Operation> approvalOperations();

} // namespace Frontdesk::Api
