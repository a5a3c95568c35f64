#include "service/outgoing/endpoint.h"

#include <QTest>

using namespace Frontdesk;

class TestEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void check_allowsOnlyEncryptionOrThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https") << QStringLiteral("https://api.openai.com/v1") << true;
        QTest::newRow("wss") << QStringLiteral("wss://api.deepgram.com") << true;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/v1") << true;
        QTest::newRow("loopback, another") << QStringLiteral("ws://127.8.9.1:1") << true;
        QTest::newRow("loopback six") << QStringLiteral("ws://[::1]:9000") << true;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:11434/v1") << true;
        QTest::newRow("plain") << QStringLiteral("http://api.openai.com/v1") << false;
        QTest::newRow("plain socket") << QStringLiteral("ws://api.deepgram.com") << false;
        QTest::newRow("looks local") << QStringLiteral("http://localhost.example.com/") << false;
        QTest::newRow("private network") << QStringLiteral("http://192.168.1.5:8000/v1") << false;
        QTest::newRow("other scheme") << QStringLiteral("ftp://127.0.0.1/") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void check_allowsOnlyEncryptionOrThisMachine()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        QCOMPARE(Outgoing::checkEndpoint(QUrl(url)).ok(), allowed);
    }

    void port_isTheSchemesOwnUnlessNamed()
    {
        QCOMPARE(Outgoing::portOf(QUrl(QStringLiteral("https://a"))), quint16(443));
        QCOMPARE(Outgoing::portOf(QUrl(QStringLiteral("ws://localhost"))), quint16(80));
        QCOMPARE(Outgoing::portOf(QUrl(QStringLiteral("wss://a:8443"))), quint16(8443));
    }

    void under_joinsWithOneSlash()
    {
        const QString joined = QStringLiteral("https://host/v1/chat");
        QCOMPARE(Outgoing::under(QUrl(QStringLiteral("https://host/v1")), QStringLiteral("/chat")).toString(), joined);
        QCOMPARE(Outgoing::under(QUrl(QStringLiteral("https://host/v1/")), QStringLiteral("/chat")).toString(), joined);
        QCOMPARE(Outgoing::under(QUrl(QStringLiteral("https://host")), QStringLiteral("/v1/chat")).toString(), joined);
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
