#pragma once

#include "service/http/httpresponder.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Frontdesk::Sockets {
class WebSocket;
}

namespace Frontdesk::Http {

/// Runs on the connection's worker thread and must not block it: slow work goes elsewhere and answers later through
/// the responder. A handler that throws is answered with 500.
using HttpHandler = std::function<void(const HttpRequest &, HttpResponder)>;

struct RouteOptions {
    qint64 bodyLimitBytes = qint64{1} << 20;
};

/// What happens to an upgrade. Both run on the worker thread that will own the socket.
struct WebSocketRoute {
    /// Asked before the 101: an answer refuses the upgrade and is sent instead. May be empty: everybody may enter.
    std::function<std::optional<HttpResponse>(const HttpRequest &)> guard;

    /// Receives the open socket. It never leaves this thread, and dies before the thread does: owners on a worker
    /// thread connect QThread::finished of QThread::currentThread() to their own deleteLater.
    std::function<void(std::unique_ptr<Sockets::WebSocket>, HttpRequest)> accept;

    quint64 maxMessageBytes = quint64{64} << 10;
};

/// Which handler a request belongs to. Filled before the server starts, then only read, from all worker threads.
///
/// Patterns are absolute paths whose segments are literal or one `{name}`, as in `/api/v1/tasks/{id}`. A literal
/// segment wins over a name. A trailing slash counts. HEAD is answered by the GET route.
class Router {
public:
    void add(Method method, const QString &pattern, HttpHandler handler, RouteOptions options = {});
    void addWebSocket(const QString &pattern, WebSocketRoute route);

    struct Match {
        const HttpHandler *handler = nullptr;
        const WebSocketRoute *webSocket = nullptr; ///< For a GET that asks for the upgrade.
        QString pattern;                           ///< Of the handler: what a log may name.
        RouteOptions options;
        std::vector<NamedText> parameters;
        std::vector<Method> allowed; ///< What this path takes; empty: nothing has this path.
    };

    [[nodiscard]] Match match(Method method, const std::vector<QString> &segments) const;

private:
    struct Route {
        QString pattern;
        std::vector<QString> segments;
        Method method = Method::Get;
        HttpHandler handler;
        std::optional<WebSocketRoute> webSocket;
        RouteOptions options;
    };

    [[nodiscard]] static bool fits(const Route &route, const std::vector<QString> &segments);
    [[nodiscard]] static bool isMoreLiteral(const Route &a, const Route &b);

    std::vector<Route> m_routes;
};

} // namespace Frontdesk::Http
