#include "service/storage/sql/sqliteconnection.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

class TestSqliteConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void open_newFile_isForItsOwnerOnly();
    void open_fileForAll_isTightened();
    void open_folderIsAFile_isUnavailable();
    void open_notADatabase_isCorrupt();
    void lock_heldByAnother_isTimeout();

private:
    QTemporaryDir m_folder;
};

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
