#pragma once

#include "service/api/gate.h"
#include "service/live/livehub.h"
#include "shared/core/clock.h"

namespace Frontdesk::Api {

/// `ws /api/v1/live[?after=SEQUENCE]`: what a clinic's people see without asking; docs/api.md has the messages.
///
/// Who may read tasks and calls may watch. The access token comes in the request's Authorization header; when it ends the
/// socket is closed with 4401, and the desktop comes back with a fresh token and the sequence it saw last.
class LiveSocket {
public:
    /// All must outlive the server this is added to.
    LiveSocket(const Gate &gate, Live::LiveHub &hub, AuditTrail &trail, const Clock &clock);

    void addTo(Http::Router &router) const;

    static constexpr char Path[] = "/api/v1/live";

private:
    [[nodiscard]] std::variant<Ticket, Gate::Refusal> look(const Http::HttpRequest &request) const;
    [[nodiscard]] Live::Watcher watcherFor(const Ticket &ticket, const Http::HttpRequest &request) const;

    const Gate &m_gate;
    Live::LiveHub &m_hub;
    AuditTrail &m_trail;
    const Clock &m_clock;
};

} // namespace Frontdesk::Api
