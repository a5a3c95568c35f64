#include "tests/unit/service/api/apifixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// What a clinic decides about approvals, and what follows from it; and requests that come twice.
class TestClinicRules : public QObject {
    Q_OBJECT

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    QString m_admin;
    QString m_doctor;
    QString m_other;
    const QString m_rules = QStringLiteral("/api/v1/clinic/approvals");

    static QJsonObject two(const QJsonArray &kinds) { return {{QStringLiteral("second_signature"), kinds}}; }
    Task givenAwaited(RequestType type)
    {
        Task task = m_api->givenTask(m_api->givenCall(m_clinic), type);
        m_api->inStore([&](Storage::Store &store) -> Result<Storage::DeskTask> {
            auto desk = store.desk().find(m_clinic.id, task.id);
            if (desk) {
                desk->task.queue = TaskQueue::Doctor;
                return store.desk().change(
                    *desk, {.action = QStringLiteral("assign-to-doctor"), .by = {}, .at = m_api->clock.utcNow()});
            }
            return desk;
        });
        return task;
    }
    void givenTwoForRefills()
    {
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0, two({QStringLiteral("prescription_refill")})).status, 200);
    }
    Answer decide(const Task &task, const QString &doctor, qint64 version, const char *decision = "approve")
    {
        return m_api->change("POST", QStringLiteral("/api/v1/approvals/") + task.id.text(), doctor, version,
                             {{QStringLiteral("decision"), QLatin1String(decision)},
                              {QStringLiteral("reason"), QStringLiteral("Because.")}});
    }
    static QString stateOf(const Answer &answer)
    {
        return answer.at("approval").toObject().value(QLatin1String("state")).toString();
    }
    int awaited(const QString &doctor)
    {
        return static_cast<int>(m_api->get(QStringLiteral("/api/v1/approvals"), doctor).items().size());
    }
    int decisionsTold()
    {
        const auto events =
            m_api->inStore([&](Storage::Store &store) { return store.events().after(m_clinic.id, 0, 1000); });
        return static_cast<int>(std::count_if(events.begin(), events.end(), [](const Storage::ClinicEvent &event) {
            return event.kind == QLatin1String("approval.decided");
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        m_clinic = m_api->givenClinic();
        m_admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
        m_doctor = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Doctor));
        m_other = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Doctor));
    }
    void cleanup() { m_api.reset(); }

    void secondSignature_isNeededFromAnotherDoctor()
    {
        const QJsonArray kinds{QStringLiteral("prescription_refill")};
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0, two(kinds)).status, 200);
        QCOMPARE(m_api->get(m_rules, m_doctor).at("second_signature").toArray(), kinds);
        const Task refill = givenAwaited(RequestType::PrescriptionRefill);
        const Answer first = decide(refill, m_doctor, 2);
        QCOMPARE(first.status, 200);
        QCOMPARE(stateOf(first), QStringLiteral("signed"));
        QCOMPARE(awaited(m_other), 1);
        QCOMPARE(decisionsTold(), 0);
        QCOMPARE(decide(refill, m_doctor, 3).code(), QStringLiteral("signed"));
        const Answer second = decide(refill, m_other, 3);
        QCOMPARE(stateOf(second), QStringLiteral("approved"));
        QCOMPARE(second.text("queue"), QStringLiteral("staff"));
        QCOMPARE(awaited(m_other), 0);
        QCOMPARE(decisionsTold(), 1);
        QCOMPARE(m_api->trail.count(QStringLiteral("approval.decided")), 2);
        QCOMPARE(m_api->trail.last(QStringLiteral("approval.decided")).detail, QStringLiteral("approved"));
    }

    void secondDoctor_mayRejectWhatTheFirstSigned()
    {
        givenTwoForRefills();
        const Task refill = givenAwaited(RequestType::PrescriptionRefill);
        QCOMPARE(decide(refill, m_doctor, 2).status, 200);
        QCOMPARE(stateOf(decide(refill, m_other, 3, "reject")), QStringLiteral("rejected"));
        QCOMPARE(awaited(m_doctor), 0);
    }

    void otherKinds_needOneSignature()
    {
        givenTwoForRefills();
        QCOMPARE(stateOf(decide(givenAwaited(RequestType::ReferralRequest), m_doctor, 2)), QStringLiteral("approved"));
    }

    void ruleThatIsTakenBack_leavesOneSignature()
    {
        givenTwoForRefills();
        const Task refill = givenAwaited(RequestType::PrescriptionRefill);
        QCOMPARE(stateOf(decide(refill, m_doctor, 2)), QStringLiteral("signed"));
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 1, two({})).status, 200);
        QCOMPARE(stateOf(decide(refill, m_doctor, 3)), QStringLiteral("approved"));
    }

    void rule_isChecked()
    {
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0, two({QStringLiteral("magic")})).status, 422);
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0).status, 422);
        QCOMPARE(m_api->ask("PUT", m_rules, {m_admin, two({})}).status, 428);
        QCOMPARE(m_api->change("PUT", m_rules, m_doctor, 0, two({})).status, 403);
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0, two({})).status, 200);
        QCOMPARE(m_api->change("PUT", m_rules, m_admin, 0, two({})).status, 412);
    }

    void rule_withOneDoctor_isRefused()
    {
        const ClinicProfile small = m_api->givenClinic(QStringLiteral("+15550100001"));
        const QString admin = m_api->tokenFor(m_api->givenUser(small, Role::Admin));
        m_api->givenUser(small, Role::Doctor);
        QCOMPARE(m_api->change("PUT", m_rules, admin, 0, two({QStringLiteral("prescription_refill")})).code(),
                 QStringLiteral("too_few_doctors"));
    }

    void repeatedHold_isPlacedOnce()
    {
        const QString holds = QStringLiteral("/api/v1/legal-holds");
        const Asking asking{
            m_admin,
            {{QStringLiteral("kind"), QStringLiteral("clinic")}, {QStringLiteral("reason"), QStringLiteral("Lawsuit")}},
            {{"Idempotency-Key", "k1"}}};
        const Answer first = m_api->ask("POST", holds, asking);
        const Answer second = m_api->ask("POST", holds, asking);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.text("id"), first.text("id"));
        QCOMPARE(m_api->get(holds, m_admin).items().size(), 1);
        Asking other = asking;
        other.body.insert(QStringLiteral("reason"), QStringLiteral("Another"));
        QCOMPARE(m_api->ask("POST", holds, other).status, 409);
        QCOMPARE(m_api->ask("DELETE", holds + QLatin1Char('/') + first.text("id"), {m_admin}).status, 204);
        QCOMPARE(m_api->ask("POST", holds, asking).status, 404);
    }

    void repeatedWebhook_isMadeOnce_andItsSecretIsNotLost()
    {
        const QString webhooks = QStringLiteral("/api/v1/webhooks");
        const Asking asking{m_admin,
                            {{QStringLiteral("url"), QStringLiteral("https://hooks.example.com/")},
                             {QStringLiteral("kinds"), QJsonArray{QStringLiteral("task.created")}}},
                            {{"Idempotency-Key", "k1"}}};
        const Answer first = m_api->ask("POST", webhooks, asking);
        const Answer second = m_api->ask("POST", webhooks, asking);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.text("id"), first.text("id"));
        QCOMPARE(second.text("secret"), first.text("secret"));
        QCOMPARE(m_api->get(webhooks, m_admin).items().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestClinicRules)
#include "tst_clinicrules.moc"
