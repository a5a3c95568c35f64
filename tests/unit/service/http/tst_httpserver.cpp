#include "tests/unit/service/http/rawclient.h"
#include "tests/unit/service/http/testserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <future>
#include <mutex>
#include <set>

using namespace Frontdesk;
using namespace Frontdesk::Http;
using namespace Frontdesk::Tests;

namespace {

QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex;
    std::vector<HttpResponder> m_held;

    void hold(const HttpResponder &responder)
    {
        const std::lock_guard lock(m_mutex);
        m_held.push_back(responder);
    }
    size_t held()
    {
        const std::lock_guard lock(m_mutex);
        return m_held.size();
    }

    Router router()
    {
        Router routes;
        routes.add(Method::Get, QStringLiteral("/hello/{name}"),
                   [](const HttpRequest &request, const HttpResponder &r) {
                       r.send(HttpResponse::text(200, request.parameter(u"name")));
                   });
        routes.add(Method::Post, QStringLiteral("/echo"), [](const HttpRequest &request, const HttpResponder &r) {
            r.send({200, {{"X-Target", request.target}}, request.body});
        });
        routes.add(Method::Get, QStringLiteral("/throw"),
                   [](const HttpRequest &, const HttpResponder &) { throw std::runtime_error("secret words"); });
        routes.add(Method::Get, QStringLiteral("/forget"), [](const HttpRequest &, const HttpResponder &) {});
        routes.add(Method::Get, QStringLiteral("/hold"),
                   [this](const HttpRequest &, const HttpResponder &r) { hold(r); });
        routes.add(Method::Get, QStringLiteral("/thread"), [](const HttpRequest &, const HttpResponder &r) {
            r.send(HttpResponse::text(200, QString::number(quintptr(QThread::currentThreadId()))));
        });
        routes.add(Method::Get, QStringLiteral("/large"), [](const HttpRequest &, const HttpResponder &r) {
            r.send({200, {}, QByteArray(3 << 20, 'x')});
        });
        return routes;
    }

private Q_SLOTS:
    void init()
    {
        m_server = serverFor(router());
        QVERIFY(m_server);
    }
    void cleanup()
    {
        m_held.clear();
        m_server.reset();
    }

    void request_byteByByte_isAnswered()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.sendByteByByte(get("/hello/J%C3%B6rg"));
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), 200);
            QCOMPARE(bodyOf(answer), QByteArray("Jörg"));
        });
    }

    void request_pipelined_areAnsweredInOrder()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            QByteArray all;
            for (int i = 0; i < 50; ++i) {
                all += get("/hello/" + QByteArray::number(i));
            }
            client.send(all);
            for (int i = 0; i < 50; ++i) {
                QCOMPARE(bodyOf(client.readAnswer()), QByteArray::number(i));
            }
            QVERIFY(client.isOpen());
        });
    }

    void request_emptyLinesBefore_areForgiven()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("\r\n\r\n" + get("/hello/a"));
            QCOMPARE(statusOf(client.readAnswer()), 200);
        });
    }

    void post_chunkedByteByByte_isJoined()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.sendByteByByte("POST /echo?a=%20b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "5\r\nhello\r\n1\r\n \r\n5\r\nworld\r\n0\r\n\r\n");
            const QByteArray answer = client.readAnswer();
            QCOMPARE(bodyOf(answer), QByteArray("hello world"));
            QCOMPARE(headerOf(answer, "X-Target"), QByteArray("/echo?a=%20b"));
            client.send(get("/hello/again"));
            QCOMPARE(bodyOf(client.readAnswer()), QByteArray("again"));
        });
    }

    void post_largerThanTheReadBuffer_arrivesWhole()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            const QByteArray body(700'000, 'b');
            client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 700000\r\n\r\n" + body);
            QCOMPARE(bodyOf(client.readAnswer()), body);
        });
    }

    void post_expectsContinue_isToldToGoOn()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            QCOMPARE(statusOf(client.readAnswer()), 100);
            client.send("abc");
            QCOMPARE(bodyOf(client.readAnswer()), QByteArray("abc"));
        });
    }

    void get_largeAnswer_arrivesWholeAndKeepsTheConnection()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send(get("/large") + get("/hello/after"));
            QCOMPARE(bodyOf(client.readAnswer()).size(), qsizetype{3 << 20});
            QCOMPARE(bodyOf(client.readAnswer()), QByteArray("after"));
        });
    }

    void request_connectionClose_isClosedAfterTheAnswer()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send(get("/hello/a", "Connection: close\r\n"));
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), 200);
            QCOMPARE(headerOf(answer, "Connection"), QByteArray("close"));
            QVERIFY(client.waitForClose());
        });
    }

    void request_unknownOrWrongMethod_keepsTheConnection()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send(get("/nowhere?name=secret"));
            const QByteArray unknown = client.readAnswer();
            QCOMPARE(statusOf(unknown), 404);
            QCOMPARE(headerOf(unknown, "Content-Type"), QByteArray("application/problem+json"));
            QVERIFY(!unknown.contains("secret"));
            client.send(get("/echo"));
            const QByteArray wrongMethod = client.readAnswer();
            QCOMPARE(statusOf(wrongMethod), 405);
            QCOMPARE(headerOf(wrongMethod, "Allow"), QByteArray("POST"));
            client.send("HEAD /hello/abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello/x"));
            QVERIFY(client.isOpen());
        });
    }

    void head_knownPath_hasLengthAndNoBody()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("HEAD /hello/abc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            QVERIFY(client.readAnswer().isEmpty()); // A body of the announced length never comes.
        });
    }

    void handler_throws_is500WithoutItsWords()
    {
        QTest::ignoreMessage(QtCriticalMsg, R"(the handler of "GET" "/throw" threw)");
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send(get("/throw"));
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), 500);
            QVERIFY(!answer.contains("secret"));
        });
    }

    void handler_forgetsTheResponder_is500()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send(get("/forget"));
            QCOMPARE(statusOf(client.readAnswer()), 500);
        });
    }

    void responder_answeredFromAnotherThread_arrives()
    {
        auto client = std::async(std::launch::async, [port = m_server->port()] {
            RawClient raw(port);
            raw.send(get("/hold"));
            return bodyOf(raw.readAnswer());
        });
        QTRY_COMPARE(held(), size_t{1});
        m_held.front().send(HttpResponse::text(200, QStringLiteral("from the main thread")));
        QCOMPARE(client.get(), QByteArray("from the main thread"));
    }

    void responder_afterTheClientLeft_isDropped()
    {
        auto client = std::async(std::launch::async, [port = m_server->port()] {
            RawClient raw(port);
            raw.send(get("/hold"));
            raw.leave();
        });
        QTRY_COMPARE(held(), size_t{1});
        QTRY_COMPARE(m_server->figures().openConnections, 0);
        m_held.front().send(HttpResponse::text(200, QStringLiteral("nobody hears this")));
        runBeside([port = m_server->port()] {
            RawClient other(port);
            other.send(get("/hello/b"));
            QCOMPARE(bodyOf(other.readAnswer()), QByteArray("b"));
        });
    }

    void responder_afterTheServerIsGone_isDropped()
    {
        auto client = std::async(std::launch::async, [port = m_server->port()] {
            RawClient raw(port);
            raw.send(get("/hold"));
            return raw.readAnswer();
        });
        QTRY_COMPARE(held(), size_t{1});
        m_server.reset();
        m_held.front().send(HttpResponse::empty(200));
        QVERIFY(client.get().isEmpty());
    }

    void connections_severalAtOnce_useAllWorkersAndNotTheAcceptor()
    {
        std::set<QByteArray> threads;
        runBeside([&threads, port = m_server->port()] {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 8; ++i) {
                clients.push_back(std::make_unique<RawClient>(port));
                clients.back()->send(get("/thread"));
                threads.insert(bodyOf(clients.back()->readAnswer()));
            }
        });
        QCOMPARE(threads.size(), size_t{2});
        QVERIFY(!threads.contains(QByteArray::number(quintptr(QThread::currentThreadId()))));
    }

    void shutdown_runningRequest_isFinishedFirst()
    {
        RawClient idle(m_server->port());
        auto client = std::async(std::launch::async, [port = m_server->port()] {
            RawClient raw(port);
            raw.send(get("/hold"));
            return raw.readAnswer();
        });
        QTRY_COMPARE(held(), size_t{1});
        const quint16 port = m_server->port();
        QSignalSpy drained(m_server.get(), &HttpServer::drained);
        m_server->shutdown(std::chrono::seconds(30));
        QTRY_COMPARE(m_server->figures().openConnections, 1);
        QVERIFY(idle.waitForClose());
        QCOMPARE(drained.size(), 0);
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QVERIFY(!late.waitForConnected(5000));
        m_held.front().send(HttpResponse::text(200, QStringLiteral("last words")));
        QTRY_COMPARE(drained.size(), 1);
        const QByteArray answer = client.get();
        QCOMPARE(bodyOf(answer), QByteArray("last words"));
        QCOMPARE(headerOf(answer, "Connection"), QByteArray("close"));
    }

    void shutdown_graceIsOver_closesWhatIsLeft()
    {
        auto client = std::async(std::launch::async, [port = m_server->port()] {
            RawClient raw(port);
            raw.send(get("/hold"));
            return raw.readAnswer();
        });
        QTRY_COMPARE(held(), size_t{1});
        QSignalSpy drained(m_server.get(), &HttpServer::drained);
        m_server->shutdown(std::chrono::milliseconds(50));
        QTRY_COMPARE(drained.size(), 1);
        QVERIFY(client.get().isEmpty());
    }

    void listen_portTaken_saysSo()
    {
        HttpServerSettings settings;
        settings.address = QHostAddress(QHostAddress::LocalHost);
        settings.port = m_server->port();
        settings.threads = 1;
        HttpServer second(Router(), settings);
        const auto listening = second.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().code, ErrorCode::Unavailable);
        QVERIFY(listening.error().message.contains(QString::number(settings.port)));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
