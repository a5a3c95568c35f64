#include "tests/unit/service/api/apifixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

class TestWebhookRoutes : public QObject {
    Q_OBJECT

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    QString m_admin;

    static QJsonObject wanted(const QString &url = QStringLiteral("https://hooks.example.com/in?key=zanzibar"),
                              const QJsonArray &kinds = {QStringLiteral("task.created")})
    {
        return {{QStringLiteral("url"), url}, {QStringLiteral("kinds"), kinds}};
    }
    Answer given() { return m_api->post(QStringLiteral("/api/v1/webhooks"), m_admin, wanted()); }
    static QString pathOf(const Answer &made) { return QStringLiteral("/api/v1/webhooks/") + made.text("id"); }

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        m_clinic = m_api->givenClinic();
        m_admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
    }
    void cleanup() { m_api.reset(); }

    void create_showsTheSecretOnce()
    {
        const Answer made = given();
        QCOMPARE(made.status, 201);
        QVERIFY(made.text("secret").startsWith(QLatin1String("whsec_")));
        QVERIFY(made.text("secret").size() > 40);
        QCOMPARE(made.headers.value("etag"), QByteArray("\"v1\""));
        QVERIFY(made.at("enabled").toBool());
        for (const QString &path : {QStringLiteral("/api/v1/webhooks"), pathOf(made)}) {
            const Answer again = m_api->get(path, m_admin);
            QCOMPARE(again.status, 200);
            QVERIFY(again.raw.contains("hooks.example.com"));
            QVERIFY(!again.raw.contains("whsec_"));
        }
        QCOMPARE(m_api->trail.count(QStringLiteral("webhook.created")), 1);
        QVERIFY(!m_api->trail.last(QStringLiteral("webhook.created")).detail.contains(QLatin1String("zanzibar")));
    }

    void create_ofWhatMustNotBe_isRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QJsonArray>("kinds");
        const QJsonArray good{QStringLiteral("task.created")};
        QTest::newRow("plain http") << QStringLiteral("http://hooks.example.com/") << good;
        QTest::newRow("metadata") << QStringLiteral("https://169.254.169.254/latest/meta-data") << good;
        QTest::newRow("private") << QStringLiteral("https://10.0.0.1/") << good;
        QTest::newRow("no address") << QString() << good;
        QTest::newRow("no kinds") << QStringLiteral("https://hooks.example.com/") << QJsonArray();
        QTest::newRow("unknown kind") << QStringLiteral("https://hooks.example.com/")
                                      << QJsonArray{QStringLiteral("call.words")};
    }
    void create_ofWhatMustNotBe_isRefused()
    {
        QFETCH(QString, url);
        QFETCH(QJsonArray, kinds);
        QCOMPARE(m_api->post(QStringLiteral("/api/v1/webhooks"), m_admin, wanted(url, kinds)).status, 422);
        QVERIFY(m_api->get(QStringLiteral("/api/v1/webhooks"), m_admin).items().isEmpty());
    }

    void create_beyondTheMost_isRefused()
    {
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(given().status, 201);
        }
        QCOMPARE(given().code(), QStringLiteral("too_many"));
    }

    void change_needsTheVersion_andKeepsWhatIsNotNamed()
    {
        const Answer made = given();
        const QString path = pathOf(made);
        const QJsonObject off{{QStringLiteral("enabled"), false}};
        QCOMPARE(m_api->ask("PATCH", path, {m_admin, off}).status, 428);
        const Answer changed = m_api->change("PATCH", path, m_admin, 1, off);
        QCOMPARE(changed.status, 200);
        QVERIFY(!changed.at("enabled").toBool(true));
        QCOMPARE(changed.text("url"), made.text("url"));
        QVERIFY(!changed.raw.contains("whsec_"));
        const Answer stale = m_api->change("PATCH", path, m_admin, 1, off);
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.at("current").toObject().value(QLatin1String("version")).toInteger(), qint64{2});
        QCOMPARE(m_api->change("PATCH", path, m_admin, 2, {{QStringLiteral("enabled"), 1}}).status, 422);
        QCOMPARE(m_api->change("PATCH", path, m_admin, 2, {{QStringLiteral("url"), QStringLiteral("http://x.example")}})
                     .status,
                 422);
        const Answer kinds = m_api->change(
            "PATCH", path, m_admin, 2,
            {{QStringLiteral("kinds"), QJsonArray{QStringLiteral("call.ended"), QStringLiteral("call.ended")}},
             {QStringLiteral("url"), QStringLiteral("https://other.example.com/")}});
        QCOMPARE(kinds.at("kinds").toArray(), QJsonArray{QStringLiteral("call.ended")});
        QCOMPARE(kinds.text("url"), QStringLiteral("https://other.example.com/"));
        QCOMPARE(m_api->trail.count(QStringLiteral("webhook.changed")), 2);
    }

    void renewedSecret_isShownOnce_andTheOldOneSignsForAWhile()
    {
        const Answer made = given();
        const Answer renewed = m_api->change("POST", pathOf(made) + QStringLiteral("/secret"), m_admin, 1);
        QCOMPARE(renewed.status, 200);
        QVERIFY(renewed.text("secret").startsWith(QLatin1String("whsec_")));
        QVERIFY(renewed.text("secret") != made.text("secret"));
        const QDateTime until = QDateTime::fromString(renewed.text("old_secret_until"), Qt::ISODate);
        QCOMPARE(m_api->clock.utcNow().secsTo(until), qint64{24 * 3600});
        const auto kept =
            m_api->inStore([&](Storage::Store &store) { return store.webhooks().find(m_clinic.id, made.text("id")); });
        QCOMPARE(QString::fromLatin1(kept.previousSecret), made.text("secret"));
        QCOMPARE(QString::fromLatin1(kept.secret), renewed.text("secret"));
        const Answer atOnce = m_api->change("POST", pathOf(made) + QStringLiteral("/secret"), m_admin, 2,
                                            {{QStringLiteral("keep_old_hours"), 0}});
        QVERIFY(atOnce.at("old_secret_until").isNull());
        QCOMPARE(m_api
                     ->change("POST", pathOf(made) + QStringLiteral("/secret"), m_admin, 3,
                              {{QStringLiteral("keep_old_hours"), 1000}})
                     .status,
                 422);
    }

    void test_isAskedFor_andItsOutcomeCanBeRead()
    {
        const Answer made = given();
        QCOMPARE(m_api->post(pathOf(made) + QStringLiteral("/test"), m_admin).status, 202);
        m_api->inStore([&](Storage::Store &store) -> Result<int> {
            auto asked = store.webhooks().testsAsked(10);
            if (!asked || asked->size() != 1) {
                return Error{ErrorCode::Internal, QStringLiteral("No test was asked for.")};
            }
            asked->front().lastTest = {m_api->clock.utcNow(), 404, QStringLiteral("The receiver answered 404.")};
            const auto settled = store.webhooks().settleTest(asked->front());
            return settled ? Result<int>(0) : settled.error();
        });
        const QJsonObject test = m_api->get(pathOf(made), m_admin).at("last_test").toObject();
        QCOMPARE(test.value(QLatin1String("status")).toInt(), 404);
        QCOMPARE(test.value(QLatin1String("problem")).toString(), QStringLiteral("The receiver answered 404."));
    }

    void attempts_canBeRead_withWhatWasToldAndWhatCameOfIt()
    {
        const Answer made = given();
        QCOMPARE(made.at("attempts").toArray().size(), 0);
        m_api->inStore([&](Storage::Store &store) -> Result<int> {
            auto webhook = store.webhooks().find(m_clinic.id, made.text("id"));
            webhook->note({m_api->clock.utcNow(), 500, QStringLiteral("The receiver answered 500."), 7,
                           QStringLiteral("task.created")});
            webhook->note({m_api->clock.utcNow(), 200, QString(), 7, QStringLiteral("task.created")});
            const auto settled = store.webhooks().settle(*webhook);
            return settled ? Result<int>(0) : settled.error();
        });
        const QJsonArray attempts = m_api->get(pathOf(made), m_admin).at("attempts").toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0].toObject().value(QLatin1String("status")).toInt(), 200);
        QVERIFY(attempts[0].toObject().value(QLatin1String("problem")).isNull());
        QCOMPARE(attempts[1].toObject().value(QLatin1String("status")).toInt(), 500);
        QCOMPARE(attempts[1].toObject().value(QLatin1String("kind")).toString(), QStringLiteral("task.created"));
    }

    void removed_isGone()
    {
        const Answer made = given();
        QCOMPARE(m_api->ask("DELETE", pathOf(made), {m_admin}).status, 204);
        for (const char *method : {"GET", "DELETE"}) {
            QCOMPARE(m_api->ask(method, pathOf(made), {m_admin}).status, 404);
        }
        QCOMPARE(m_api->change("PATCH", pathOf(made), m_admin, 1).status, 404);
        QCOMPARE(m_api->trail.count(QStringLiteral("webhook.removed")), 1);
    }

    void othersThanTheAdmin_mayNot()
    {
        for (const Role role : {Role::Receptionist, Role::Doctor}) {
            const QString token = m_api->tokenFor(m_api->givenUser(m_clinic, role));
            QCOMPARE(m_api->post(QStringLiteral("/api/v1/webhooks"), token, wanted()).status, 403);
            QCOMPARE(m_api->get(QStringLiteral("/api/v1/webhooks"), token).status, 403);
        }
    }

    void brokenTrail_keepsNothing()
    {
        m_api->trail.setBroken(true);
        QCOMPARE(given().status, 503);
        m_api->trail.setBroken(false);
        QVERIFY(m_api->get(QStringLiteral("/api/v1/webhooks"), m_admin).items().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWebhookRoutes)
#include "tst_webhookroutes.moc"
