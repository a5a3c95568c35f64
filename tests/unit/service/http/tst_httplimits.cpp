#include "tests/unit/service/http/rawclient.h"
#include "tests/unit/service/http/testserver.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Http;
using namespace Frontdesk::Tests;

/// What a client may not do to us, on real sockets and with short limits.
class TestHttpLimits : public QObject {
    Q_OBJECT

private:
    static std::unique_ptr<HttpServer> serve(const HttpLimits &limits)
    {
        Router routes;
        routes.add(Method::Get, QStringLiteral("/"), [](const HttpRequest &, const HttpResponder &r) {
            r.send(HttpResponse::text(200, QStringLiteral("ok")));
        });
        routes.add(Method::Post, QStringLiteral("/small"),
                   [](const HttpRequest &, const HttpResponder &r) { r.send(HttpResponse::empty(204)); }, {1000});
        routes.add(Method::Get, QStringLiteral("/never"), [](const HttpRequest &, const HttpResponder &r) {
            static std::vector<HttpResponder> kept;
            kept.push_back(r);
        });
        return serverFor(std::move(routes), 1, limits);
    }

private Q_SLOTS:
    void head_tooSlow_is408()
    {
        HttpLimits limits;
        limits.headTime = Milliseconds(150);
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            client.send("GET / HT");
            const QByteArray answer = client.readAnswer();
            QCOMPARE(statusOf(answer), 408);
            QCOMPARE(headerOf(answer, "Connection"), QByteArray("close"));
        });
    }

    void head_drippedByteByByte_is408AllTheSame()
    {
        HttpLimits limits;
        limits.headTime = Milliseconds(200);
        limits.drainTime = Milliseconds(50);
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            while (client.isOpen()) { // A slowloris never stops by itself.
                client.send("X");
                if (const QByteArray answer = client.readIfThere(20); !answer.isEmpty()) {
                    QCOMPARE(statusOf(answer), 408);
                    return;
                }
            }
            QFAIL("closed without a word");
        });
    }

    void connect_withoutAWord_isClosed()
    {
        HttpLimits limits;
        limits.headTime = Milliseconds(100);
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            QVERIFY(client.readAnswer().isEmpty());
            QVERIFY(client.waitForClose());
        });
    }

    void idle_afterAnAnswer_isClosed()
    {
        HttpLimits limits;
        limits.idleTime = Milliseconds(100);
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(client.readAnswer()), 200);
            QVERIFY(client.waitForClose());
        });
    }

    void body_tooSlow_is408()
    {
        HttpLimits limits;
        limits.bodyTime = Milliseconds(150);
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
            QCOMPARE(statusOf(client.readAnswer()), 408);
        });
    }

    void handler_tooSlow_is503()
    {
        HttpLimits limits;
        limits.answerTime = Milliseconds(100);
        const auto server = serve(limits);
        QTest::ignoreMessage(QtWarningMsg, R"(no answer in time from "/never")");
        runBeside([&] {
            RawClient client(server->port());
            client.send("GET /never HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(client.readAnswer()), 503);
        });
    }

    void body_aboveTheRoutesLimit_is413ThatArrivesWhileTheClientStillSends()
    {
        const auto server = serve({});
        runBeside([&] {
            RawClient client(server->port());
            client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n");
            client.send(QByteArray(1001, 'x'));
            QCOMPARE(statusOf(client.readAnswer()), 413);
            RawClient chunked(server->port());
            chunked.send("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "3e8\r\n" +
                         QByteArray(1000, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n");
            QCOMPARE(statusOf(chunked.readAnswer()), 413);
        });
    }

    void head_tooLong_is431()
    {
        const auto server = serve({});
        runBeside([&] {
            RawClient client(server->port());
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + QByteArray(40'000, 'x'));
            QCOMPARE(statusOf(client.readAnswer()), 431);
        });
    }

    void garbage_atOnce_is400AndOthersGoOn()
    {
        const auto server = serve({});
        runBeside([&] {
            RawClient good(server->port());
            RawClient client(server->port());
            client.send(QByteArray::fromHex("1603010200010001fc0303"));
            QCOMPARE(statusOf(client.readAnswer()), 400);
            good.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(good.readAnswer()), 200);
        });
        QCOMPARE(server->figures().rejections, quint64{1});
        QCOMPARE(server->figures().requests, quint64{1});
    }

    void chunkHeader_withoutEnd_is400()
    {
        const auto server = serve({});
        runBeside([&] {
            RawClient client(server->port());
            client.send("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" +
                        QByteArray(60'000, 'x'));
            QCOMPARE(statusOf(client.readAnswer()), 400);
        });
    }

    void connections_inAll_areLimited()
    {
        HttpLimits limits;
        limits.connections = 2;
        const auto server = serve(limits);
        runBeside([&] {
            RawClient first(server->port());
            RawClient second(server->port());
            RawClient third(server->port());
            QCOMPARE(statusOf(third.readAnswer()), 503);
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(first.readAnswer()), 200);
        });
    }

    void connections_perAddress_areLimited()
    {
        HttpLimits limits;
        limits.connectionsPerAddress = 1;
        const auto server = serve(limits);
        runBeside([&] {
            RawClient first(server->port());
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(first.readAnswer()), 200);
            RawClient second(server->port());
            QCOMPARE(statusOf(second.readAnswer()), 503);
        });
    }

    void requests_perConnection_areLimited()
    {
        HttpLimits limits;
        limits.requestsPerConnection = 2;
        const auto server = serve(limits);
        runBeside([&] {
            RawClient client(server->port());
            const QByteArray request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
            client.send(request + request + request);
            QCOMPARE(headerOf(client.readAnswer(), "Connection"), QByteArray("keep-alive"));
            QCOMPARE(headerOf(client.readAnswer(), "Connection"), QByteArray("close"));
            QVERIFY(client.readAnswer().isEmpty());
        });
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
