#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace Frontdesk::Storage {

/// A SQLite file: write-ahead log, foreign keys checked, five seconds of patience with other processes.
class SqliteConnection final : public SqlConnection {
public:
    /// Told each wake-up once it is kept.
    using Wake = std::function<void(const QString &topic, const QString &payload)>;

    /// Opens the file at `path` (`:memory:` for none), making it and its folder when missing, for its owner only.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString &path, Wake wake = {});

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
    struct Close {
        void operator()(sqlite3 *database) const;
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    SqliteConnection() = default;

    /// Prepares the text unless it came before.
    Result<sqlite3_stmt *> prepared(const QString &sql);
    /// Gives the statement its parameters and hands each row to `take`.
    Result<void> run(const QString &sql, const std::vector<SqlValue> &parameters,
                     const std::function<void(sqlite3_stmt *)> &take = {});

    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<QString, Statement> m_statements; ///< By text.
    Wake m_wake;
    std::vector<std::pair<QString, QString>> m_raised; ///< In the transaction that runs.
};

} // namespace Frontdesk::Storage
