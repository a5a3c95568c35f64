#include "service/storage/database.h"
#include "service/storage/internal/openstore.h"
#include "service/storage/sql/postgresconnection.h"
#include "service/storage/sql/postgreswalls.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;
using Frontdesk::Tests::testKeys;

/// Row-level security: what a clinic's scope does not hold does not exist, whatever a query asks for.
class TestWalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyTableOfAClinic_isBehindAWall();
    void query_anotherClinicsScope_seesNothing();
    void query_noScope_seesNothing();
    void query_platformScope_seesAll();
    void write_anotherClinicsScope_isRefused();
    void store_anotherClinicsScope_findsNothing();
    void run_scope_holdsForThatWorkOnly();
    void service_layoutAndOtherRoles_areOutOfReach();
    void laterTable_isFoundByItself();
    void rightTakenByAStep_staysTaken();
    void separateLogins_work();
    void serviceLoginWithoutLayout_isToldWhoMustMigrate();
    void serviceRoleThatBypasses_isRefused();

private:
    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    ClinicProfile m_other;
    CallRecord m_call;
    std::unique_ptr<SqlConnection> m_service;
};

namespace {

/// The tables that hold something of a clinic.
QStringList clinicTables(SqlConnection &connection)
{
    const auto rows = connection.query(QStringLiteral("SELECT DISTINCT table_name FROM information_schema.columns "
                                                      "WHERE table_schema = 'public' AND column_name = 'clinic_id'"),
                                       {});
    QStringList names;
    for (const SqlRow &row : rows.value()) {
        names << row.text(0);
    }
    return names;
}

qint64 countOf(SqlConnection &connection, const QString &table)
{
    const auto rows = connection.query(QStringLiteral("SELECT count(*) FROM %1").arg(table), {});
    return rows ? rows->front().integer(0) : -1;
}

} // namespace

void TestWalls::init()
{
    m_fixture = std::make_unique<StoreFixture>(QStringLiteral("postgres"));
    m_clinic = m_fixture->givenClinic();
    m_other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    m_call = m_fixture->givenCall(m_clinic);
    Store &store = m_fixture->store();
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = m_call.id;
    task.createdAt = someTime();
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = m_call.id;
    escalation.decidedAt = someTime();
    QVERIFY(store.calls().saveTurn(m_clinic.id, someTurn(m_call.id, 1)).ok());
    QVERIFY(store.tasks().submit(task, QStringLiteral("1")).ok());
    QVERIFY(store.escalations().record(escalation).ok());
    m_service = m_fixture->database().connectAsService();
}

void TestWalls::cleanup()
{
    m_service.reset();
    m_fixture.reset();
}

void TestWalls::everyTableOfAClinic_isBehindAWall()
{
    const auto owner = m_fixture->database().connect();
    const QStringList tables = clinicTables(*owner);
    QVERIFY(tables.size() >= 6);
    for (const QString &table : tables) {
        const auto rows =
            owner->query(QStringLiteral("SELECT relrowsecurity FROM pg_class WHERE relname = $1"), {table});
        QVERIFY2(rows->front().integer(0) == 1, qPrintable(table));
    }
}

void TestWalls::query_anotherClinicsScope_seesNothing()
{
    QVERIFY(m_service->enter(Scope::of(m_other.id)).ok());
    for (const QString &table : clinicTables(*m_service)) {
        const auto rows =
            m_service->query(QStringLiteral("SELECT 1 FROM %1 WHERE clinic_id = $1").arg(table), {m_clinic.id.text()});
        QVERIFY2(rows.ok() && rows->empty(), qPrintable(table));
    }
    QCOMPARE(countOf(*m_service, QStringLiteral("clinics")), 1);
    QVERIFY(m_service->enter(Scope::of(m_clinic.id, m_call.id)).ok());
    QCOMPARE(countOf(*m_service, QStringLiteral("calls")), 1);
    QCOMPARE(countOf(*m_service, QStringLiteral("turns")), 1);
}

void TestWalls::query_noScope_seesNothing()
{
    for (const QString &table : clinicTables(*m_service)) {
        QVERIFY2(countOf(*m_service, table) == 0, qPrintable(table));
    }
    const auto written =
        m_service->execute(QStringLiteral("UPDATE calls SET phase = $1"), {QStringLiteral("finished")});
    QCOMPARE(*written, 0);
}

void TestWalls::query_platformScope_seesAll()
{
    QVERIFY(m_service->enter(Scope::platform()).ok());
    QCOMPARE(countOf(*m_service, QStringLiteral("clinics")), 2);
    QCOMPARE(countOf(*m_service, QStringLiteral("tasks")), 1);
}

void TestWalls::write_anotherClinicsScope_isRefused()
{
    QVERIFY(m_service->enter(Scope::of(m_other.id)).ok());
    const auto moved = m_service->execute(QStringLiteral("UPDATE calls SET clinic_id = $1"), {m_other.id.text()});
    QCOMPARE(*moved, 0);
    const auto deleted = m_service->execute(QStringLiteral("DELETE FROM turns"), {});
    QCOMPARE(*deleted, 0);
    const auto added = m_service->execute(
        QStringLiteral("INSERT INTO task_counters (clinic_id, year, last) VALUES ($1, 2030, 1)"), {m_clinic.id.text()});
    QCOMPARE(added.error().code, ErrorCode::Refused);
}

void TestWalls::store_anotherClinicsScope_findsNothing()
{
    auto store = openStore(m_fixture->database().settings(), m_fixture->keys());
    QVERIFY(store.ok());
    QVERIFY((*store)->enter(Scope::of(m_other.id)).ok());
    QCOMPARE((*store)->calls().find(m_call.id).error().code, ErrorCode::NotFound);
    QCOMPARE((*store)->clinics().find(m_clinic.id).error().code, ErrorCode::NotFound);
    QVERIFY((*store)->calls().list({.clinic = m_clinic.id})->empty());
    QVERIFY((*store)->tasks().list({})->empty());
    QVERIFY((*store)->calls().turns(m_clinic.id, m_call.id)->empty());
    QVERIFY((*store)->enter(Scope::of(m_clinic.id)).ok());
    QCOMPARE((*store)->calls().find(m_call.id)->id, m_call.id);
}

void TestWalls::run_scope_holdsForThatWorkOnly()
{
    DatabaseSettings settings = m_fixture->database().settings();
    settings.connections = 1;
    Database database(settings);
    const auto countCalls = [&](const Scope &scope) {
        return database
            .run(scope,
                 [](Store &store) -> Result<size_t> {
                     const auto found = store.calls().list({});
                     return found ? Result<size_t>(found->size()) : found.error();
                 })
            .result()
            .valueOr(99);
    };
    QCOMPARE(countCalls(Scope::of(m_other.id)), size_t{0});
    QCOMPARE(countCalls(Scope::platform()), size_t{1});
    QCOMPARE(countCalls(Scope::reading(m_other.id)), size_t{0});
    QCOMPARE(countCalls(Scope::of(m_clinic.id)), size_t{1});
}

void TestWalls::service_layoutAndOtherRoles_areOutOfReach()
{
    QVERIFY(m_service->enter(Scope::platform()).ok());
    for (const char *statement :
         {"ALTER TABLE calls DISABLE ROW LEVEL SECURITY", "DROP TABLE escalations", "CREATE TABLE mine (x text)",
          "DROP POLICY frontdesk_clinic ON calls", "TRUNCATE turns", "DELETE FROM schema_migrations"}) {
        QVERIFY2(!m_service->command(QString::fromLatin1(statement)).ok(), statement);
    }
}

void TestWalls::laterTable_isFoundByItself()
{
    const TestDatabase database(QStringLiteral("postgres"), TestDatabase::Layout::None);
    const auto owner = database.connect();
    QVERIFY(owner->command(QStringLiteral("CREATE TABLE notes (clinic_id text NOT NULL, x text)")).ok());
    QVERIFY(owner->command(QStringLiteral("CREATE TABLE plain (x text)")).ok());
    QVERIFY(owner->command(QStringLiteral("INSERT INTO notes VALUES ('a', 'x')")).ok());
    QVERIFY(owner->command(QStringLiteral("INSERT INTO plain VALUES ('x')")).ok());
    QVERIFY(raiseWalls(*owner).ok());
    QVERIFY(raiseWalls(*owner).ok());
    const auto service = database.connectAsService();
    QCOMPARE(countOf(*service, QStringLiteral("notes")), 0);
    QCOMPARE(countOf(*service, QStringLiteral("plain")), 1);
    QVERIFY(service->enter(Scope::of(ClinicId(QStringLiteral("a")))).ok());
    QCOMPARE(countOf(*service, QStringLiteral("notes")), 1);
}

void TestWalls::rightTakenByAStep_staysTaken()
{
    const TestDatabase database(QStringLiteral("postgres"), TestDatabase::Layout::None);
    const auto owner = database.connect();
    QVERIFY(owner->command(QStringLiteral("CREATE TABLE entries (clinic_id text NOT NULL, x text)")).ok());
    QVERIFY(raiseWalls(*owner).ok());
    QVERIFY(owner->command(QStringLiteral("REVOKE UPDATE, DELETE ON entries FROM frontdesk_service")).ok());
    QVERIFY(raiseWalls(*owner).ok());
    const auto service = database.connectAsService();
    QVERIFY(service->enter(Scope::platform()).ok());
    QCOMPARE(service->command(QStringLiteral("DELETE FROM entries")).error().code, ErrorCode::Refused);
}

void TestWalls::separateLogins_work()
{
    auto &server = Frontdesk::Tests::PrivatePostgres::shared();
    const QString name = server.createDatabase();
    server.run(QStringLiteral("CREATE ROLE desk_owner LOGIN CREATEROLE"));
    server.run(QStringLiteral("ALTER DATABASE %1 OWNER TO desk_owner").arg(name));
    server.run(QStringLiteral("CREATE ROLE desk_app LOGIN IN ROLE frontdesk_service"));
    server.run(QStringLiteral("GRANT frontdesk_service TO desk_owner"));
    {
        Database database({.url = server.url(name, QStringLiteral("desk_app")),
                           .ownerUrl = server.url(name, QStringLiteral("desk_owner")),
                           .masterKeys = testKeys()});
        const auto created =
            database.run([](Store &store) { return store.clinics().create(someClinic(), someTime()); }).result();
        QVERIFY2(created.ok(), qPrintable(created ? QString() : created.error().message));
    }
    // From then on the service's own login is enough.
    {
        Database database({.url = server.url(name, QStringLiteral("desk_app")), .masterKeys = testKeys()});
        QVERIFY(database.ready().result().ok());
    }
    server.dropDatabase(name);
}

void TestWalls::serviceLoginWithoutLayout_isToldWhoMustMigrate()
{
    auto &server = Frontdesk::Tests::PrivatePostgres::shared();
    server.run(QStringLiteral("CREATE ROLE stranger LOGIN IN ROLE frontdesk_service"));
    const QString name = server.createDatabase();
    {
        Database database({.url = server.url(name, QStringLiteral("stranger")), .masterKeys = testKeys()});
        const auto ready = database.ready().result();
        QCOMPARE(ready.error().code, ErrorCode::Refused);
        QVERIFY2(ready.error().message.contains(QStringLiteral("frontdeskctl migrate")),
                 qPrintable(ready.error().message));
    }
    server.dropDatabase(name);
}

void TestWalls::serviceRoleThatBypasses_isRefused()
{
    auto &server = Frontdesk::Tests::PrivatePostgres::shared();
    server.run(QStringLiteral("ALTER ROLE frontdesk_service BYPASSRLS"));
    const auto refused =
        PostgresConnection::open(m_fixture->database().settings().url, PostgresConnection::Role::Service);
    server.run(QStringLiteral("ALTER ROLE frontdesk_service NOBYPASSRLS"));
    QCOMPARE(refused.error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestWalls)
#include "tst_walls.moc"
