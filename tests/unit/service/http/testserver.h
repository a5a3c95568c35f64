#pragma once

#include "service/http/httpserver.h"

#include <QTest>

#include <future>

namespace Frontdesk::Tests {

/// A server on a free port of this machine; nothing when it cannot listen.
[[nodiscard]] std::unique_ptr<Http::HttpServer> serverFor(Http::Router router, int threads = 2,
                                                          const Http::HttpLimits &limits = {});

/// Runs a client that blocks its thread while this one, which accepts for the server, goes on.
template <typename Script>
void runBeside(Script script)
{
    auto done = std::async(std::launch::async, script);
    QTRY_VERIFY_WITH_TIMEOUT(done.wait_for(std::chrono::seconds(0)) == std::future_status::ready, 30'000);
    done.get();
}

} // namespace Frontdesk::Tests
