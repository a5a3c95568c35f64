#include "service/api/apiroutes.h"
#include "service/api/storedaudittrail.h"
#include "service/http/httpserver.h"
#include "service/identity/accesstokens.h"
#include "service/identity/secrets.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTcpSocket>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Storage::Tests;

namespace {

constexpr int Clients = 8;
constexpr int TaskCount = 200;
constexpr std::chrono::seconds Length{8};

const Api::ApiSecrets Secrets{QByteArray(32, 't'), QByteArray(32, 's'), QByteArray(32, 'a')};

/// One answer: its status, and how long it took.
struct Served {
    int status = 0;
    Microseconds time{0};
};

/// A client with one kept connection; blocks its thread.
class Client {
public:
    Client(quint16 port, QByteArray token)
        : m_token(std::move(token))
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected();
    }

    Served ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, qint64 version = 0)
    {
        const auto begun = std::chrono::steady_clock::now();
        QByteArray request =
            method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_token +
            "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        if (version > 0) {
            request += "If-Match: \"v" + QByteArray::number(version) + "\"\r\n";
        }
        m_socket.write(request + "\r\n" + body);
        const int status = read();
        return {status, std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - begun)};
    }

private:
    int read()
    {
        QByteArray answer;
        qsizetype end = -1;
        qsizetype length = 0;
        while (end < 0 || answer.size() < end + 4 + length) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10'000)) {
                return 0;
            }
            answer += m_socket.readAll();
            if (end < 0 && (end = answer.indexOf("\r\n\r\n")) >= 0) {
                const QByteArray head = answer.left(end).toLower();
                const qsizetype at = head.indexOf("content-length:");
                length = at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toInt();
            }
        }
        return answer.mid(9, 3).toInt();
    }

    QTcpSocket m_socket;
    QByteArray m_token;
};

/// The API of one clinic with tasks, and somebody who is signed in.
class Desk {
    template <typename Work>
    auto inStore(Work work)
    {
        auto outcome = m_database.run(std::move(work)).result();
        if (!outcome) {
            qFatal("%s", qPrintable(outcome.error().message));
        }
        return std::move(outcome).value();
    }

public:
    explicit Desk(const QString &backend)
        : m_records(backend)
        , m_database(m_records.settings())
        , m_trail(Storage::AuditSeal(Secrets.audit))
        , m_api(Secrets, m_database, m_trail, m_clock)
    {
        m_clinic =
            inStore([&](Storage::Store &store) { return store.clinics().create(someClinic(), m_clock.utcNow()); });
        for (int i = 0; i < TaskCount; ++i) {
            addTask(i);
        }
        signIn();
        Http::Router router;
        m_api.addTo(router);
        Http::HttpServerSettings settings;
        settings.address = QHostAddress(QHostAddress::LocalHost);
        settings.port = 0;
        settings.threads = 2;
        settings.limits.requestsPerConnection = 10'000'000;
        m_server = std::make_unique<Http::HttpServer>(std::move(router), settings);
        if (!m_server->listen()) {
            qFatal("cannot listen");
        }
    }

    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] const std::vector<TaskId> &tasks() const { return m_tasks; }

private:
    void addTask(int number)
    {
        CallRecord call;
        call.clinicId = m_clinic.id;
        call.networkCallId = QStringLiteral("CA%1").arg(number);
        call.startedAt = m_clock.utcNow();
        call = inStore([&](Storage::Store &store) { return store.calls().begin(call); });
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = call.id;
        task.slotValues[SlotName::PatientName].value = QStringLiteral("Pat Example");
        task.transcript = QString(600, QLatin1Char('x'));
        task.createdAt = call.startedAt;
        m_tasks.push_back(
            inStore([&](Storage::Store &store) { return store.tasks().submit(task, QStringLiteral("1")); }).id);
    }

    void signIn()
    {
        User user;
        user.clinicId = m_clinic.id;
        user.email = QStringLiteral("ann@example.com");
        user.name = QStringLiteral("Ann");
        user.role = Role::Admin;
        const QDateTime now = m_clock.utcNow();
        user = inStore([&](Storage::Store &store) -> Result<User> {
            const auto made = store.users().create(user, now);
            const auto set = made ? store.users().setPassword(made->id, QStringLiteral("-"), now) : made.error();
            return set ? store.users().find(made->id) : Result<User>(set.error());
        });
        const auto session = inStore([&](Storage::Store &store) {
            return store.sessions().open({.user = user.id,
                                          .clinic = m_clinic.id,
                                          .deviceName = QStringLiteral("bench"),
                                          .createdAt = now,
                                          .endsAt = now.addDays(1)},
                                         Identity::tokenHash(Identity::newSecretToken()));
        });
        const Identity::AccessTokens tokens(Secrets.tokens);
        m_token = tokens.issue({user.id, session.id, m_clinic.id, user.role, {}}, now);
    }

    SystemClock m_clock;
    TestDatabase m_records;
    Storage::Database m_database;
    Api::StoredAuditTrail m_trail;
    Api::ApiRoutes m_api;
    std::unique_ptr<Http::HttpServer> m_server;
    ClinicProfile m_clinic;
    QByteArray m_token;
    std::vector<TaskId> m_tasks;
};

using Script = std::function<Served(Client &client, int number, int round)>;

/// Clients at once, each on a thread with an endless script.
void measure(const Desk &desk, const char *what, const Script &script)
{
    std::atomic<bool> over = false;
    std::atomic<int> running = Clients;
    std::vector<std::vector<Microseconds>> times(Clients);
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < Clients; ++number) {
        threads.emplace_back([&, number] {
            Client client(desk.port(), desk.token());
            for (int round = 0; !over; ++round) {
                const Served served = script(client, number, round);
                times[static_cast<size_t>(number)].push_back(served.time);
                failures += served.status < 200 || served.status > 299 ? 1 : 0;
            }
            --running;
        });
    }
    // The server accepts on this thread.
    const auto until = std::chrono::steady_clock::now() + Length;
    while (running > 0) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        over = std::chrono::steady_clock::now() > until;
    }
    std::vector<Microseconds> all;
    for (std::thread &thread : threads) {
        thread.join();
    }
    for (const auto &some : times) {
        all.insert(all.end(), some.begin(), some.end());
    }
    std::sort(all.begin(), all.end());
    const auto at = [&](double share) {
        return static_cast<double>(all[static_cast<size_t>(share * static_cast<double>(all.size() - 1))].count()) /
               1000;
    };
    std::printf("  %-24s %6zu a second, median %6.1f ms, P99 %6.1f ms, %d failed\n", what,
                all.size() / static_cast<size_t>(Length.count()), at(0.5), at(0.99), failures.load());
    std::fflush(stdout);
}

void bench(const QString &backend)
{
    const Desk desk(backend);
    std::printf("%s, %d clients at once, every request authorized and audited:\n", qPrintable(backend), Clients);
    const auto path = [&](int task) {
        return "/api/v1/tasks/" + desk.tasks()[static_cast<size_t>(task) % TaskCount].text().toLatin1();
    };
    measure(desk, "read one task",
            [&](Client &client, int number, int round) { return client.ask("GET", path(number * 25 + round)); });
    measure(desk, "list 20 tasks",
            [](Client &client, int, int) { return client.ask("GET", "/api/v1/tasks?limit=20"); });
    // Each client has a task of its own, whose version it knows.
    measure(desk, "write a note", [&](Client &client, int number, int round) {
        return client.ask("POST", path(number * 25) + "/actions/note", R"({"text":"called, nobody there"})", round + 1);
    });
}

} // namespace

/// How many requests of the API a second both stores bear.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    for (const QString &backend : {QStringLiteral("sqlite"), QStringLiteral("postgres")}) {
        bench(backend);
    }
    return 0;
}
