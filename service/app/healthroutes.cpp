#include "service/app/healthroutes.h"

#include "service/app/readiness.h"
#include "service/app/servicemetrics.h"
#include "service/app/vendormetrics.h"

#include <QJsonDocument>

namespace Frontdesk::App {

namespace {

using Http::HttpRequest;
using Http::HttpResponder;
using Http::HttpResponse;

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
    const QJsonObject json =
        readinessJson({{QStringLiteral("database"), database.ok(), database ? QString() : database.error().message},
                       journalState(sources.recorder),
                       diskState(sources.dataDir)});
    const bool isReady = json.value(QLatin1String("status")).toString() == QLatin1String("ready");
    return HttpResponse::json(isReady ? 200 : 503, QJsonDocument(json).toJson());
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
