/// How long an event takes from the moment it is kept to every desktop that watches, all on this machine: clients,
/// server and database. Prints median, P95 and the slowest, and how many messages a second went out.
///
/// Usage: bench_live [sqlite|postgres] [clients] [events]
#include "service/http/httpserver.h"
#include "service/live/livehub.h"
#include "service/sockets/websocket.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <cstdio>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

namespace {

/// As long as a task's summary.
class SummaryView final : public Live::LiveView {
public:
    [[nodiscard]] Result<QJsonObject> snapshot(Store &, const ClinicId &) const override { return QJsonObject(); }
    [[nodiscard]] Result<QJsonObject> data(Store &, const ClinicEvent &event) const override
    {
        return QJsonObject{{QStringLiteral("id"), event.subject},
                           {QStringLiteral("summary"), QString(700, QLatin1Char('x'))}};
    }
};

/// Lets events come in until `done`, or gives up.
bool waitUntil(const std::function<bool()> &done, int patienceMs)
{
    QElapsedTimer waiting;
    waiting.start();
    while (!done() && waiting.elapsed() < patienceMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return done();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString backend = arguments.value(1, QStringLiteral("sqlite"));
    const int clients = arguments.value(2, QStringLiteral("500")).toInt();
    const int events = arguments.value(3, QStringLiteral("100")).toInt();

    Storage::Tests::StoreFixture fixture(backend);
    const ClinicProfile clinic = fixture.givenClinic();
    Database database(fixture.database().settings());
    const SummaryView view;
    Live::LiveHub hub(database, view);
    Http::Router router;
    Http::WebSocketRoute route;
    route.accept = [&](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &) {
        hub.adopt(std::move(socket),
                  {clinic.id, std::chrono::minutes(10), [](Store &) { return Result<void>(); }, std::nullopt});
    };
    router.addWebSocket(QStringLiteral("/live"), route);
    Http::HttpServerSettings settings;
    settings.address = QHostAddress(QHostAddress::LocalHost);
    settings.port = 0;
    settings.threads = 2;
    settings.limits.connectionsPerAddress = clients + 10;
    settings.limits.connections = clients + 10;
    Http::HttpServer server(std::move(router), settings);
    if (!server.listen()) {
        std::fprintf(stderr, "cannot listen\n");
        return 1;
    }

    QElapsedTimer clock;
    clock.start();
    qint64 keptAt = 0;
    int ready = 0;
    std::vector<double> latencies;
    latencies.reserve(static_cast<size_t>(clients) * static_cast<size_t>(events));
    std::vector<std::unique_ptr<QWebSocket>> desktops;
    for (int i = 0; i < clients; ++i) {
        auto desktop = std::make_unique<QWebSocket>();
        QObject::connect(desktop.get(), &QWebSocket::textMessageReceived, [&](const QString &text) {
            if (text.contains(QLatin1String("\"snapshot\""))) {
                ++ready;
            } else if (text.contains(QLatin1String("\"event\""))) {
                latencies.push_back(static_cast<double>(clock.nsecsElapsed() - keptAt) / 1e6);
            }
        });
        desktop->open(QUrl(QStringLiteral("ws://127.0.0.1:%1/live").arg(server.port())));
        desktops.push_back(std::move(desktop));
    }
    if (!waitUntil([&] { return ready == clients; }, 60'000)) {
        std::fprintf(stderr, "only %d of %d desktops are connected\n", ready, clients);
        return 1;
    }
    QElapsedTimer all;
    all.start();
    for (int event = 1; event <= events; ++event) {
        keptAt = clock.nsecsElapsed();
        database.run(Scope::of(clinic.id), [&clinic](Store &store) {
            return store.events().append(clinic.id, QStringLiteral("escalation.raised"), QStringLiteral("e"),
                                         QDateTime::currentDateTimeUtc());
        });
        const size_t expected = static_cast<size_t>(clients) * static_cast<size_t>(event);
        if (!waitUntil([&] { return latencies.size() == expected; }, 20'000)) {
            std::fprintf(stderr, "%zu of %zu messages arrived\n", latencies.size(), expected);
            return 1;
        }
    }
    const double seconds = static_cast<double>(all.nsecsElapsed()) / 1e9;
    std::sort(latencies.begin(), latencies.end());
    const auto part = [&](double share) {
        return latencies[static_cast<size_t>(share * static_cast<double>(latencies.size() - 1))];
    };
    std::printf("%s, %d desktops, %d events: from keeping to the desktop median %.1f ms, P95 %.1f ms, slowest %.1f ms; "
                "%.0f messages a second\n",
                qPrintable(backend), clients, events, part(0.5), part(0.95), latencies.back(),
                static_cast<double>(latencies.size()) / seconds);
    return 0;
}
