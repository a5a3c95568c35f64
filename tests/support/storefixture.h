#pragma once

#include "service/storage/databasesettings.h"
#include "service/storage/internal/keyring.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/store.h"

#include <QTemporaryDir>

#include <memory>

namespace Frontdesk::Storage::Tests {

/// Adds the global data rows over which every store test runs: one for each kind of database.
void addBackends();

[[nodiscard]] QDateTime someTime(int secondsLater = 0);

/// A new database of one kind, `sqlite` or `postgres`, with nothing in it; gone with this object.
class TestDatabase {
public:
    enum class Layout {
        None,   ///< As the server or the file system makes it.
        Shipped ///< With this program's layout.
    };

    explicit TestDatabase(const QString &backend, Layout layout = Layout::Shipped);
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    [[nodiscard]] const DatabaseSettings &settings() const { return m_settings; }
    /// The file, for SQLite.
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("test.sqlite")); }
    /// A connection beside the stores, with the owner's rights.
    [[nodiscard]] std::unique_ptr<SqlConnection> connect() const;
    /// A connection with the rights of the service.
    [[nodiscard]] std::unique_ptr<SqlConnection> connectAsService() const;

private:
    QTemporaryDir m_folder;
    QString m_name; ///< Of the PostgreSQL database.
    bool m_isIdleLater = false;
    DatabaseSettings m_settings;
};

/// An open store over a new database of the kind named by the global row, and rows to put in it.
class StoreFixture {
public:
    explicit StoreFixture(const QString &backend);

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] const TestDatabase &database() const { return m_database; }
    [[nodiscard]] KeyCache &keys() { return m_keys; }

    /// Keeps a clinic that is reached under `number`.
    ClinicProfile givenClinic(const QString &number = QStringLiteral("+15550100000"),
                              const QByteArray &timeZone = QByteArrayLiteral("America/New_York"));
    /// Keeps a running call of the clinic.
    CallRecord givenCall(const ClinicProfile &clinic, const QString &networkCallId = QStringLiteral("CA1"),
                         const QDateTime &startedAt = someTime());
    /// Somebody works on the task, or has done it.
    void givenStatus(const ClinicProfile &clinic, const TaskId &task, TaskStatus status, const QDateTime &at);

private:
    TestDatabase m_database;
    KeyCache m_keys;
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] ClinicProfile someClinic();
[[nodiscard]] TurnRecord someTurn(const CallId &call, int number);

} // namespace Frontdesk::Storage::Tests
