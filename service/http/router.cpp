#include "service/http/router.h"

namespace Frontdesk::Http {

namespace {

bool isName(QStringView segment)
{
    return segment.size() > 2 && segment.startsWith(u'{') && segment.endsWith(u'}');
}

std::vector<QString> patternSegments(const QString &pattern)
{
    Q_ASSERT_X(pattern.startsWith(u'/'), "Router", "a pattern is an absolute path");
    const QStringList parts = pattern.mid(1).split(u'/');
    return {parts.begin(), parts.end()};
}

} // namespace

void Router::add(Method method, const QString &pattern, HttpHandler handler, RouteOptions options)
{
    m_routes.push_back({pattern, patternSegments(pattern), method, std::move(handler), {}, options});
}

void Router::addWebSocket(const QString &pattern, WebSocketRoute route)
{
    m_routes.push_back({pattern, patternSegments(pattern), Method::Get, {}, std::move(route), {}});
}

bool Router::fits(const Route &route, const std::vector<QString> &segments)
{
    return std::equal(route.segments.begin(), route.segments.end(), segments.begin(), segments.end(),
                      [](const QString &pattern, const QString &actual) {
                          return isName(pattern) ? !actual.isEmpty() : pattern == actual;
                      });
}

bool Router::isMoreLiteral(const Route &a, const Route &b)
{
    for (size_t i = 0; i < a.segments.size(); ++i) {
        if (isName(a.segments[i]) != isName(b.segments[i])) {
            return isName(b.segments[i]);
        }
    }
    return false;
}

Router::Match Router::match(Method method, const std::vector<QString> &segments) const
{
    const Method wanted = method == Method::Head ? Method::Get : method;
    Match match;
    const Route *handlerRoute = nullptr;
    const Route *webSocketRoute = nullptr;
    for (const Route &route : m_routes) {
        if (!fits(route, segments)) {
            continue;
        }
        if (std::find(match.allowed.begin(), match.allowed.end(), route.method) == match.allowed.end()) {
            match.allowed.push_back(route.method);
        }
        const Route *&best = route.webSocket ? webSocketRoute : handlerRoute;
        if (route.method == wanted && (!best || isMoreLiteral(route, *best))) {
            best = &route;
        }
    }
    const Route *best = handlerRoute ? handlerRoute : webSocketRoute;
    if (!best) {
        return match;
    }
    for (size_t i = 0; i < segments.size(); ++i) {
        if (isName(best->segments[i])) {
            match.parameters.push_back({best->segments[i].mid(1, best->segments[i].size() - 2), segments[i]});
        }
    }
    match.handler = handlerRoute ? &handlerRoute->handler : nullptr;
    match.webSocket = webSocketRoute ? &*webSocketRoute->webSocket : nullptr;
    match.pattern = best->pattern;
    match.options = best->options;
    return match;
}

} // namespace Frontdesk::Http
