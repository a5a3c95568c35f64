#include "service/storage/sql/sqliteconnection.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

class TestSqliteConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
    void open_newFile_isForItsOwnerOnly();
    void open_fileForAll_isTightened();
    void open_folderIsAFile_isUnavailable();
    void open_notADatabase_isCorrupt();
    void lock_heldByAnother_isTimeout();

private:
    [[nodiscard]] qint64 rowCount();

    QTemporaryDir m_folder;
    std::unique_ptr<SqliteConnection> m_connection;
};

void TestSqliteConnection::init()
{
    auto connection = SqliteConnection::open(QStringLiteral(":memory:"));
    QVERIFY(connection.ok());
    m_connection = std::move(connection).value();
    QVERIFY(m_connection->command(QStringLiteral("CREATE TABLE t (id text PRIMARY KEY, n bigint, r double precision, "
                                                 "b bytea, parent text REFERENCES t (id))")));
}

void TestSqliteConnection::cleanup()
{
    m_connection.reset();
}

qint64 TestSqliteConnection::rowCount()
{
    return m_connection->query(QStringLiteral("SELECT count(*) FROM t"), {})->front().integer(0);
}

void TestSqliteConnection::values_ofEveryKind_comeBackAsTheyWere()
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

void TestSqliteConnection::parameter_usedTwice_isBoundOnce()
{
    const auto rows = m_connection->query(QStringLiteral("SELECT $1 || '-' || $2 || '-' || $1"),
                                          {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(rows->front().text(0), QStringLiteral("a-b-a"));
}

void TestSqliteConnection::prepared_runAgain_takesNewValues()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(*m_connection->execute(insert, {QString::number(i)}), 1);
    }
    const auto rows = m_connection->query(QStringLiteral("SELECT id FROM t ORDER BY id"), {});
    QCOMPARE(rows->back().text(0), QStringLiteral("2"));
    QCOMPARE(*m_connection->execute(QStringLiteral("UPDATE t SET n = $1"), {qint64{7}}), 3);
}

void TestSqliteConnection::execute_brokenSql_isInternal()
{
    QCOMPARE(m_connection->execute(QStringLiteral("INSERT INTO nowhere VALUES ($1)"), {qint64{1}}).error().code,
             ErrorCode::Internal);
    QCOMPARE(m_connection->command(QStringLiteral("NONSENSE")).error().code, ErrorCode::Internal);
}

void TestSqliteConnection::execute_tooFewParameters_isAnError()
{
    QVERIFY(
        !m_connection->execute(QStringLiteral("INSERT INTO t (id, n) VALUES ($1, $2)"), {QStringLiteral("a")}).ok());
    QCOMPARE(rowCount(), 0);
}

void TestSqliteConnection::constraint_unique_isConflictWithoutValues()
{
    const QString insert = QStringLiteral("INSERT INTO t (id) VALUES ($1)");
    QVERIFY(m_connection->execute(insert, {QStringLiteral("Jane Doe")}).ok());
    const auto again = m_connection->execute(insert, {QStringLiteral("Jane Doe")});
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(!again.error().message.contains(QStringLiteral("Jane")));
    QVERIFY(m_connection->execute(insert, {QStringLiteral("John Doe")}).ok());
}

void TestSqliteConnection::constraint_foreignKey_isNotFound()
{
    QCOMPARE(m_connection
                 ->execute(QStringLiteral("INSERT INTO t (id, parent) VALUES ($1, $2)"),
                           {QStringLiteral("a"), QStringLiteral("none")})
                 .error()
                 .code,
             ErrorCode::NotFound);
}

void TestSqliteConnection::transaction_error_takesBack()
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

void TestSqliteConnection::transaction_inner_takesBackItsOwnOnly()
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

void TestSqliteConnection::open_newFile_isForItsOwnerOnly()
{
    const QString path = m_folder.filePath(QStringLiteral("deep/new/frontdesk.sqlite"));
    auto connection = SqliteConnection::open(path);
    QVERIFY(connection.ok());
    QVERIFY((*connection)->command(QStringLiteral("CREATE TABLE t (x text)")).ok());
    constexpr auto Others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &name : {path, QString(path + QStringLiteral("-wal")), QFileInfo(path).absolutePath()}) {
        QVERIFY2(QFileInfo::exists(name), qPrintable(name));
        QVERIFY2(!(QFile::permissions(name) & Others), qPrintable(name));
    }
}

void TestSqliteConnection::open_fileForAll_isTightened()
{
    const QString path = m_folder.filePath(QStringLiteral("loose.sqlite"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(SqliteConnection::open(path).ok());
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup)));
}

void TestSqliteConnection::open_folderIsAFile_isUnavailable()
{
    const QString path = m_folder.filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto connection = SqliteConnection::open(path + QStringLiteral("/sub/frontdesk.sqlite"));
    QCOMPARE(connection.error().code, ErrorCode::Unavailable);
}

void TestSqliteConnection::open_notADatabase_isCorrupt()
{
    const QString path = m_folder.filePath(QStringLiteral("text.sqlite"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    QCOMPARE(SqliteConnection::open(path).error().code, ErrorCode::Corrupt);
}

void TestSqliteConnection::lock_heldByAnother_isTimeout()
{
    const QString path = m_folder.filePath(QStringLiteral("shared.sqlite"));
    auto holder = SqliteConnection::open(path);
    auto waiter = SqliteConnection::open(path);
    QVERIFY((*waiter)->command(QStringLiteral("PRAGMA busy_timeout = 1")).ok());
    QVERIFY((*holder)->command(QStringLiteral("BEGIN IMMEDIATE")).ok());
    const auto refused = (*waiter)->transaction([] { return Result<void>(); });
    QCOMPARE(refused.error().code, ErrorCode::Timeout);
    QVERIFY(refused.error().retryMayHelp());
    QVERIFY((*holder)->command(QStringLiteral("COMMIT")).ok());
    QVERIFY((*waiter)->transaction([] { return Result<void>(); }).ok());
}

QTEST_GUILESS_MAIN(TestSqliteConnection)
#include "tst_sqliteconnection.moc"
