#include "service/api/livesocket.h"

#include "service/sockets/websocket.h"

namespace Frontdesk::Api {

LiveSocket::LiveSocket(const Gate &gate, Live::LiveHub &hub, AuditTrail &trail, const Clock &clock)
    : m_gate(gate)
    , m_hub(hub)
    , m_trail(trail)
    , m_clock(clock)
{}

void LiveSocket::addTo(Http::Router &router) const
{
    Http::WebSocketRoute route;
    route.guard = [this](const Http::HttpRequest &request) -> std::optional<Http::HttpResponse> {
        const auto looked = look(request);
        const auto *refusal = std::get_if<Gate::Refusal>(&looked);
        return refusal != nullptr ? std::optional(*refusal) : std::nullopt;
    };
    route.accept = [this](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &request) {
        const auto looked = look(request);
        if (const auto *ticket = std::get_if<Ticket>(&looked)) {
            m_hub.adopt(std::move(socket), watcherFor(*ticket, request));
        }
    };
    router.addWebSocket(QLatin1String(Path), route);
}

std::variant<Ticket, Gate::Refusal> LiveSocket::look(const Http::HttpRequest &request) const
{
    auto tasks = m_gate.look(request, Identity::Permission::ReadTasks, m_clock.utcNow());
    return std::holds_alternative<Ticket>(tasks)
               ? m_gate.look(request, Identity::Permission::ReadCalls, m_clock.utcNow())
               : tasks;
}

Live::Watcher LiveSocket::watcherFor(const Ticket &ticket, const Http::HttpRequest &request) const
{
    Live::Watcher watcher;
    watcher.clinic = ticket.glassClinic.isEmpty() ? ticket.claims.clinic : ticket.glassClinic;
    watcher.tokenLife = Milliseconds(std::max<qint64>(0, m_clock.utcNow().msecsTo(ticket.claims.expiresAt)));
    if (const auto after = request.queryValue(u"after")) {
        bool isNumber = false;
        const qint64 sequence = after->toLongLong(&isNumber);
        watcher.after = isNumber ? std::optional(sequence) : std::nullopt;
    }
    watcher.enter = [this, ticket, request](Storage::Store &store) -> Result<void> {
        const QDateTime now = m_clock.utcNow();
        const auto entered = Gate::enter(ticket, request, store, now);
        if (std::holds_alternative<Gate::Refusal>(entered)) {
            return Error{ErrorCode::Refused, QStringLiteral("The session is over.")};
        }
        const Actor actor = std::get<Caller>(entered).actor();
        return m_trail.record(store, actor, QStringLiteral("live.opened"),
                              {QStringLiteral("clinic"), actor.clinic.text()}, {}, now);
    };
    return watcher;
}

} // namespace Frontdesk::Api
