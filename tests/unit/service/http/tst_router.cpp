#include "service/http/router.h"

#include <QTest>

using namespace Frontdesk::Http;

class TestRouter : public QObject {
    Q_OBJECT

private:
    Router m_router;

    static HttpHandler nothing()
    {
        return [](const HttpRequest &, const HttpResponder &) {};
    }
    Router::Match match(Method method, const char *target) const
    {
        return m_router.match(method, parseTarget(target)->segments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_router.add(Method::Get, QStringLiteral("/api/v1/tasks"), nothing());
        m_router.add(Method::Get, QStringLiteral("/api/v1/tasks/{id}"), nothing());
        m_router.add(Method::Patch, QStringLiteral("/api/v1/tasks/{id}"), nothing(), {4096});
        m_router.add(Method::Get, QStringLiteral("/api/v1/tasks/mine"), nothing());
        m_router.add(Method::Get, QStringLiteral("/api/v1/{kind}/{id}/notes"), nothing());
        m_router.addWebSocket(QStringLiteral("/api/v1/live"), {});
    }

    void match_parameter_isDecoded()
    {
        const auto found = match(Method::Patch, "/api/v1/tasks/a%2Fb");
        QVERIFY(found.handler);
        QCOMPARE(found.options.bodyLimitBytes, qint64{4096});
        QCOMPARE(found.parameters.size(), size_t{1});
        QCOMPARE(found.parameters[0].name, QStringLiteral("id"));
        QCOMPARE(found.parameters[0].value, QStringLiteral("a/b"));
    }

    void match_literalAndName_literalWins()
    {
        QCOMPARE(match(Method::Get, "/api/v1/tasks/mine").pattern, QStringLiteral("/api/v1/tasks/mine"));
        QCOMPARE(match(Method::Get, "/api/v1/tasks/other").pattern, QStringLiteral("/api/v1/tasks/{id}"));
    }

    void match_twoNames_bothAreFilled()
    {
        const auto found = match(Method::Get, "/api/v1/calls/7/notes");
        QCOMPARE(found.parameters.size(), size_t{2});
        QCOMPARE(found.parameters[0].value, QStringLiteral("calls"));
        QCOMPARE(found.parameters[1].value, QStringLiteral("7"));
    }

    void match_head_findsGet() { QVERIFY(match(Method::Head, "/api/v1/tasks").handler); }

    void match_otherMethod_listsWhatIsAllowed()
    {
        const auto found = match(Method::Delete, "/api/v1/tasks/7");
        QVERIFY(!found.handler);
        QCOMPARE(found.allowed, (std::vector<Method>{Method::Get, Method::Patch}));
    }

    void match_unknownPath_isNothing_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/", "/api/v1/tasks/", "/api/v1/tasks//", "/api/v1/tasks/7/more", "/API/v1/tasks"}) {
            QTest::newRow(target) << QByteArray(target);
        }
    }
    void match_unknownPath_isNothing()
    {
        QFETCH(QByteArray, target);
        const auto found = match(Method::Get, target.constData());
        QVERIFY(!found.handler && !found.webSocket && found.allowed.empty());
    }

    void match_webSocketPath_hasNoHandler()
    {
        const auto found = match(Method::Get, "/api/v1/live");
        QVERIFY(found.webSocket);
        QVERIFY(!found.handler);
        QVERIFY(!match(Method::Post, "/api/v1/live").webSocket);
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
