#include "tests/unit/service/api/apifixture.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// What a clinic owes its patients: their records in their hands, their deletion, and that nothing is deleted which a
/// court may ask for.
class TestPatients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void exportPatient_named_givesEverythingAboutThemAlone();
    void exportPatient_nobody_isInvalid();
    void exportClinic_pages_giveEveryCallOnce();
    void erasePatient_deletesTheirCallsOnly();
    void erasePatient_held_stays();
    void holds_placedListedReleased_areInTheLog();
    void holds_wrong_areRefused();

private:
    CallRecord givenCallAbout(const QString &patient, int minutesAgo);
    [[nodiscard]] QStringList calls();

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    QString m_admin;
};

void TestPatients::init()
{
    m_api = std::make_unique<ApiFixture>();
    m_clinic = m_api->givenClinic();
    m_admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
}

CallRecord TestPatients::givenCallAbout(const QString &patient, int minutesAgo)
{
    const CallRecord call = m_api->givenCall(m_clinic, minutesAgo);
    m_api->givenTask(call, RequestType::Other, TaskPriority::Normal, patient);
    TurnRecord turn;
    turn.callId = call.id;
    turn.number = 1;
    turn.text = QStringLiteral("it is about ") + patient;
    turn.heardText = turn.text;
    turn.at = call.startedAt;
    m_api->inStore([&](Storage::Store &store) -> Result<bool> {
        const auto kept = store.calls().saveTurn(m_clinic.id, turn);
        return kept
                   ? store.calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), call.startedAt.addSecs(60))
                   : kept.error();
    });
    return call;
}

QStringList TestPatients::calls()
{
    QStringList names;
    for (const QJsonValue &item : m_api->get(QStringLiteral("/api/v1/calls"), m_admin).items()) {
        names << item.toObject().value(QLatin1String("patient_name")).toString();
    }
    return names;
}

void TestPatients::exportPatient_named_givesEverythingAboutThemAlone()
{
    const CallRecord call = givenCallAbout(QStringLiteral("Zoe Lamb"), 30);
    givenCallAbout(QStringLiteral("Pat Example"), 20);
    const Answer answer = m_api->post(QStringLiteral("/api/v1/patients/export"), m_admin,
                                      {{QStringLiteral("name"), QStringLiteral("zoe lamb")}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.items().size(), 1);
    const QJsonObject exported = answer.items().first().toObject();
    QCOMPARE(exported.value(QLatin1String("id")).toString(), call.id.text());
    const QJsonObject turn = exported.value(QLatin1String("turns")).toArray().first().toObject();
    QCOMPARE(turn.value(QLatin1String("text")).toString(), QStringLiteral("it is about Zoe Lamb"));
    const QJsonObject task = exported.value(QLatin1String("tasks")).toArray().first().toObject();
    QCOMPARE(task.value(QLatin1String("details")).toObject().value(QLatin1String("patient_name")).toString(),
             QStringLiteral("Zoe Lamb"));
    const AuditLine line = m_api->trail.last(QStringLiteral("patient.exported"));
    QCOMPARE(line.detail, QStringLiteral("1 calls")); // Whose they were stands nowhere in the clear.
}

void TestPatients::exportPatient_nobody_isInvalid()
{
    QCOMPARE(m_api->post(QStringLiteral("/api/v1/patients/export"), m_admin).status, 422);
    QCOMPARE(
        m_api
            ->post(QStringLiteral("/api/v1/patients/export"), m_admin,
                   {{QStringLiteral("name"), QStringLiteral("Zoe")}, {QStringLiteral("cursor"), QStringLiteral("x")}})
            .code(),
        QStringLiteral("bad_cursor"));
}

void TestPatients::exportClinic_pages_giveEveryCallOnce()
{
    constexpr int Calls = 30; // More than a page.
    for (int i = 0; i < Calls; ++i) {
        m_api->givenCall(m_clinic, i + 1);
    }
    QSet<QString> seen;
    int items = 0;
    QString cursor;
    do {
        const Answer page = m_api->get(QStringLiteral("/api/v1/export?cursor=") + cursor, m_admin);
        QCOMPARE(page.status, 200);
        for (const QJsonValue &item : page.items()) {
            seen.insert(item.toObject().value(QLatin1String("id")).toString());
            ++items;
        }
        cursor = page.text("next_cursor");
    } while (!cursor.isEmpty());
    QCOMPARE(items, Calls);
    QCOMPARE(seen.size(), Calls);
    QCOMPARE(m_api->trail.count(QStringLiteral("clinic.exported")), 2);
}

void TestPatients::erasePatient_deletesTheirCallsOnly()
{
    givenCallAbout(QStringLiteral("Zoe Lamb"), 30);
    givenCallAbout(QStringLiteral("Zoe Lamb"), 25);
    givenCallAbout(QStringLiteral("Pat Example"), 20);
    const Answer answer = m_api->post(QStringLiteral("/api/v1/patients/erase"), m_admin,
                                      {{QStringLiteral("name"), QStringLiteral("Zoe Lamb")}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.at("erased").toInt(), 2);
    QCOMPARE(answer.at("held").toInt(), 0);
    QVERIFY(!answer.at("more").toBool());
    QCOMPARE(calls(), QStringList(QStringLiteral("Pat Example")));
    QCOMPARE(m_api->trail.last(QStringLiteral("patient.erased")).detail, QStringLiteral("2 calls deleted, 0 held"));
}

void TestPatients::erasePatient_held_stays()
{
    const CallRecord call = givenCallAbout(QStringLiteral("Zoe Lamb"), 30);
    const Answer hold = m_api->post(QStringLiteral("/api/v1/legal-holds"), m_admin,
                                    {{QStringLiteral("kind"), QStringLiteral("call")},
                                     {QStringLiteral("call_id"), call.id.text()},
                                     {QStringLiteral("reason"), QStringLiteral("Lamb against the clinic")}});
    QCOMPARE(hold.status, 201);
    const Answer answer = m_api->post(QStringLiteral("/api/v1/patients/erase"), m_admin,
                                      {{QStringLiteral("name"), QStringLiteral("Zoe Lamb")}});
    QCOMPARE(answer.at("erased").toInt(), 0);
    QCOMPARE(answer.at("held").toInt(), 1);
    QCOMPARE(calls(), QStringList(QStringLiteral("Zoe Lamb")));
}

void TestPatients::holds_placedListedReleased_areInTheLog()
{
    const QString path = QStringLiteral("/api/v1/legal-holds");
    const Answer placed = m_api->post(path, m_admin,
                                      {{QStringLiteral("kind"), QStringLiteral("patient")},
                                       {QStringLiteral("name"), QStringLiteral("Zoe Lamb")},
                                       {QStringLiteral("reason"), QStringLiteral("Lamb against the clinic")}});
    QCOMPARE(placed.status, 201);
    const QString id = placed.text("id");
    QCOMPARE(m_api->trail.last(QStringLiteral("hold.placed")).subject.id, id);
    const QJsonArray items = m_api->get(path, m_admin).items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().toObject(), placed.body);
    QCOMPARE(m_api->ask("DELETE", path + QLatin1Char('/') + id, {m_admin}).status, 204);
    QCOMPARE(m_api->ask("DELETE", path + QLatin1Char('/') + id, {m_admin}).status, 404);
    QVERIFY(m_api->get(path, m_admin).items().isEmpty());
    QCOMPARE(m_api->trail.last(QStringLiteral("hold.released")).subject.id, id);
}

void TestPatients::holds_wrong_areRefused()
{
    const QString path = QStringLiteral("/api/v1/legal-holds");
    const QJsonObject reason{{QStringLiteral("reason"), QStringLiteral("because of it")}};
    const auto status = [&](const char *name, const QString &value, const char *kind) {
        QJsonObject body = reason;
        body.insert(QStringLiteral("kind"), QLatin1String(kind));
        body.insert(QLatin1String(name), value);
        return m_api->post(path, m_admin, body).status;
    };
    QCOMPARE(status("kind", QStringLiteral("everything"), "x"), 422);
    QCOMPARE(status("call_id", QString(), "call"), 422);
    QCOMPARE(status("call_id", QStringLiteral("none"), "call"), 404);
    QCOMPARE(status("name", QString(), "patient"), 422);
    QCOMPARE(status("name", QString(), "clinic"), 201);
}

QTEST_GUILESS_MAIN(TestPatients)
#include "tst_patients.moc"
