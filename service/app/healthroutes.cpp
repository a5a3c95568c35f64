#include "service/app/healthroutes.h"

#include "service/app/readiness.h"
#include "service/app/servicemetrics.h"
#include "service/app/vendormetrics.h"

#include <QJsonDocument>
#include <QTimer>

namespace Frontdesk::App {

namespace {

using Http::HttpRequest;
using Http::HttpResponder;
using Http::HttpResponse;

constexpr std::chrono::seconds DatabasePatience{2};

QByteArray metricsPage(const HealthSources &sources)
{
    ServiceFigures figures;
    figures.calls = sources.calls.counts().figures();
    figures.streamingCalls = sources.calls.streaming();
    figures.storageQueue = sources.database.waiting();
    figures.journalBacklog = sources.recorder.waiting();
    figures.journalRefused = sources.recorder.refused();
    figures.liveClients = sources.live.watchers();
    figures.http = sources.http();
    return serviceMetrics(figures) + vendorMetrics(sources.vendors->counts(), sources.usage->usage());
}

HttpResponse readinessPage(const HealthSources &sources, const Result<void> &database)
{
    ReadinessParts parts;
    if (!sources.takesCalls()) {
        parts.phone.isUp = false;
        parts.phone.detail = QStringLiteral("The service is going down.");
    }
    parts.database.isUp = database.ok();
    parts.database.detail = database ? QString() : database.error().message;
    parts.journal = journalState(sources.recorder);
    parts.disk = diskState(sources.dataDir);
    return HttpResponse::json(parts.canTakeCalls() ? 200 : 503, QJsonDocument(readinessJson(parts)).toJson());
}

} // namespace

void addHealthRoutes(Http::Router &router, const HealthSources &sources)
{
    router.add(Http::Method::Get, QStringLiteral("/healthz"), [](const HttpRequest &, const HttpResponder &reply) {
        reply.send(HttpResponse::text(200, QStringLiteral("ok\n")));
    });
    // It knows nothing: who may see the task signs in to the desktop client.
    const auto openPage = [](const HttpRequest & /*request*/, const HttpResponder &reply) {
        reply.send(HttpResponse::text(
            200,
            QStringLiteral("Frontdesk has something for you. Please open Frontdesk on your computer and look at the "
                           "queue; the message names the task.\n")));
    };
    router.add(Http::Method::Get, QStringLiteral("/open"), openPage);
    router.add(Http::Method::Get, QStringLiteral("/open/{number}"), openPage);
    router.add(Http::Method::Get, QStringLiteral("/metrics"),
               [sources](const HttpRequest &, const HttpResponder &reply) {
                   HttpResponse page;
                   page.setHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                   page.body = metricsPage(sources);
                   reply.send(page);
               });
    router.add(
        Http::Method::Get, QStringLiteral("/readyz"), [sources](const HttpRequest &, const HttpResponder &reply) {
            // A database that does not even say no must not make a load balancer give up on us.
            QTimer::singleShot(DatabasePatience, [sources, reply] {
                reply.send(
                    readinessPage(sources, Error{ErrorCode::Timeout, QStringLiteral("The database does not answer.")}));
            });
            sources.database
                .run(Storage::Scope::reading(),
                     [](Storage::Store &store) -> Result<void> {
                         const auto asked = store.nodes().all();
                         return asked ? Result<void>() : asked.error();
                     })
                .then([sources, reply](const Result<void> &ready) { reply.send(readinessPage(sources, ready)); });
        });
}

} // namespace Frontdesk::App
