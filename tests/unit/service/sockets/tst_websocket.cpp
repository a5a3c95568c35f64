#include "tests/support/websocketpair.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Sockets;

namespace {

/// A frame as a client sends it: masked with zeros.
QByteArray frame(quint8 first, const QByteArray &payload)
{
    QByteArray bytes(1, char(first));
    if (payload.size() < 126) {
        bytes.append(char(0x80 | payload.size()));
    } else {
        bytes.append(char(0x80 | 126)).append(char(payload.size() >> 8)).append(char(payload.size() & 0xFF));
    }
    return bytes.append(4, '\0').append(payload);
}

} // namespace

/// Our end against Qt's, and against bytes written by hand.
class TestWebSocket : public QObject {
    Q_OBJECT

private:
    QTcpServer m_door;
    std::unique_ptr<QWebSocket> m_client;
    std::unique_ptr<QTcpSocket> m_raw;
    std::unique_ptr<WebSocket> m_socket;
    QByteArrayList m_texts;
    QByteArrayList m_binaries;
    int m_closed = 0;

    void listenTo(WebSocket &socket)
    {
        connect(&socket, &WebSocket::textReceived, this,
                [this](QByteArrayView text) { m_texts << text.toByteArray(); });
        connect(&socket, &WebSocket::binaryReceived, this,
                [this](QByteArrayView bytes) { m_binaries << bytes.toByteArray(); });
        connect(&socket, &WebSocket::closed, this, [this] { ++m_closed; });
    }

    void givenPair()
    {
        m_client = std::make_unique<QWebSocket>();
        m_socket = Tests::pairedWith(*m_client);
        QVERIFY(m_socket);
        listenTo(*m_socket);
    }

    /// The other end is a bare socket, whose upgrade is over.
    void givenRawClient(const QByteArray &behindTheHead = {})
    {
        QVERIFY(m_door.isListening() || m_door.listen(QHostAddress(QHostAddress::LocalHost)));
        m_raw = std::make_unique<QTcpSocket>();
        m_raw->connectToHost(QHostAddress(QHostAddress::LocalHost), m_door.serverPort());
        QVERIFY(m_door.hasPendingConnections() || m_door.waitForNewConnection(5000));
        std::unique_ptr<QTcpSocket> accepted(m_door.nextPendingConnection());
        accepted->setParent(nullptr);
        QVERIFY(m_raw->waitForConnected());
        m_raw->write("GET / HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" + behindTheHead);
        const QByteArray key = Tests::upgradeKeyFrom(*accepted);
        m_socket = WebSocket::answering(std::move(accepted), key);
        listenTo(*m_socket);
        QTRY_VERIFY(m_raw->peek(4096).contains("\r\n\r\n"));
        const QByteArray answer = m_raw->readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 101 "));
        QVERIFY(answer.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    }

private Q_SLOTS:
    void init()
    {
        m_texts.clear();
        m_binaries.clear();
        m_closed = 0;
    }
    void cleanup()
    {
        m_socket.reset();
        m_client.reset();
        m_raw.reset();
    }

    void messages_bothKindsBothWays_arriveInOrder()
    {
        givenPair();
        QStringList clientTexts;
        QByteArrayList clientBinaries;
        connect(m_client.get(), &QWebSocket::textMessageReceived, this,
                [&](const QString &text) { clientTexts << text; });
        connect(m_client.get(), &QWebSocket::binaryMessageReceived, this,
                [&](const QByteArray &bytes) { clientBinaries << bytes; });
        const QByteArray large(200'000, 'x');
        m_socket->sendText("a");
        m_socket->sendBinary(QByteArray("\0\xFF", 2));
        m_socket->sendText("señora 日本");
        m_socket->sendBinary({});
        m_socket->sendText(large);
        m_client->sendTextMessage(QStringLiteral("b"));
        m_client->sendBinaryMessage(QByteArray("\xFE\0", 2));
        m_client->sendTextMessage(QString::fromUtf8("¿sí?"));
        m_client->sendBinaryMessage({});
        m_client->sendTextMessage(QString::fromLatin1(large));
        QTRY_COMPARE(clientTexts.size(), 3);
        QCOMPARE(clientTexts,
                 (QStringList{QStringLiteral("a"), QString::fromUtf8("señora 日本"), QString::fromLatin1(large)}));
        QCOMPARE(clientBinaries, (QByteArrayList{QByteArray("\0\xFF", 2), QByteArray()}));
        QTRY_COMPARE(m_texts.size(), 3);
        QCOMPARE(m_texts, (QByteArrayList{"b", "¿sí?", large}));
        QCOMPARE(m_binaries, (QByteArrayList{QByteArray("\xFE\0", 2), QByteArray()}));
    }

    void frames_behindTheHead_areNotLost()
    {
        givenRawClient(frame(0x81, "early") + frame(0x81, "birds"));
        QTRY_COMPARE(m_texts, (QByteArrayList{"early", "birds"}));
    }

    void fragments_withAPingBetween_areOneMessage()
    {
        givenRawClient();
        m_raw->write(frame(0x01, "one ") + frame(0x89, "p") + frame(0x00, "two ") + frame(0x80, "three"));
        QTRY_COMPARE(m_texts, QByteArrayList{"one two three"});
        QTRY_COMPARE(m_raw->peek(16), QByteArray("\x8A\x01p")); // The pong.
    }

    void message_byteByByte_arrives()
    {
        givenRawClient();
        for (const char byte : frame(0x81, QByteArray(300, 'y'))) {
            m_raw->write(&byte, 1);
            m_raw->flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_texts, QByteArrayList{QByteArray(300, 'y')});
    }

    void answers_toMessagesThatCameTogether_leaveTogether()
    {
        givenRawClient();
        connect(m_socket.get(), &WebSocket::textReceived, this, [this] { m_socket->sendText("ok"); });
        QList<qsizetype> arrivals;
        connect(m_raw.get(), &QTcpSocket::readyRead, this, [&] { arrivals << m_raw->readAll().size(); });
        m_raw->write(frame(0x81, "a") + frame(0x81, "b") + frame(0x81, "c"));
        QTRY_COMPARE(arrivals, QList<qsizetype>{3 * 4});
    }

    void ping_isAnsweredEitherWay()
    {
        givenPair();
        QSignalSpy ours(m_socket.get(), &WebSocket::ponged);
        QSignalSpy theirs(m_client.get(), &QWebSocket::pong);
        m_socket->ping();
        m_client->ping();
        QTRY_COMPARE(ours.size(), 1);
        QTRY_COMPARE(theirs.size(), 1);
    }

    void close_byUs_isToldWithCodeAndReason()
    {
        givenPair();
        QSignalSpy disconnected(m_client.get(), &QWebSocket::disconnected);
        m_socket->sendText("last words");
        QSignalSpy lastWords(m_client.get(), &QWebSocket::textMessageReceived);
        m_socket->close(4401, QStringLiteral("the token is over"));
        m_socket->sendText("too late");
        QVERIFY(!m_socket->isOpen());
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(int(m_client->closeCode()), 4401);
        QCOMPARE(m_client->closeReason(), QStringLiteral("the token is over"));
        QCOMPARE(lastWords.size(), 1);
        QTRY_COMPARE(m_closed, 1);
        QCOMPARE(m_socket->closeCode(), quint16(4401));
    }

    void close_thenDeleted_isStillTold()
    {
        givenPair();
        QSignalSpy disconnected(m_client.get(), &QWebSocket::disconnected);
        m_client->sendTextMessage(QStringLiteral("unread")); // Would turn a hard close into a reset.
        m_client->flush();
        m_socket->close(4410);
        m_socket.reset();
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(int(m_client->closeCode()), 4410);
    }

    void close_byTheOtherEnd_isToldWithCodeAndReason()
    {
        givenPair();
        m_client->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("bye"));
        QTRY_COMPARE(m_closed, 1);
        QCOMPARE(m_socket->closeCode(), CloseCode::GoingAway);
        QCOMPARE(m_socket->closeReason(), QStringLiteral("bye"));
    }

    void close_inASlot_endsTheMessages()
    {
        givenRawClient();
        connect(m_socket.get(), &WebSocket::textReceived, this, [this] {
            m_socket->sendText("bye");
            m_socket->close();
        });
        m_raw->write(frame(0x81, "a") + frame(0x81, "b"));
        QTRY_COMPARE(m_raw->peek(16), QByteArray("\x81\x03"
                                                 "bye") +
                                          QByteArray::fromHex("880203e8"));
        QCOMPARE(m_texts, QByteArrayList{"a"});
        m_raw->write(frame(0x88, QByteArray::fromHex("03e8")));
        QTRY_COMPARE(m_closed, 1);
    }

    void close_withoutAnAnswer_endsAllTheSame()
    {
        givenRawClient();
        m_socket->close();
        QTRY_COMPARE_WITH_TIMEOUT(m_closed, 1, 10'000);
        QCOMPARE(m_socket->closeCode(), CloseCode::Normal);
    }

    void abort_inASlot_isToldAtOnce()
    {
        givenRawClient();
        connect(m_socket.get(), &WebSocket::textReceived, this, [this] {
            m_socket->abort();
            QCOMPARE(m_closed, 1);
        });
        m_raw->write(frame(0x81, "a") + frame(0x81, "b"));
        QTRY_COMPARE(m_raw->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_texts, QByteArrayList{"a"});
        QCOMPARE(m_closed, 1);
    }

    void connection_lost_isTold()
    {
        givenRawClient();
        m_raw->abort();
        QTRY_COMPARE(m_closed, 1);
        QCOMPARE(m_socket->closeCode(), CloseCode::Lost);
        m_socket->sendText("nobody is there");
        QCOMPARE(m_socket->backlogBytes(), 0);
    }

    void rules_broken_closeTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("not masked") << QByteArray("\x81\x01x") << int(CloseCode::ProtocolError);
        QTest::newRow("reserved bits") << frame(0xF1, "x") << int(CloseCode::ProtocolError);
        QTest::newRow("unknown kind") << frame(0x83, "x") << int(CloseCode::ProtocolError);
        QTest::newRow("nothing to continue") << frame(0x80, "x") << int(CloseCode::ProtocolError);
        QTest::newRow("no utf-8") << frame(0x81, "\xC3\x28") << int(CloseCode::WrongData);
        QTest::newRow("too long") << frame(0x81, QByteArray(2001, 'x')) << int(CloseCode::TooBig);
        QTest::newRow("too long in pieces")
            << frame(0x01, QByteArray(1500, 'x')) + frame(0x80, QByteArray(501, 'x')) << int(CloseCode::TooBig);
    }
    void rules_broken_closeTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        givenRawClient();
        m_socket->setLargestMessage(2000);
        m_raw->write(bytes);
        QTRY_COMPARE(m_closed, 1);
        QCOMPARE(int(m_socket->closeCode()), code);
        QVERIFY(m_texts.isEmpty());
        QTRY_COMPARE(m_raw->state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = m_raw->readAll();
        QCOMPARE(quint8(answer[0]), quint8(0x88));
        QCOMPARE(quint8(answer[2]) << 8 | quint8(answer[3]), code);
    }

    void anyBytes_endWithoutHarm()
    {
        QRandomGenerator random(20'261'123);
        for (int round = 0; round < 100; ++round) {
            QByteArray bytes(random.bounded(1, 600), '\0');
            for (char &byte : bytes) {
                byte = char(random.bounded(256));
            }
            m_closed = 0;
            givenRawClient();
            m_raw->write(bytes);
            m_raw->disconnectFromHost();
            QTRY_COMPARE(m_closed, 1);
        }
    }

    void patientSocket_onABusyThread_getsEverything()
    {
        givenRawClient();
        m_socket->letWait();
        QElapsedTimer busy;
        int sent = 0;
        while (m_texts.size() < 200) {
            if (sent < 200) {
                m_raw->write(frame(0x81, QByteArray::number(sent++)));
                m_raw->flush();
            }
            busy.start();
            while (busy.nsecsElapsed() < 2'000'000) { // Nearly a whole core.
            }
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(m_texts[i].toInt(), i);
        }
    }

    void slowReader_getsEverythingLater()
    {
        givenRawClient();
        m_raw->setReadBufferSize(1024);
        QSignalSpy shrank(m_socket.get(), &WebSocket::backlogShrank);
        const QByteArray piece(60'000, 'z');
        constexpr int Pieces = 200;
        for (int i = 0; i < Pieces; ++i) {
            m_socket->sendBinary(piece);
        }
        QVERIFY(m_socket->backlogBytes() > 0);
        m_raw->setReadBufferSize(0);
        qsizetype got = m_raw->readAll().size();
        connect(m_raw.get(), &QTcpSocket::readyRead, this, [&] { got += m_raw->readAll().size(); });
        QTRY_COMPARE(got, Pieces * (piece.size() + 4));
        QTRY_COMPARE(m_socket->backlogBytes(), 0);
        QVERIFY(!shrank.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_websocket.moc"
