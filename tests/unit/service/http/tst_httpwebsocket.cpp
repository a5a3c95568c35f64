#include "service/sockets/websocket.h"
#include "tests/unit/service/http/rawclient.h"
#include "tests/unit/service/http/testserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QWebSocket>

#include <atomic>
#include <mutex>
#include <set>

using namespace Frontdesk;
using namespace Frontdesk::Http;
using namespace Frontdesk::Tests;

namespace {

const QByteArray UpgradeHead = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// Sends back what comes, from the thread that owns the socket.
class Echo final : public QObject {
public:
    explicit Echo(std::unique_ptr<Sockets::WebSocket> socket)
        : m_socket(std::move(socket))
    {
        connect(m_socket.get(), &Sockets::WebSocket::textReceived, this, [this](QByteArrayView text) {
            wrongThread += QThread::currentThread() != thread() ? 1 : 0;
            m_socket->sendText(text);
        });
        connect(m_socket.get(), &Sockets::WebSocket::closed, this, &QObject::deleteLater);
        connect(QThread::currentThread(), &QThread::finished, this, &QObject::deleteLater);
    }
    ~Echo() override { m_socket.release()->deleteLater(); }

    static inline std::atomic<int> wrongThread = 0;

private:
    std::unique_ptr<Sockets::WebSocket> m_socket;
};

} // namespace

class TestHttpWebSocket : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex;
    std::set<QThread *> m_threads;
    HttpRequest m_lastRequest;

    Router router()
    {
        Router routes;
        WebSocketRoute echo;
        echo.guard = [](const HttpRequest &request) -> std::optional<HttpResponse> {
            if (request.header("X-Twilio-Signature") == "wrong") {
                return HttpResponse::problem(403, QStringLiteral("The signature is wrong."));
            }
            return {};
        };
        echo.accept = [this](std::unique_ptr<Sockets::WebSocket> socket, HttpRequest request) {
            const std::lock_guard lock(m_mutex);
            m_threads.insert(QThread::currentThread());
            m_lastRequest = std::move(request);
            new Echo(std::move(socket));
        };
        echo.maxMessageBytes = 10'000;
        routes.addWebSocket(QStringLiteral("/twilio/media/{line}"), echo);
        WebSocketRoute throwing;
        throwing.guard = [](const HttpRequest &) -> std::optional<HttpResponse> { throw std::runtime_error("no"); };
        routes.addWebSocket(QStringLiteral("/throw"), throwing);
        WebSocketRoute throwingLater;
        throwingLater.accept = [](std::unique_ptr<Sockets::WebSocket>, const HttpRequest &) {
            throw std::runtime_error("no");
        };
        routes.addWebSocket(QStringLiteral("/throw-later"), throwingLater);
        routes.add(Method::Get, QStringLiteral("/plain"), [](const HttpRequest &, const HttpResponder &r) {
            r.send(HttpResponse::text(200, QStringLiteral("ok")));
        });
        return routes;
    }

    QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(m_server->port()).arg(path));
    }

private Q_SLOTS:
    void init()
    {
        m_server = serverFor(router());
        QVERIFY(m_server);
    }
    void cleanup()
    {
        m_server.reset();
        m_threads.clear();
    }

    void upgrade_message_isEchoed()
    {
        QWebSocket client;
        QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
        QSignalSpy connected(&client, &QWebSocket::connected);
        client.open(url(QStringLiteral("/twilio/media/a%20b?x=1")));
        QVERIFY(connected.wait());
        client.sendTextMessage(QStringLiteral("hello"));
        QVERIFY(texts.wait());
        QCOMPARE(texts.first().first().toString(), QStringLiteral("hello"));
        QCOMPARE(m_server->figures().openWebSockets, 1);
        const std::lock_guard lock(m_mutex);
        QCOMPARE(m_lastRequest.target, QByteArray("/twilio/media/a%20b?x=1"));
        QCOMPARE(m_lastRequest.parameter(u"line"), QStringLiteral("a b"));
        QVERIFY(m_lastRequest.peer.isLoopback());
    }

    void upgrade_guardRefuses_isAnsweredBeforeThe101()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\nX-Twilio-Signature: wrong\r\n" + UpgradeHead);
            QCOMPARE(statusOf(client.readAnswer()), 403);
        });
        QCOMPARE(m_server->figures().openWebSockets, 0);
        QVERIFY(m_threads.empty());
    }

    void upgrade_guardThrows_is500()
    {
        QTest::ignoreMessage(QtCriticalMsg, R"(the guard of "/throw" threw)");
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("GET /throw HTTP/1.1\r\nHost: a\r\n" + UpgradeHead);
            QCOMPARE(statusOf(client.readAnswer()), 500);
        });
    }

    void upgrade_acceptThrows_leavesNothingOpen()
    {
        QTest::ignoreMessage(QtCriticalMsg, R"(taking a WebSocket of "/throw-later" threw)");
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("GET /throw-later HTTP/1.1\r\nHost: a\r\n" + UpgradeHead);
            QCOMPARE(statusOf(client.readAnswer()), 101);
            QVERIFY(client.waitForClose());
        });
        QTRY_COMPARE(m_server->figures().openConnections, 0);
    }

    void upgrade_frameInTheSamePacket_isNotLost()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            const QByteArray frame = QByteArray::fromHex("818500000000") + "hello";
            client.send("GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n" + UpgradeHead + frame);
            QCOMPARE(statusOf(client.readAnswer()), 101);
            QCOMPARE(client.readBytes(7), QByteArray::fromHex("8105") + "hello");
        });
    }

    void upgrade_byteByByte_isDone()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.sendByteByByte("GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n" + UpgradeHead);
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), 101);
            QCOMPARE(headerOf(answer, "Sec-WebSocket-Accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
            QVERIFY(!answer.contains("Server:"));
        });
    }

    void upgrade_afterOrdinaryRequests_isDone()
    {
        runBeside([port = m_server->port()] {
            RawClient client(port);
            client.send("GET /plain HTTP/1.1\r\nHost: a\r\n\r\nGET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n" +
                        UpgradeHead);
            QCOMPARE(statusOf(client.readAnswer()), 200);
            QCOMPARE(statusOf(client.readAnswer()), 101);
        });
    }

    void upgrade_wrong_isRefusedInPlainWords_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("plain get") << QByteArray("GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n\r\n") << 426;
        QTest::newRow("wrong version") << "GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n" +
                                              QByteArray(UpgradeHead).replace("13", "12")
                                       << 426;
        QTest::newRow("no key") << "GET /twilio/media/1 HTTP/1.1\r\nHost: a\r\n" +
                                       QByteArray(UpgradeHead).replace("Sec-WebSocket-Key", "X-Key")
                                << 400;
        QTest::newRow("nowhere") << "GET /nowhere HTTP/1.1\r\nHost: a\r\n" + UpgradeHead << 404;
        QTest::newRow("ordinary path") << "GET /plain HTTP/1.1\r\nHost: a\r\n" + UpgradeHead << 200;
    }
    void upgrade_wrong_isRefusedInPlainWords()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        runBeside([&, port = m_server->port()] {
            RawClient client(port);
            client.send(request);
            QCOMPARE(statusOf(client.readAnswer()), status);
        });
    }

    void message_tooLong_closesOnlyThatSocket()
    {
        QWebSocket bad;
        QWebSocket good;
        QSignalSpy closed(&bad, &QWebSocket::disconnected);
        QSignalSpy texts(&good, &QWebSocket::textMessageReceived);
        QSignalSpy goodConnected(&good, &QWebSocket::connected);
        connect(&bad, &QWebSocket::connected, &bad, [&bad] { bad.sendTextMessage(QString(10'001, u'x')); });
        good.open(url(QStringLiteral("/twilio/media/1")));
        bad.open(url(QStringLiteral("/twilio/media/2")));
        QVERIFY(closed.wait());
        QCOMPARE(bad.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
        QTRY_COMPARE(goodConnected.size(), 1);
        good.sendTextMessage(QStringLiteral("still here"));
        QVERIFY(texts.wait());
    }

    void echo_twoHundredSockets_loseNothingAndStayOnTheirThreads()
    {
        constexpr int Sockets = 200;
        constexpr int Rounds = 20;
        Echo::wrongThread = 0;
        int received = 0;
        std::vector<std::unique_ptr<QWebSocket>> clients;
        for (int i = 0; i < Sockets; ++i) {
            clients.push_back(std::make_unique<QWebSocket>());
            QWebSocket *client = clients.back().get();
            connect(client, &QWebSocket::connected, client, [client] { client->sendTextMessage(QStringLiteral("0")); });
            connect(client, &QWebSocket::textMessageReceived, client, [client, &received](const QString &text) {
                ++received;
                if (const int round = text.toInt() + 1; round < Rounds) {
                    client->sendTextMessage(QString::number(round));
                }
            });
            client->open(url(QStringLiteral("/twilio/media/%1").arg(i)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(received, Sockets * Rounds, 30'000);
        QCOMPARE(m_server->figures().openWebSockets, Sockets);
        QCOMPARE(Echo::wrongThread.load(), 0);
        QCOMPARE(m_threads.size(), size_t{2});
        clients.clear();
        QTRY_COMPARE(m_server->figures().openConnections, 0);
    }

    void shutdown_openSocket_isClosedWithGoingAwayAfterTheGrace()
    {
        QWebSocket client;
        QSignalSpy connected(&client, &QWebSocket::connected);
        QSignalSpy closed(&client, &QWebSocket::disconnected);
        client.open(url(QStringLiteral("/twilio/media/1")));
        QVERIFY(connected.wait());
        QTRY_COMPARE(m_server->figures().openWebSockets, 1);
        QSignalSpy drained(m_server.get(), &HttpServer::drained);
        m_server->shutdown(Milliseconds(50));
        QVERIFY(drained.wait());
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }

    void shutdown_socketLeavesInTime_isDrained()
    {
        QWebSocket client;
        QSignalSpy connected(&client, &QWebSocket::connected);
        client.open(url(QStringLiteral("/twilio/media/1")));
        QVERIFY(connected.wait());
        QTRY_COMPARE(m_server->figures().openWebSockets, 1);
        QSignalSpy drained(m_server.get(), &HttpServer::drained);
        m_server->shutdown(std::chrono::minutes(10));
        client.close();
        QTRY_COMPARE(drained.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpWebSocket)
#include "tst_httpwebsocket.moc"
