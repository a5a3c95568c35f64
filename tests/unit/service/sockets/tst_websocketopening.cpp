#include "service/sockets/websocketopening.h"
#include "tests/fakes/selfsigned.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Frontdesk;
using namespace Frontdesk::Sockets;

/// Our client's end against Qt's server, and against answers written by hand.
class TestWebSocketOpening : public QObject {
    Q_OBJECT

private:
    const QSslConfiguration m_tls = Tests::selfSignedConfiguration();
    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<WebSocketOpening> m_opening;
    QList<OpeningFault> m_faults;
    int m_opened = 0;

    void givenServer(QWebSocketServer::SslMode mode)
    {
        m_server = std::make_unique<QWebSocketServer>(QString(), mode);
        m_server->setSslConfiguration(m_tls);
        QVERIFY(m_server->listen(QHostAddress(QHostAddress::LocalHost)));
    }

    void open(const QUrl &url, std::vector<UpgradeHeader> headers = {}, const QSslConfiguration &tls = {})
    {
        m_opening = std::make_unique<WebSocketOpening>(url, std::move(headers), tls);
        connect(m_opening.get(), &WebSocketOpening::opened, this, [this] { ++m_opened; });
        connect(m_opening.get(), &WebSocketOpening::failed, this,
                [this](const OpeningFault &fault) { m_faults << fault; });
    }

    /// Opens towards a server that says this and nothing else; closes afterwards.
    void openTowards(const QByteArray &answer)
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        open(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_COMPARE(m_opened + m_faults.size(), 1);
    }

    void echoes()
    {
        QTRY_COMPARE(m_opened, 1);
        const auto socket = m_opening->take();
        m_opening.reset();
        QVERIFY(m_server->hasPendingConnections());
        const std::unique_ptr<QWebSocket> other(m_server->nextPendingConnection());
        connect(other.get(), &QWebSocket::binaryMessageReceived, other.get(), &QWebSocket::sendBinaryMessage);
        QByteArrayList received;
        connect(socket.get(), &WebSocket::binaryReceived, this,
                [&](QByteArrayView bytes) { received << bytes.toByteArray(); });
        QByteArrayList sent;
        for (const qsizetype size : {0, 1, 125, 126, 5000, 70'000}) {
            sent << QByteArray(size, char('a' + size % 7));
            socket->sendBinary(sent.last());
        }
        QTRY_COMPARE(received.size(), sent.size());
        QCOMPARE(received, sent);
        QSignalSpy closed(socket.get(), &WebSocket::closed);
        socket->close();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(socket->backlogBytes(), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_faults.clear();
        m_opened = 0;
    }
    void cleanup()
    {
        m_opening.reset();
        m_server.reset();
    }

    void server_plain_isOpened()
    {
        givenServer(QWebSocketServer::NonSecureMode);
        QUrl url = m_server->serverUrl();
        url.setPath(QStringLiteral("/v1/listen"));
        url.setQuery(QStringLiteral("model=nova-3&keyterm=Dr%20Patel"));
        open(url, {{"Authorization", "Token k"}});
        QTRY_VERIFY(m_server->hasPendingConnections());
        const std::unique_ptr<QWebSocket> other(m_server->nextPendingConnection());
        QCOMPARE(other->requestUrl().path(), QStringLiteral("/v1/listen"));
        QCOMPARE(other->requestUrl().query(QUrl::FullyEncoded), QStringLiteral("model=nova-3&keyterm=Dr%20Patel"));
        QCOMPARE(other->request().rawHeader("Authorization"), QByteArray("Token k"));
        QTRY_COMPARE(m_opened, 1);
    }

    void messages_ofEverySize_comeBack()
    {
        givenServer(QWebSocketServer::NonSecureMode);
        open(m_server->serverUrl());
        echoes();
    }

    void messages_overTls_comeBack()
    {
        givenServer(QWebSocketServer::SecureMode);
        QSslConfiguration trusting;
        trusting.setCaCertificates({m_tls.localCertificate()});
        QUrl url = m_server->serverUrl();
        url.setHost(QStringLiteral("localhost")); // As its certificate has it.
        open(url, {}, trusting);
        echoes();
    }

    void server_withUnknownCertificate_isNotTrusted()
    {
        givenServer(QWebSocketServer::SecureMode);
        open(m_server->serverUrl(), {}, QSslConfiguration::defaultConfiguration());
        QTRY_COMPARE(m_faults.size(), 1);
        QCOMPARE(m_faults[0].kind, OpeningFault::Kind::Untrusted);
    }

    void nobodyThere_isUnreachable()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress(QHostAddress::LocalHost)));
        const quint16 port = gone.serverPort();
        gone.close();
        open(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port)));
        QTRY_COMPARE(m_faults.size(), 1);
        QCOMPARE(m_faults[0].kind, OpeningFault::Kind::Unreachable);
    }

    void answer_refusing_givesItsStatus()
    {
        openTowards("HTTP/1.1 402 Payment Required\r\nContent-Length: 2\r\ndg-error: credits\r\n\r\n{}");
        QCOMPARE(m_faults.size(), 1);
        QCOMPARE(m_faults[0].kind, OpeningFault::Kind::Refused);
        QCOMPARE(m_faults[0].status, 402);
    }

    void answer_wrong_isNoWebSocket_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind");
        const int noWebSocket = int(OpeningFault::Kind::NoWebSocket);
        QTest::newRow("wrong accept") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                                    "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                                    "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
                                      << noWebSocket;
        QTest::newRow("other protocol") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
                                        << noWebSocket;
        QTest::newRow("no http") << QByteArray("220 mail.example.com ESMTP\r\n\r\n") << noWebSocket;
        QTest::newRow("endless head") << QByteArray("HTTP/1.1 101 x\r\n") + QByteArray(20'000, 'x') << noWebSocket;
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 101 Swit") << int(OpeningFault::Kind::Unreachable);
    }
    void answer_wrong_isNoWebSocket()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        openTowards(answer);
        QCOMPARE(m_faults.size(), 1);
        QCOMPARE(int(m_faults[0].kind), kind);
    }

    void opening_givenUp_tellsNothing()
    {
        givenServer(QWebSocketServer::NonSecureMode);
        open(m_server->serverUrl());
        m_opening.reset();
        open(m_server->serverUrl());
        QTRY_COMPARE(m_opened, 1);
        QVERIFY(m_faults.isEmpty());
        QVERIFY(m_server->hasPendingConnections());
        const std::unique_ptr<QWebSocket> only(m_server->nextPendingConnection());
        QVERIFY(!m_server->hasPendingConnections());
    }
};

QTEST_GUILESS_MAIN(TestWebSocketOpening)
#include "tst_websocketopening.moc"
