#include "service/live/livehub.h"
#include "service/sockets/websocket.h"
#include "tests/support/storefixture.h"
#include "tests/unit/service/http/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <future>
#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

/// Tells the subject of each event, and nothing else.
class PlainView final : public Live::LiveView {
public:
    [[nodiscard]] Result<QJsonObject> snapshot(Store &store, const ClinicId &clinic) const override
    {
        const auto calls = store.calls().list({.clinic = clinic});
        return calls ? Result<QJsonObject>(QJsonObject{{QStringLiteral("calls"), qint64(calls->size())}})
                     : calls.error();
    }
    [[nodiscard]] Result<QJsonObject> data(Store &, const ClinicEvent &event) const override
    {
        return QJsonObject{{QStringLiteral("subject"), event.subject}, {QStringLiteral("padding"), padding}};
    }
    QString padding;
};

/// A node: its hub and server.
struct Node {
    Node(Database &database, const Live::LiveView &view, const ClinicId &watched)
        : hub(std::make_unique<Live::LiveHub>(database, view))
        , clinic(watched)
    {
        Http::Router router;
        Http::WebSocketRoute route;
        route.accept = [this](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &request) {
            Live::Watcher watcher;
            watcher.clinic = clinic;
            watcher.tokenLife = Milliseconds(tokenLifeMs);
            watcher.enter = [this](Store &) {
                return mayEnter ? Result<void>() : Error{ErrorCode::Refused, QStringLiteral("Signed out.")};
            };
            if (const auto after = request.queryValue(u"after")) {
                watcher.after = after->toLongLong();
            }
            hub->adopt(std::move(socket), std::move(watcher));
        };
        router.addWebSocket(QStringLiteral("/live"), route);
        http = Frontdesk::Tests::serverFor(std::move(router), 2);
        if (!http) {
            qFatal("cannot listen");
        }
    }
    ~Node() { http.reset(); }

    [[nodiscard]] QUrl url(std::optional<qint64> after = {}) const
    {
        const QString query = after ? QStringLiteral("?after=%1").arg(*after) : QString();
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/live%2").arg(http->port()).arg(query));
    }

    std::unique_ptr<Live::LiveHub> hub;
    ClinicId clinic;
    std::unique_ptr<Http::HttpServer> http;
    std::atomic<qint64> tokenLifeMs = 600'000;
    std::atomic<bool> mayEnter = true;
};

/// A desktop that watches.
struct Desktop {
    explicit Desktop(const QUrl &url)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, [this](const QString &text) {
            messages.push_back(QJsonDocument::fromJson(text.toUtf8()).object());
            if (messages.back().value(QLatin1String("type")).toString() == QLatin1String("event")) {
                events.push_back(messages.back().value(QLatin1String("sequence")).toInteger());
            }
        });
        socket.open(url);
    }

    [[nodiscard]] const std::vector<qint64> &sequences() const { return events; }
    [[nodiscard]] bool hasType(const char *type) const
    {
        return std::any_of(messages.begin(), messages.end(), [type](const QJsonObject &message) {
            return message.value(QLatin1String("type")).toString() == QLatin1String(type);
        });
    }

    QWebSocket socket;
    std::vector<QJsonObject> messages;
    std::vector<qint64> events; ///< Their sequences.
};

} // namespace

class TestLiveHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
        m_view = PlainView();
        m_database = std::make_unique<Database>(m_fixture->database().settings());
        QVERIFY(m_database->ready().result().ok());
        start();
    }
    void cleanup()
    {
        m_node.reset();
        m_database.reset();
        m_fixture.reset();
    }

    void join_first_isASnapshotThenEvents()
    {
        append(2);
        Desktop desktop(m_node->url());
        QTRY_COMPARE(desktop.messages.size(), size_t{1});
        QCOMPARE(desktop.messages[0].value(QLatin1String("type")).toString(), QStringLiteral("snapshot"));
        QCOMPARE(desktop.messages[0].value(QLatin1String("sequence")).toInteger(), qint64{2});
        QCOMPARE(desktop.messages[0].value(QLatin1String("calls")).toInteger(), qint64{0});
        append(2);
        const std::vector<qint64> expected{3, 4};
        QTRY_COMPARE(desktop.sequences(), expected);
        QCOMPARE(desktop.messages[1].value(QLatin1String("kind")).toString(), QStringLiteral("task.changed"));
        QCOMPARE(desktop.messages[1].value(QLatin1String("data"))[QLatin1String("subject")].toString(),
                 QStringLiteral("3"));
    }
    void join_afterAnEvent_isTheRest()
    {
        append(5);
        Desktop desktop(m_node->url(2));
        const std::vector<qint64> expected{3, 4, 5};
        QTRY_COMPARE(desktop.sequences(), expected);
        QVERIFY(!desktop.hasType("snapshot"));
        Desktop second(m_node->url(1));
        const std::vector<qint64> all{2, 3, 4, 5};
        QTRY_COMPARE(second.sequences(), all);
    }
    void join_afterWhatIsForgotten_isASnapshot()
    {
        append(5);
        QVERIFY(run([this](Store &store) { return store.events().forget(m_clinic.id, someTime(100)); }).ok());
        append(1);
        Desktop tooOld(m_node->url(2));
        QTRY_VERIFY(tooOld.hasType("snapshot"));
        Desktop fromTheFuture(m_node->url(77));
        QTRY_VERIFY(fromTheFuture.hasType("snapshot"));
        Desktop inTime(m_node->url(5));
        const std::vector<qint64> expected{6};
        QTRY_COMPARE(inTime.sequences(), expected);
        QVERIFY(!inTime.hasType("snapshot"));
    }
    void join_manyMissed_getsThemAll()
    {
        append(Live::LiveChannel::Remembered + 700);
        Desktop desktop(m_node->url(1));
        QTRY_COMPARE_WITH_TIMEOUT(desktop.sequences().size(), Live::LiveChannel::Remembered + 699, 20'000);
        QVERIFY(isInOrder(desktop.sequences(), 2));
    }
    void join_notAllowed_isClosed()
    {
        m_node->mayEnter = false;
        Desktop desktop(m_node->url());
        QTRY_COMPARE(int(desktop.socket.closeCode()), 4401);
        QVERIFY(desktop.messages.empty());
        QTRY_COMPARE(m_node->hub->watchers(), 0);
    }
    void token_over_isClosed()
    {
        m_node->tokenLifeMs = 200;
        Desktop desktop(m_node->url());
        QTRY_COMPARE(int(desktop.socket.closeCode()), 4401);
    }
    void anotherClinic_isNotSeen()
    {
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        Desktop desktop(m_node->url());
        QTRY_VERIFY(desktop.hasType("snapshot"));
        QVERIFY(run([&other](Store &store) {
                    return store.events().append(other.id, QStringLiteral("task.changed"), QStringLiteral("theirs"),
                                                 someTime());
                }).ok());
        append(1);
        const std::vector<qint64> expected{1};
        QTRY_COMPARE(desktop.sequences(), expected);
        QCOMPARE(desktop.messages.size(), size_t{2});
    }
    void tell_now_reachesThoseWhoWatch()
    {
        Desktop desktop(m_node->url());
        QTRY_VERIFY(desktop.hasType("snapshot"));
        std::thread([this] {
            m_node->hub->tell(m_clinic.id, QStringLiteral("call.words"),
                              {{QStringLiteral("text"), QStringLiteral("hi")}});
        }).join();
        QTRY_VERIFY(desktop.hasType("transient"));
        QCOMPARE(desktop.messages[1].value(QLatin1String("data"))[QLatin1String("text")].toString(),
                 QStringLiteral("hi"));
    }
    void slowClient_isDroppedAndOthersGoOn()
    {
        m_view.padding = QString(4'000, QLatin1Char('x'));
        QTcpSocket slow;
        slow.setReadBufferSize(1024);
        slow.connectToHost(QHostAddress(QHostAddress::LocalHost), m_node->http->port());
        slow.write("GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QTRY_COMPARE(m_node->hub->watchers(), 1);
        Desktop desktop(m_node->url());
        QTRY_VERIFY(desktop.hasType("snapshot"));
        constexpr size_t Many = Live::LiveConnection::LargestBacklog + 3000;
        for (size_t told = 0; told < Many; told += 500) {
            append(500);
            QTRY_COMPARE_WITH_TIMEOUT(desktop.sequences().size(), told + 500, 20'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_node->hub->watchers(), 1, 20'000);
    }

    /// Connections and whole nodes are torn away again and again while events are written.
    void randomKills_nothingIsLostOrDoubled()
    {
        constexpr int Kills = 200;
        QRandomGenerator chance(20260304);
        std::atomic<bool> writing = true;
        const auto append = [this](int number) {
            return m_database->run(Scope::of(m_clinic.id), [this, number](Store &store) {
                return store.events().append(m_clinic.id, QStringLiteral("task.changed"), QString::number(number),
                                             someTime());
            });
        };
        const auto events = std::async(std::launch::async, [&] {
            for (int number = 0; writing; ++number) {
                if (const auto told = append(number).result(); !told) {
                    qCritical("%s", qPrintable(told.error().message));
                }
            }
        });
        std::vector<qint64> seen;
        std::optional<qint64> after = 0;
        for (int kill = 0; kill < Kills; ++kill) {
            Desktop desktop(m_node->url(after));
            const size_t enough = chance.bounded(1, 20);
            if (!QTest::qWaitFor([&] { return desktop.sequences().size() >= enough; }, 20'000)) {
                writing = false;
                QFAIL("events stopped coming");
            }
            const auto part = desktop.sequences();
            seen.insert(seen.end(), part.begin(), part.end());
            after = seen.back();
            if (kill % 10 == 9) {
                start(); // The whole node goes, the desktop's connection with it.
            } else {
                desktop.socket.abort();
            }
        }
        writing = false;
        events.wait();
        QVERIFY(isInOrder(seen, 1));
        const qint64 last = run([this](Store &store) { return store.events().last(m_clinic.id); }).value();
        Desktop desktop(m_node->url(after));
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.sequences().empty() || *after == last, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(*after + qint64(desktop.sequences().size()), last, 20'000);
        QVERIFY(isInOrder(desktop.sequences(), *after + 1));
    }

    void anotherNode_writesAreSeenHere()
    {
        QFETCH_GLOBAL(QString, backend);
        if (backend != QLatin1String("postgres")) {
            QSKIP("Two programs on one database are for PostgreSQL.");
        }
        Database otherDatabase(m_fixture->database().settings());
        Desktop desktop(m_node->url());
        QTRY_VERIFY(desktop.hasType("snapshot"));
        const auto told = otherDatabase.run(Scope::of(m_clinic.id), [this](Store &store) {
            return store.events().append(m_clinic.id, QStringLiteral("escalation.raised"), QStringLiteral("e"),
                                         someTime());
        });
        QVERIFY(told.result().ok());
        const std::vector<qint64> expected{1};
        QTRY_COMPARE(desktop.sequences(), expected);
    }

private:
    void start()
    {
        m_node.reset();
        m_node = std::make_unique<Node>(*m_database, m_view, m_clinic.id);
    }
    template <typename Work>
    std::invoke_result_t<Work &, Store &> run(Work work)
    {
        return m_database->run(Scope::platform(), std::move(work)).result();
    }
    void append(size_t count)
    {
        const auto kept = run([this, count](Store &store) {
            return store.transaction([&]() -> Result<void> {
                for (size_t i = 0; i < count; ++i) {
                    const auto last = store.events().last(m_clinic.id);
                    const auto told = store.events().append(m_clinic.id, QStringLiteral("task.changed"),
                                                            QString::number(last.valueOr(-1) + 1), someTime());
                    if (!told) {
                        return told.error();
                    }
                }
                return {};
            });
        });
        QVERIFY(kept.ok());
    }
    [[nodiscard]] static bool isInOrder(const std::vector<qint64> &sequences, qint64 first)
    {
        for (const qint64 sequence : sequences) {
            if (sequence != first++) {
                qWarning("%lld instead of %lld", sequence, first - 1);
                return false;
            }
        }
        return true;
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    PlainView m_view;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Node> m_node;
};

QTEST_GUILESS_MAIN(TestLiveHub)
#include "tst_livehub.moc"
