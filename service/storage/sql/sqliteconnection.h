#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Frontdesk::Storage {

/// A SQLite file through Qt Sql: write-ahead log, foreign keys checked, five seconds of patience with other processes.
class SqliteConnection final : public SqlConnection {
public:
    /// Told each wake-up once it is kept.
    using Wake = std::function<void(const QString &topic, const QString &payload)>;

    /// Opens the file at `path` (`:memory:` for none), making it and its folder when missing, for its owner only.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString &path, Wake wake = {});
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Result<qint64> execute(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<std::vector<SqlRow>> query(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<void> command(const QString &sql) override;
    /// Nothing to do: a transaction that writes is alone in the file from its begin to its end.
    Result<void> lock(const QString &name) override;
    Result<void> raise(const QString &topic, const QString &payload) override;
    /// Nothing to do: SQLite cannot hold it.
    Result<void> enter(const Scope &scope) override;

protected:
    [[nodiscard]] QString beginStatement() const override;
    void ended(bool kept) override;

private:
    SqliteConnection() = default;

    /// The prepared statement, run with the parameters.
    Result<QSqlQuery *> run(const QString &sql, const std::vector<SqlValue> &parameters);

    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_statements; ///< By text.
    Wake m_wake;
    std::vector<std::pair<QString, QString>> m_raised; ///< In the transaction that runs.
};

} // namespace Frontdesk::Storage
