#pragma once

#include "service/http/httpresponse.h"

#include <functional>
#include <memory>

namespace Frontdesk::Http {

/// The right to answer one request, once. Copies share it; they may go to other threads and answer from there.
///
/// Only the first answer counts. When the last copy dies unanswered the client gets 500, so no request can hang on a
/// forgotten path. When the client has left, the answer is dropped.
class HttpResponder {
public:
    using Deliver = std::function<void(HttpResponse &&)>;

    /// `deliver` is called at most once, on whichever thread answers; the server's own posts to the connection.
    explicit HttpResponder(Deliver deliver);

    void send(HttpResponse response) const;
    [[nodiscard]] bool answered() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace Frontdesk::Http
