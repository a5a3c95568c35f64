#include "tests/unit/service/http/testserver.h"

namespace Frontdesk::Tests {

std::unique_ptr<Http::HttpServer> serverFor(Http::Router router, int threads, const Http::HttpLimits &limits)
{
    Http::HttpServerSettings settings;
    settings.address = QHostAddress(QHostAddress::LocalHost);
    settings.port = 0;
    settings.threads = threads;
    settings.limits = limits;
    auto server = std::make_unique<Http::HttpServer>(std::move(router), settings);
    return server->listen() ? std::move(server) : nullptr;
}

} // namespace Frontdesk::Tests
