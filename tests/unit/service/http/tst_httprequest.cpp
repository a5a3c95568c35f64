#include "service/http/httprequest.h"

#include <QTest>

using namespace Frontdesk::Http;

class TestHttpRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parseTarget_pathAndQuery_areDecoded()
    {
        const auto target = parseTarget("/a%20b/c%2Fd/?name=J%C3%B6rg+M&x=&flag&name=2");
        QVERIFY(target);
        QCOMPARE(target->path, QStringLiteral("/a b/c/d/"));
        QCOMPARE(target->segments, (std::vector<QString>{QStringLiteral("a b"), QStringLiteral("c/d"), QString()}));
        QCOMPARE(target->query.size(), size_t{4});
        QCOMPARE(target->query[0].value, QStringLiteral("Jörg M"));
        QCOMPARE(target->query[2].name, QStringLiteral("flag"));
        QCOMPARE(target->query[3].value, QStringLiteral("2"));
    }

    void parseTarget_plusInPath_isKept() { QCOMPARE(parseTarget("/a+b")->path, QStringLiteral("/a+b")); }

    void parseTarget_malformed_isNothing_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("absolute form") << QByteArray("http://a/b");
        QTest::newRow("asterisk") << QByteArray("*");
        QTest::newRow("broken escape") << QByteArray("/a%4");
        QTest::newRow("no hex") << QByteArray("/a%zz");
        QTest::newRow("escape at end") << QByteArray("/%");
        QTest::newRow("nul") << QByteArray("/a%00b");
        QTest::newRow("line break") << QByteArray("/a?x=%0d%0a");
        QTest::newRow("not utf-8") << QByteArray("/%ff");
        QTest::newRow("overlong slash") << QByteArray("/%c0%af");
        QTest::newRow("surrogate") << QByteArray("/%ed%a0%80");
        QTest::newRow("broken query") << QByteArray("/a?%=1");
    }
    void parseTarget_malformed_isNothing()
    {
        QFETCH(QByteArray, target);
        QVERIFY(!parseTarget(target));
    }

    void header_otherLetterCase_isFound()
    {
        HttpRequest request;
        request.headers = {{"x-Twilio-signature", "abc"}, {"Content-Type", "Application/JSON; charset=utf-8"}};
        QCOMPARE(request.header("X-Twilio-Signature"), QByteArray("abc"));
        QCOMPARE(request.contentType(), QByteArray("application/json"));
        QVERIFY(!request.hasHeader("Host"));
        QVERIFY(request.header("Host").isEmpty());
    }

    void queryValue_repeatedName_isTheFirst()
    {
        HttpRequest request;
        request.query = {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("a"), QStringLiteral("2")}};
        QCOMPARE(request.queryValue(u"a"), std::optional(QStringLiteral("1")));
        QVERIFY(!request.queryValue(u"b"));
    }

    void methodName_eachMethod_isAsOnTheWire()
    {
        QByteArrayList names;
        for (const Method method :
             {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options}) {
            names.append(methodName(method));
        }
        QCOMPARE(names.join(' '), QByteArray("GET HEAD POST PUT PATCH DELETE OPTIONS"));
    }
};

QTEST_APPLESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
