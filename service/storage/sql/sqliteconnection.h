#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <unordered_map>

namespace Frontdesk::Storage {

/// A SQLite file through Qt Sql: write-ahead log, foreign keys checked, five seconds of patience with other processes.
class SqliteConnection final : public SqlConnection {
public:
    /// Opens the file at `path` (`:memory:` for none), making it and its folder when missing, for its owner only.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString &path);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Result<qint64> execute(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<std::vector<SqlRow>> query(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<void> command(const QString &sql) override;

protected:
    [[nodiscard]] QString beginStatement() const override;

private:
    SqliteConnection() = default;

    /// The prepared statement, run with the parameters.
    Result<QSqlQuery *> run(const QString &sql, const std::vector<SqlValue> &parameters);

    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_statements; ///< By text.
};

} // namespace Frontdesk::Storage
