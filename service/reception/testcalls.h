#pragma once

#include "service/http/router.h"
#include "service/reception/testline.h"

namespace Frontdesk::Reception {

/// Where people at a clinic call their own assistant: a ticket from the API opens one media socket, within a minute.
/// Safe from any thread; outlives the router.
class TestCalls {
public:
    explicit TestCalls(TestLine::Context context);

    struct Ticket {
        QString callId; ///< What the stream's `start` must name.
        QString token;  ///< Its custom parameter `token`.
    };
    [[nodiscard]] Ticket issue(const ClinicId &clinic) const;

    void addTo(Http::Router &router) const;

    static constexpr char MediaPath[] = "/api/v1/calls/test/media";

private:
    TestLine::Context m_context;
};

} // namespace Frontdesk::Reception
