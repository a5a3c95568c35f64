#pragma once

#include "service/http/httpresponse.h"

namespace Frontdesk::Http {

struct ResponseContext {
    bool keepAlive = true;
    bool overTls = false;
    bool headOnly = false; ///< The request was HEAD: say the length, send no body.
};

/// The whole answer as bytes, with the headers that are the server's to set.
[[nodiscard]] QByteArray writeResponse(const HttpResponse &response, const ResponseContext &context);

} // namespace Frontdesk::Http
