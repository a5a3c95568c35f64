#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <type_traits>
#include <variant>
#include <vector>

namespace Frontdesk::Storage {

/// What a statement is given and a row gives back; monostate is NULL.
using SqlValue = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// Microseconds since 1970 UTC; NULL for an invalid time.
[[nodiscard]] SqlValue toSqlTime(const QDateTime &time);

/// One row of an answer. Columns count from 0; a column of another type reads as empty or 0.
class SqlRow {
public:
    explicit SqlRow(std::vector<SqlValue> values)
        : m_values(std::move(values))
    {}

    [[nodiscard]] bool isNull(size_t column) const;
    [[nodiscard]] QString text(size_t column) const;
    [[nodiscard]] QByteArray bytes(size_t column) const;
    [[nodiscard]] qint64 integer(size_t column) const;
    [[nodiscard]] double real(size_t column) const;    ///< Also of a whole number.
    [[nodiscard]] QDateTime time(size_t column) const; ///< UTC; invalid for NULL.

private:
    std::vector<SqlValue> m_values;
};

/// One connection to a database, as the stores see it. The same SQL text must run on every kind; docs/adr/0004 lists
/// what that allows. Each text is prepared once per connection. One thread only.
class SqlConnection {
public:
    virtual ~SqlConnection() = default;

    /// Runs a statement with parameters `$1` to `$n`, whose first appearances in the text must ascend. Returns the number
    /// of rows changed.
    virtual Result<qint64> execute(const QString &sql, const std::vector<SqlValue> &parameters) = 0;
    /// The same for a statement that answers with rows.
    virtual Result<std::vector<SqlRow>> query(const QString &sql, const std::vector<SqlValue> &parameters) = 0;
    /// Runs one statement without parameters that will not come again.
    virtual Result<void> command(const QString &sql) = 0;

    /// Keeps all that `work` writes when it returns a success, nothing when it returns an error. Inside another
    /// transaction it becomes part of that one, and its error takes back only its own writes.
    template <typename Work>
    std::invoke_result_t<Work &> transaction(Work work)
    {
        if (auto begun = begin(); !begun) {
            return begun.error();
        }
        auto outcome = work();
        if (auto ended = end(outcome.ok()); outcome && !ended) {
            return ended.error();
        }
        return outcome;
    }

protected:
    /// Begins a transaction that takes the write lock at once, where there is one.
    [[nodiscard]] virtual QString beginStatement() const = 0;

private:
    Result<void> begin();
    Result<void> end(bool keep);

    int m_depth = 0;
};

} // namespace Frontdesk::Storage
