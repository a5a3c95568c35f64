#include "service/http/httpserver.h"
#include "service/sockets/websocket.h"
#include "tests/fakes/selfsigned.h"
#include "tests/unit/service/http/rawclient.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>
#include <QThread>
#include <QWebSocket>

using namespace Frontdesk;
using namespace Frontdesk::Http;
using namespace Frontdesk::Tests;

class TestHttpTls : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<HttpServer> m_server;

    static Router router()
    {
        Router routes;
        routes.add(Method::Get, QStringLiteral("/"), [](const HttpRequest &request, const HttpResponder &r) {
            r.send(HttpResponse::text(200, request.overTls ? QStringLiteral("tls") : QStringLiteral("plain")));
        });
        routes.add(Method::Get, QStringLiteral("/large"), [](const HttpRequest &, const HttpResponder &r) {
            r.send({200, {}, QByteArray(2 << 20, 'x')});
        });
        WebSocketRoute echo;
        echo.accept = [](std::unique_ptr<Sockets::WebSocket> owned, const HttpRequest &) {
            Sockets::WebSocket *socket = owned.release();
            connect(socket, &Sockets::WebSocket::textReceived, socket, &Sockets::WebSocket::sendText);
            connect(socket, &Sockets::WebSocket::closed, socket, &QObject::deleteLater);
            connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
        };
        routes.addWebSocket(QStringLiteral("/media"), echo);
        return routes;
    }

    std::unique_ptr<QSslSocket> connectTls() const
    {
        auto socket = std::make_unique<QSslSocket>();
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_server->port());
        QSignalSpy encrypted(socket.get(), &QSslSocket::encrypted);
        return encrypted.wait(10'000) ? std::move(socket) : nullptr;
    }

    static QByteArray readUntil(QSslSocket &socket, qsizetype bodyBytes)
    {
        QByteArray received;
        const bool complete = QTest::qWaitFor(
            [&] {
                received += socket.readAll();
                return received.contains("\r\n\r\n") && bodyOf(received).size() >= bodyBytes;
            },
            20'000);
        return complete ? received : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        HttpServerSettings settings;
        settings.address = QHostAddress(QHostAddress::LocalHost);
        settings.port = 0;
        settings.threads = 1;
        settings.tls = selfSignedConfiguration();
        settings.limits.headTime = Milliseconds(500);
        m_server = std::make_unique<HttpServer>(router(), settings);
        QVERIFY(m_server->listen());
    }
    void cleanup() { m_server.reset(); }

    void request_overTls_isAnswered()
    {
        const auto client = connectTls();
        QVERIFY(client);
        client->write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray answer = readUntil(*client, 3);
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(bodyOf(answer), QByteArray("tls"));
        QVERIFY(!headerOf(answer, "Strict-Transport-Security").isEmpty());
    }

    void answer_large_arrivesWhole()
    {
        const auto client = connectTls();
        QVERIFY(client);
        client->write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(bodyOf(readUntil(*client, 2 << 20)).size(), qsizetype{2 << 20});
    }

    void handshake_neverDone_isClosed()
    {
        QTcpSocket silent;
        QSignalSpy closed(&silent, &QTcpSocket::disconnected);
        silent.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
        QVERIFY(closed.wait(10'000));
    }

    void plainRequest_onTlsPort_isClosed()
    {
        QTcpSocket plain;
        QSignalSpy closed(&plain, &QTcpSocket::disconnected);
        plain.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
        plain.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(closed.wait(10'000));
        QTRY_COMPARE(m_server->figures().openConnections, 0);
    }

    void webSocket_overTls_echoes()
    {
        QWebSocket client;
        QSslConfiguration trusting = client.sslConfiguration();
        trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.setSslConfiguration(trusting);
        QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
        connect(&client, &QWebSocket::connected, &client, [&client] { client.sendTextMessage(QStringLiteral("hi")); });
        client.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/media").arg(m_server->port())));
        QVERIFY(texts.wait(10'000));
        QCOMPARE(texts.first().first().toString(), QStringLiteral("hi"));
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
