#include "service/webhooks/networkrule.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Webhooks;

class TestNetworkRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_isPublicOrNot_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        for (const char *address : {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.167.255.255",
                                    "100.63.255.255", "100.128.0.1", "223.255.255.255", "2606:4700:4700::1111",
                                    "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"}) {
            QTest::newRow(address) << QString::fromLatin1(address) << true;
        }
        for (const char *address : {"0.0.0.0",
                                    "10.1.2.3",
                                    "100.64.0.1",
                                    "127.0.0.1",
                                    "127.8.8.8",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.0.0.8",
                                    "192.0.2.1",
                                    "192.168.1.1",
                                    "198.18.0.1",
                                    "198.51.100.1",
                                    "203.0.113.9",
                                    "224.0.0.1",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd00:ec2::254",
                                    "ff02::1",
                                    "2001:db8::1",
                                    "2001::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:169.254.169.254",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b::a9fe:a9fe",
                                    "64:ff9b:1::1",
                                    "2002:7f00:1::1",
                                    "2002:a00:1::1",
                                    "100::1",
                                    "::8.8.8.8"}) {
            QTest::newRow(address) << QString::fromLatin1(address) << false;
        }
    }
    void address_isPublicOrNot()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPublic);
        const QHostAddress read(address);
        QVERIFY(!read.isNull());
        QCOMPARE(Webhooks::isPublic(read), isPublic);
        QCOMPARE(NetworkRule().allows(read), isPublic);
    }

    void namedNetwork_isAllowed_andNoOther()
    {
        const auto rule = NetworkRule::withNetworks(QStringLiteral("10.2.0.0/16, fd00:1::/32,127.0.0.1"));
        QVERIFY(rule->allows(QHostAddress(QStringLiteral("10.2.9.9"))));
        QVERIFY(rule->allows(QHostAddress(QStringLiteral("::ffff:10.2.9.9"))));
        QVERIFY(rule->allows(QHostAddress(QStringLiteral("fd00:1::7"))));
        QVERIFY(rule->allows(QHostAddress(QStringLiteral("127.0.0.1"))));
        QVERIFY(!rule->allows(QHostAddress(QStringLiteral("127.0.0.2"))));
        QVERIFY(!rule->allows(QHostAddress(QStringLiteral("10.3.0.1"))));
        QVERIFY(!rule->allows(QHostAddress(QStringLiteral("fd00:2::7"))));
        QVERIFY(rule->allows(QHostAddress(QStringLiteral("8.8.8.8"))));
    }

    void noNetwork_isRefused()
    {
        QCOMPARE(NetworkRule::withNetworks(QStringLiteral("10.2.0.0/16,home")).error().code, ErrorCode::InvalidInput);
        QVERIFY(NetworkRule::withNetworks(QString()).ok());
    }

    void url_isCheckedWhenItIsSet_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<bool>("isGoodWithLoopback");
        QTest::newRow("https") << "https://hooks.example.com/in?key=1" << true << true;
        QTest::newRow("with a port") << "https://hooks.example.com:8443/in" << true << true;
        QTest::newRow("public address") << "https://8.8.8.8/in" << true << true;
        QTest::newRow("http") << "http://hooks.example.com/in" << false << false;
        QTest::newRow("ftp") << "ftp://hooks.example.com/in" << false << false;
        QTest::newRow("user") << "https://ann@hooks.example.com/in" << false << false;
        QTest::newRow("fragment") << "https://hooks.example.com/in#x" << false << false;
        QTest::newRow("no host") << "https:///in" << false << false;
        QTest::newRow("not a url") << "hooks" << false << false;
        QTest::newRow("metadata") << "https://169.254.169.254/latest" << false << false;
        QTest::newRow("private") << "https://192.168.1.1/" << false << false;
        QTest::newRow("IPv6 of this machine") << "https://[::1]/" << false << false;
        QTest::newRow("loopback") << "http://127.0.0.1:9000/in" << false << true;
        QTest::newRow("localhost") << "http://localhost:9000/in" << false << true;
        QTest::newRow("localhost by https") << "https://localhost/in" << false << true;
    }
    void url_isCheckedWhenItIsSet()
    {
        QFETCH(QString, url);
        QFETCH(bool, isGood);
        QFETCH(bool, isGoodWithLoopback);
        QCOMPARE(NetworkRule().check(QUrl(url, QUrl::StrictMode)).ok(), isGood);
        QCOMPARE(NetworkRule::withNetworks(QStringLiteral("127.0.0.0/8"))->check(QUrl(url, QUrl::StrictMode)).ok(),
                 isGoodWithLoopback);
    }

    void url_tooLong_isRefused()
    {
        const QUrl url(QStringLiteral("https://hooks.example.com/") +
                       QString(NetworkRule::LongestUrl, QLatin1Char('a')));
        QVERIFY(!NetworkRule().check(url).ok());
    }
};

QTEST_APPLESS_MAIN(TestNetworkRule)
#include "tst_networkrule.moc"
