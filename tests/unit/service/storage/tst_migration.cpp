#include "service/storage/internal/migration.h"
#include "tests/support/storefixture.h"

#include <QTest>

#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

Migration step(int number, const QString &sql)
{
    return {number, QStringLiteral("step_%1").arg(number), sql};
}

const Migration First = step(1, QStringLiteral("-- The first;\nCREATE TABLE a (x text);\nCREATE TABLE b (x text);\n"));
const Migration Second = step(2, QStringLiteral("CREATE TABLE c (x text);\nINSERT INTO c VALUES ('kept');\n"));
const Migration Broken = step(2, QStringLiteral("CREATE TABLE c (x text);\nCREATE TABLE a (x text);\n"));

} // namespace

class TestMigration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup();

    void migrate_emptyDatabase_appliesAllSteps();
    void migrate_again_changesNothing();
    void migrate_stepFails_keepsEarlierStepsOnlyAndResumes();
    void migrate_newerDatabase_isRefusedInPlainWords();
    void migrate_changedStep_isRefused();
    void migrate_severalAtOnce_doEachStepOnce();
    void checkLayout_stepMissing_isRefusedInPlainWords();
    void shippedMigrations_all_areNumberedAndApply();

private:
    Result<void> migrateTo(const std::vector<Migration> &steps);
    [[nodiscard]] bool hasTable(const QString &name);
    [[nodiscard]] qint64 recordedSteps();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestMigration::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_database = std::make_unique<TestDatabase>(backend, TestDatabase::Layout::None);
    m_connection = m_database->connect();
}

void TestMigration::cleanup()
{
    m_connection.reset();
    m_database.reset();
}

Result<void> TestMigration::migrateTo(const std::vector<Migration> &steps)
{
    return migrate(*m_connection, steps, QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC));
}

bool TestMigration::hasTable(const QString &name)
{
    return m_connection->query(QStringLiteral("SELECT 1 FROM %1").arg(name), {}).ok();
}

qint64 TestMigration::recordedSteps()
{
    return m_connection->query(QStringLiteral("SELECT count(*) FROM schema_migrations"), {})->front().integer(0);
}

void TestMigration::migrate_emptyDatabase_appliesAllSteps()
{
    QVERIFY(migrateTo({First, Second}).ok());
    QVERIFY(hasTable(QStringLiteral("a")));
    QVERIFY(hasTable(QStringLiteral("b")));
    QVERIFY(hasTable(QStringLiteral("c")));
    const auto rows = m_connection->query(
        QStringLiteral("SELECT number, name, applied_at FROM schema_migrations ORDER BY number"), {});
    QCOMPARE(rows->size(), size_t{2});
    QCOMPARE(rows->back().integer(0), 2);
    QCOMPARE(rows->back().text(1), QStringLiteral("step_2"));
    QCOMPARE(rows->back().time(2), QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC));
}

void TestMigration::migrate_again_changesNothing()
{
    QVERIFY(migrateTo({First, Second}).ok());
    QVERIFY(migrateTo({First, Second}).ok());
    QCOMPARE(m_connection->query(QStringLiteral("SELECT x FROM c"), {})->size(), size_t{1});
    QCOMPARE(recordedSteps(), 2);
}

void TestMigration::migrate_stepFails_keepsEarlierStepsOnlyAndResumes()
{
    const auto broken = migrateTo({First, Broken});
    QVERIFY(!broken.ok());
    QVERIFY(broken.error().message.contains(QStringLiteral("Step 2")));
    QCOMPARE(recordedSteps(), 1);
    QVERIFY(hasTable(QStringLiteral("a")));
    QVERIFY(!hasTable(QStringLiteral("c")));
    QVERIFY(migrateTo({First, Second}).ok());
    QVERIFY(hasTable(QStringLiteral("c")));
}

void TestMigration::migrate_newerDatabase_isRefusedInPlainWords()
{
    QVERIFY(migrateTo({First, Second}).ok());
    const auto older = migrateTo({First});
    QCOMPARE(older.error().code, ErrorCode::Refused);
    QVERIFY(older.error().message.contains(QStringLiteral("newer version")));
    QVERIFY(older.error().message.contains(QStringLiteral("step 2")));
}

void TestMigration::migrate_changedStep_isRefused()
{
    QVERIFY(migrateTo({First}).ok());
    Migration changed = First;
    changed.sql += QStringLiteral("CREATE TABLE d (x text);\n");
    QCOMPARE(migrateTo({changed, Second}).error().code, ErrorCode::Corrupt);
    QVERIFY(!hasTable(QStringLiteral("c")));
}

void TestMigration::migrate_severalAtOnce_doEachStepOnce()
{
    std::vector<std::thread> nodes;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 4; ++i) {
        nodes.emplace_back([&] {
            const auto connection = m_database->connect();
            failed += !migrate(*connection, {First, Second}, someTime());
        });
    }
    for (std::thread &node : nodes) {
        node.join();
    }
    QCOMPARE(failed.load(), 0);
    QCOMPARE(recordedSteps(), 2);
    QCOMPARE(m_connection->query(QStringLiteral("SELECT x FROM c"), {})->size(), size_t{1});
}

void TestMigration::checkLayout_stepMissing_isRefusedInPlainWords()
{
    QVERIFY(migrateTo({First}).ok());
    QVERIFY(checkLayout(*m_connection, {First}).ok());
    const auto missing = checkLayout(*m_connection, {First, Second});
    QCOMPARE(missing.error().code, ErrorCode::Refused);
    QVERIFY(missing.error().message.contains(QStringLiteral("frontdeskctl migrate")));
}

void TestMigration::shippedMigrations_all_areNumberedAndApply()
{
    const auto &steps = shippedMigrations();
    QVERIFY(!steps.empty());
    for (size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].number, static_cast<int>(i) + 1);
        QVERIFY(!steps[i].name.isEmpty());
    }
    QVERIFY(migrateTo(steps).ok());
    QVERIFY(hasTable(QStringLiteral("tasks")));
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
