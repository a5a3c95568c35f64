#include "tests/unit/service/api/apifixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// Asks every operation as everybody, over real HTTP: with the permission and without, for one's own clinic and with the
/// ids of another, without a token, with a wrong one, an old one and one whose session is over.
class TestPermissionWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void everyOperation_needsWhoMayAsk();
    void everyOperation_oldToken_isRefused();
    void everyOperation_foreignIds_showAndChangeNothing();
    void everyOperation_operator_mustSayWhy();

private:
    struct Target {
        QByteArray method;
        QString path;
        Identity::Permission permission;
    };
    /// Every protected operation; `{id}` stands for each kind of thing in turn, so that the right kind is among them.
    [[nodiscard]] std::vector<Target> targets(const QStringList &ids) const;
    /// A body and headers with which most operations would really do something.
    [[nodiscard]] static Asking fullRequest(const QString &token);

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_own;
    ClinicProfile m_foreign;
    QStringList m_foreignIds;
    Task m_foreignTask;
    User m_foreignUser;
    EscalationRecord m_foreignEscalation;
    const std::vector<Role> m_roles{Role::Receptionist, Role::Doctor, Role::Admin, Role::Operator};
};

namespace {

const QString Secret = QStringLiteral("Zanzibar"); // In every record of the foreign clinic, and nowhere else.
constexpr int Ok = 200;

} // namespace

void TestPermissionWalk::init()
{
    m_api = std::make_unique<ApiFixture>();
    m_own = m_api->givenClinic();
    m_foreign = m_api->givenClinic(QStringLiteral("+15550100001"));
    m_foreign.name = Secret + QStringLiteral(" Clinic");
    const CallRecord call = m_api->givenCall(m_foreign);
    m_foreignTask = m_api->givenTask(call, RequestType::ReferralRequest, TaskPriority::Normal, Secret);
    m_foreignUser = m_api->givenUser(m_foreign, Role::Doctor, Secret.toLower() + QStringLiteral("@example.com"));
    m_foreignEscalation.clinicId = m_foreign.id;
    m_foreignEscalation.callId = call.id;
    m_foreignEscalation.decidedAt = m_api->clock.utcNow();
    m_foreignEscalation.evidence = {{.reason = EscalationReason::HumanRequest,
                                     .signal = {},
                                     .rule = {},
                                     .words = Secret,
                                     .value = 0,
                                     .threshold = 0,
                                     .weight = 1}};
    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto named = store.clinics().update(m_foreign, m_api->clock.utcNow());
        const auto raised = store.escalations().record(m_foreignEscalation);
        TurnRecord turn;
        turn.callId = call.id;
        turn.number = 1;
        turn.text = Secret;
        turn.at = m_api->clock.utcNow();
        const auto spoken = store.calls().saveTurn(m_foreign.id, turn);
        if (!named || !raised || !spoken) {
            return Error{ErrorCode::Internal, QStringLiteral("The foreign clinic cannot be made.")};
        }
        m_foreignEscalation = *raised;
        return 0;
    });
    Storage::Webhook webhook;
    webhook.clinic = m_foreign.id;
    webhook.url = QStringLiteral("https://hooks.example.com/") + Secret;
    webhook.kinds = {QStringLiteral("task.created")};
    webhook.secret = Secret.toLatin1();
    webhook =
        m_api->inStore([&](Storage::Store &store) { return store.webhooks().add(webhook, m_api->clock.utcNow()); });
    m_foreignIds = {m_foreignTask.id.text(), call.id.text(), m_foreignUser.id.text(), m_foreignEscalation.id.text(),
                    webhook.id};
}

std::vector<TestPermissionWalk::Target> TestPermissionWalk::targets(const QStringList &ids) const
{
    std::vector<Target> all;
    for (const Operation &operation : m_api->api->operations()) {
        if (!operation.permission) {
            continue;
        }
        const bool hasId = operation.path.contains(QLatin1String("{id}"));
        for (const QString &id : hasId ? ids : QStringList{QString()}) {
            QString path = operation.path;
            path.replace(QLatin1String("{id}"), id).replace(QLatin1String("{name}"), QLatin1String("vendor"));
            all.push_back({Http::methodName(operation.method), path, *operation.permission});
        }
    }
    return all;
}

Asking TestPermissionWalk::fullRequest(const QString &token)
{
    return {token,
            {{QStringLiteral("text"), QStringLiteral("Taken.")},
             {QStringLiteral("decision"), QStringLiteral("approve")},
             {QStringLiteral("name"), QStringLiteral("Taken")},
             {QStringLiteral("status"), QStringLiteral("deactivated")}},
            {{"If-Match", etagOf(1)}}};
}

void TestPermissionWalk::everyOperation_needsWhoMayAsk()
{
    int asked = 0;
    for (const Role role : m_roles) {
        const User user = m_api->givenUser(m_own, role);
        for (const Target &target : targets({QStringLiteral("nothing")})) {
            Asking asking{m_api->tokenFor(user), {}, {}};
            if (role == Role::Operator) {
                asking.headers = {{Gate::ClinicHeader, m_own.id.text().toLatin1()},
                                  {Gate::ReasonHeader, "Looks after a problem"}};
            }
            const QByteArray what = target.method + ' ' + target.path.toUtf8() + " as " + roleName(role).toUtf8();
            const Answer answer = m_api->ask(target.method, target.path, asking);
            ++asked;
            if (Identity::allows(role, target.permission)) {
                QVERIFY2(answer.status != 401 && answer.status != 403 && answer.status != 0 && answer.status < 500,
                         what);
            } else {
                QVERIFY2(answer.status == 403 && answer.code() == QLatin1String("forbidden"), what);
            }
            asking.token.clear();
            QVERIFY2(m_api->ask(target.method, target.path, asking).code() == QLatin1String("not_signed_in"), what);
            asking.token = QStringLiteral("a.b.c");
            QVERIFY2(m_api->ask(target.method, target.path, asking).status == 401, what);
        }
    }
    qInfo() << asked << "operations asked by four roles, each also without a token and with a wrong one";
}

void TestPermissionWalk::everyOperation_oldToken_isRefused()
{
    const User admin = m_api->givenUser(m_own, Role::Admin);
    const QString ended = m_api->tokenFor(admin);
    m_api->inStore([&](Storage::Store &store) { return store.sessions().endAll(admin.id, {}, m_api->clock.utcNow()); });
    for (const Target &target : targets({QStringLiteral("nothing")})) {
        if (Identity::allows(Role::Admin, target.permission) && target.path != QLatin1String("/api/v1/auth/password") &&
            !(target.method == "DELETE" && target.path == QLatin1String("/api/v1/auth/totp"))) {
            QCOMPARE(m_api->ask(target.method, target.path, {ended}).status, 401);
        }
    }
    const QString old = m_api->tokenFor(admin);
    m_api->clock.advance(std::chrono::minutes(16));
    for (const Target &target : targets({QStringLiteral("nothing")})) {
        QCOMPARE(m_api->ask(target.method, target.path, {old}).code(), QStringLiteral("not_signed_in"));
    }
}

void TestPermissionWalk::everyOperation_foreignIds_showAndChangeNothing()
{
    int asked = 0;
    QStringList leaks;
    for (const Role role : m_roles) {
        const User user = m_api->givenUser(m_own, role);
        for (const Target &target : targets(m_foreignIds)) {
            Asking asking = fullRequest(m_api->tokenFor(user));
            if (role == Role::Operator) {
                asking.headers.emplaceBack(Gate::ClinicHeader, m_own.id.text().toLatin1());
                asking.headers.emplaceBack(Gate::ReasonHeader, "Looks after a problem");
            }
            const Answer answer = m_api->ask(target.method, target.path, asking);
            ++asked;
            const bool named =
                m_foreignIds.end() != std::find_if(m_foreignIds.begin(), m_foreignIds.end(),
                                                   [&](const QString &id) { return target.path.contains(id); });
            if (answer.raw.contains(Secret.toUtf8()) || (named && answer.status < 300)) {
                leaks << QString::fromUtf8(target.method) + QLatin1Char(' ') + target.path;
            }
        }
    }
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(QLatin1Char('\n'))));
    qInfo() << asked << "operations asked with the ids of another clinic:" << leaks.size() << "leaks";

    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto task = store.desk().find(m_foreign.id, m_foreignTask.id);
        const auto user = store.users().find(m_foreignUser.id);
        const auto escalation = store.escalations().find(m_foreign.id, m_foreignEscalation.id);
        const bool same = task && task->version == 1 && user && user->status == UserStatus::Active &&
                          user->name == m_foreignUser.name && escalation && escalation->acknowledgedBy.isEmpty();
        return same ? Result<int>(0) : Error{ErrorCode::Internal, QStringLiteral("A foreign record was changed.")};
    });
    QVERIFY(m_api->takenOver.empty());
}

void TestPermissionWalk::everyOperation_operator_mustSayWhy()
{
    const User user = m_api->givenUser(m_own, Role::Operator);
    const QString token = m_api->tokenFor(user);
    for (const Target &target : targets({QStringLiteral("nothing")})) {
        if (!Identity::allows(Role::Operator, target.permission) ||
            target.permission == Identity::Permission::OwnAccount) {
            continue;
        }
        const QByteArray clinic = m_own.id.text().toLatin1();
        QCOMPARE(m_api->ask(target.method, target.path, {token}).code(), QStringLiteral("reason_required"));
        QCOMPARE(m_api->ask(target.method, target.path, {token, {}, {{Gate::ClinicHeader, clinic}}}).code(),
                 QStringLiteral("reason_required"));
        QCOMPARE(m_api
                     ->ask(target.method, target.path,
                           {token, {}, {{Gate::ClinicHeader, clinic}, {Gate::ReasonHeader, "why"}}})
                     .code(),
                 QStringLiteral("reason_required"));
    }
    const Asking good{
        token, {}, {{Gate::ClinicHeader, m_own.id.text().toLatin1()}, {Gate::ReasonHeader, "Calls do not come in"}}};
    QCOMPARE(m_api->ask("GET", QStringLiteral("/api/v1/clinic"), good).status, Ok);
    const AuditLine line = m_api->trail.last(QStringLiteral("glass.broken"));
    QCOMPARE(line.actor.glassReason, QStringLiteral("Calls do not come in"));
    QCOMPARE(line.actor.clinic, m_own.id);
    QCOMPARE(line.subject.id, QStringLiteral("clinic.read"));
    const Asking nowhere{token, {}, {{Gate::ClinicHeader, "no-such"}, {Gate::ReasonHeader, "Calls do not come in"}}};
    QCOMPARE(m_api->ask("GET", QStringLiteral("/api/v1/clinic"), nowhere).status, 404);
}

QTEST_GUILESS_MAIN(TestPermissionWalk)
#include "tst_permissionwalk.moc"
