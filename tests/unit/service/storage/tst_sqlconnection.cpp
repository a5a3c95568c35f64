#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

/// What every kind of database must do for one SQL text.
class TestSqlConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup();

    void values_ofEveryKind_comeBackAsTheyWere();
    void parameter_usedTwice_isBoundOnce();
    void prepared_runAgain_takesNewValues();
    void execute_brokenSql_isInternal();
    void execute_tooFewParameters_isAnError();
    void constraint_unique_isConflictWithoutValues();
    void constraint_foreignKey_isNotFound();
    void transaction_error_takesBack();
    void transaction_inner_takesBackItsOwnOnly();
    void joined_errorIgnored_endsTheTransactionAroundIt();
    void joined_alone_isATransaction();
    void transaction_failureIgnored_isStillAllOrNothing();
    void transaction_afterAFailedOne_works();
    void numbers_ofEveryKind_areNumbers();
    void lock_outsideAndInside_isGiven();
    void raise_unusable_isInvalid();

private:
    [[nodiscard]] qint64 rowCount();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestSqlConnection::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_database = std::make_unique<TestDatabase>(backend, TestDatabase::Layout::None);
    m_connection = m_database->connect();
    QVERIFY(m_connection->command(QStringLiteral("CREATE TABLE t (id text PRIMARY KEY, n bigint, r double precision, "
                                                 "b bytea, parent text REFERENCES t (id))")));
}

void TestSqlConnection::cleanup()
{
    m_connection.reset();
    m_database.reset();
}

qint64 TestSqlConnection::rowCount()
{
    return m_connection->query(QStringLiteral("SELECT count(*) FROM t"), {})->front().integer(0);
}

void TestSqlConnection::values_ofEveryKind_comeBackAsTheyWere()
{
    const QByteArray bytes("\0\x01{\"a\"}", 7);
    const qint64 large = 1'900'000'000'000'000;
    QVERIFY(m_connection
                ->execute(QStringLiteral("INSERT INTO t (id, n, r, b, parent) VALUES ($1, $2, $3, $4, $5)"),
                          {QStringLiteral("Zoë ☎"), large, 0.25, bytes, std::monostate()})
                .ok());
    const auto rows = m_connection->query(QStringLiteral("SELECT id, n, r, b, parent FROM t"), {});
    const SqlRow &row = rows->front();
    QCOMPARE(row.text(0), QStringLiteral("Zoë ☎"));
    QCOMPARE(row.integer(1), large);
    QCOMPARE(row.real(2), 0.25);
    QCOMPARE(row.bytes(3), bytes);
    QVERIFY(row.isNull(4));
    QVERIFY(!row.time(4).isValid());
    // An empty text is a text: only monostate is NULL.
    QVERIFY(m_connection
                ->execute(QStringLiteral("INSERT INTO t (id, n, r, b, parent) VALUES ($1, $2, $3, $4, $5)"),
                          {QString(), qint64{0}, 1.0, QByteArray(), std::monostate()})
                .ok());
    const auto empty = m_connection->query(QStringLiteral("SELECT id, b, r FROM t WHERE id = $1"), {QString()});
    QCOMPARE(empty->size(), size_t{1});
    QVERIFY(!empty->front().isNull(0));
    QVERIFY(!empty->front().isNull(1));
    QCOMPARE(empty->front().real(2), 1.0);
}

void TestSqlConnection::parameter_usedTwice_isBoundOnce()
{
    const auto rows = m_connection->query(QStringLiteral("SELECT $1 || '-' || $2 || '-' || $1"),
                                          {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(rows->front().text(0), QStringLiteral("a-b-a"));
}

void TestSqlConnection::prepared_runAgain_takesNewValues()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(*m_connection->execute(insert, {QString::number(i)}), 1);
    }
    const auto rows = m_connection->query(QStringLiteral("SELECT id FROM t ORDER BY id"), {});
    QCOMPARE(rows->back().text(0), QStringLiteral("2"));
    QCOMPARE(*m_connection->execute(QStringLiteral("UPDATE t SET n = $1"), {qint64{7}}), 3);
}

void TestSqlConnection::execute_brokenSql_isInternal()
{
    QCOMPARE(m_connection->execute(QStringLiteral("INSERT INTO nowhere VALUES ($1)"), {qint64{1}}).error().code,
             ErrorCode::Internal);
    QCOMPARE(m_connection->command(QStringLiteral("NONSENSE")).error().code, ErrorCode::Internal);
}

void TestSqlConnection::execute_tooFewParameters_isAnError()
{
    QVERIFY(
        !m_connection->execute(QStringLiteral("INSERT INTO t (id, n) VALUES ($1, $2)"), {QStringLiteral("a")}).ok());
    QCOMPARE(rowCount(), 0);
}

void TestSqlConnection::constraint_unique_isConflictWithoutValues()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    QVERIFY(m_connection->execute(insert, {QStringLiteral("Jane Doe")}).ok());
    const auto again = m_connection->execute(insert, {QStringLiteral("Jane Doe")});
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(!again.error().message.contains(QStringLiteral("Jane")));
    QVERIFY(m_connection->execute(insert, {QStringLiteral("John Doe")}).ok());
}

void TestSqlConnection::constraint_foreignKey_isNotFound()
{
    QCOMPARE(m_connection
                 ->execute(QStringLiteral("INSERT INTO t (id, parent) VALUES ($1, $2)"),
                           {QStringLiteral("a"), QStringLiteral("none")})
                 .error()
                 .code,
             ErrorCode::NotFound);
}

void TestSqlConnection::transaction_error_takesBack()
{
    const auto outcome = m_connection->transaction([this]() -> Result<void> {
        if (const auto done =
                m_connection->execute(QStringLiteral("INSERT INTO t (id) VALUES ($1)"), {QStringLiteral("a")});
            !done) {
            return done.error();
        }
        return Error{ErrorCode::Refused, QStringLiteral("No.")};
    });
    QCOMPARE(outcome.error().code, ErrorCode::Refused);
    QCOMPARE(rowCount(), 0);
}

void TestSqlConnection::transaction_inner_takesBackItsOwnOnly()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    const auto outcome = m_connection->transaction([&]() -> Result<qint64> {
        const auto first = m_connection->execute(insert, {QStringLiteral("outer")});
        const auto inner = m_connection->transaction([&]() -> Result<qint64> {
            const auto written = m_connection->execute(insert, {QStringLiteral("inner")});
            return written ? Result<qint64>(Error{ErrorCode::Refused, QStringLiteral("No.")}) : written;
        });
        return inner.ok() ? inner : first;
    });
    QVERIFY(outcome.ok());
    const auto rows = m_connection->query(QStringLiteral("SELECT id FROM t"), {});
    QCOMPARE(rows->size(), size_t{1});
    QCOMPARE(rows->front().text(0), QStringLiteral("outer"));
}

void TestSqlConnection::joined_errorIgnored_endsTheTransactionAroundIt()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    const auto refuse = [] { return Result<void>(Error{ErrorCode::Refused, QStringLiteral("No.")}); };
    bool beganAnother = false;
    const auto outcome = m_connection->transaction([&] {
        const auto first = m_connection->execute(insert, {QStringLiteral("outer")});
        const auto inner = m_connection->transaction([&] {
            const auto written = m_connection->execute(insert, {QStringLiteral("inner")});
            return m_connection->joined(refuse) ? Result<qint64>(0) : written;
        });
        // Only the innermost one is over.
        return inner.error().code == ErrorCode::Refused ? first : inner;
    });
    QVERIFY(outcome.ok());
    QCOMPARE(rowCount(), 1);
    const auto lost = m_connection->transaction([&] {
        const auto written = m_connection->execute(insert, {QStringLiteral("lost")});
        const auto refused = m_connection->joined(refuse);
        const auto late = m_connection->transaction([&] {
            beganAnother = true;
            return refused;
        });
        return refused || late ? Result<qint64>(0) : written;
    });
    QCOMPARE(lost.error().code, ErrorCode::Refused);
    QVERIFY(!beganAnother);
    QCOMPARE(rowCount(), 1);
    QVERIFY(m_connection->transaction([&] { return m_connection->execute(insert, {QStringLiteral("next")}); }).ok());
    QCOMPARE(rowCount(), 2);
}

void TestSqlConnection::joined_alone_isATransaction()
{
    const auto outcome = m_connection->joined([this]() -> Result<void> {
        const auto written =
            m_connection->execute(QStringLiteral("INSERT INTO t (id) VALUES ($1)"), {QStringLiteral("a")});
        return written ? Result<void>(Error{ErrorCode::Refused, QStringLiteral("No.")}) : written.error();
    });
    QCOMPARE(outcome.error().code, ErrorCode::Refused);
    QCOMPARE(rowCount(), 0);
}

void TestSqlConnection::transaction_failureIgnored_isStillAllOrNothing()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    QVERIFY(m_connection->execute(insert, {QStringLiteral("there")}).ok());
    const auto outcome = m_connection->transaction([&]() -> Result<void> {
        const auto first = m_connection->execute(insert, {QStringLiteral("a")});
        const auto refused = m_connection->execute(insert, {QStringLiteral("there")});
        return first && !refused ? Result<void>() : Error{ErrorCode::Internal, QStringLiteral("Not as planned.")};
    });
    // SQLite keeps what went well, PostgreSQL takes all back: in no case is a success told and nothing kept.
    QCOMPARE(rowCount(), outcome ? 2 : 1);
    if (!outcome) {
        QCOMPARE(outcome.error().code, ErrorCode::Conflict);
    }
}

void TestSqlConnection::transaction_afterAFailedOne_works()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    const auto failing = m_connection->transaction(
        [&] { return m_connection->execute(QStringLiteral("INSERT INTO nowhere (id) VALUES ($1)"), {qint64{1}}); });
    QVERIFY(!failing.ok());
    QVERIFY(m_connection->transaction([&] { return m_connection->execute(insert, {QStringLiteral("a")}); }).ok());
    QCOMPARE(rowCount(), 1);
}

void TestSqlConnection::numbers_ofEveryKind_areNumbers()
{
    QVERIFY(m_connection->execute(QStringLiteral("INSERT INTO t (id, n, r) VALUES ('a', 2, 0.5), ('b', 3, 1e-300)"), {})
                .ok());
    const auto rows =
        m_connection->query(QStringLiteral("SELECT count(*), sum(n), avg(r), n > 1, min(r) FROM t GROUP BY n > 1"), {});
    QVERIFY(rows.ok());
    const SqlRow &row = rows->front();
    QCOMPARE(row.integer(0), 2);
    QCOMPARE(row.integer(1), 5);
    QCOMPARE(row.real(2), 0.25);
    QCOMPARE(row.integer(3), 1);
    QCOMPARE(row.real(4), 1e-300);
}

void TestSqlConnection::lock_outsideAndInside_isGiven()
{
    const auto outcome = m_connection->transaction([&] {
        const auto once = m_connection->lock(QStringLiteral("x"));
        return once ? m_connection->lock(QStringLiteral("x")) : once;
    });
    QVERIFY(outcome.ok());
}

void TestSqlConnection::raise_unusable_isInvalid()
{
    QCOMPARE(m_connection->raise({}, {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_connection->raise(QStringLiteral("a\nb"), {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_connection->raise(QStringLiteral("a"), QString(4000, QLatin1Char('x'))).error().code,
             ErrorCode::InvalidInput);
    QVERIFY(m_connection->raise(QStringLiteral("a"), QString(3999, QLatin1Char('x'))).ok());
}

QTEST_GUILESS_MAIN(TestSqlConnection)
#include "tst_sqlconnection.moc"
