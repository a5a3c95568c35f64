#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/flow/usagemeter.h"
#include "service/http/httpserver.h"
#include "service/live/livehub.h"
#include "service/reception/callregistry.h"
#include "service/storage/callrecorder.h"

namespace Frontdesk::App {

/// Where the figures come from. All outlive the server.
struct HealthSources {
    Storage::Database &database;
    Storage::CallRecorder &recorder;
    Reception::CallRegistry &calls;
    Live::LiveHub &live;
    std::shared_ptr<FaultPolicy::VendorBoard> vendors;
    QString dataDir;
    std::shared_ptr<const Flow::UsageMeter> usage; ///< Of all vendors.
    std::function<Http::HttpServerFigures()> http; ///< Asked on the server's threads.
    std::function<bool()> takesCalls;              ///< As before; false: the service is going down.
};

/// `/open`: where messages to staff lead. `/healthz`: the process answers. `/readyz`: 200 while calls can be taken, and which
/// part is down; answers within two seconds, whatever the database does. `/metrics`.
void addHealthRoutes(Http::Router &router, const HealthSources &sources);

} // namespace Frontdesk::App
