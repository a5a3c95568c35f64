#pragma once

#include "service/storage/scope.h"
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

/// Whether these may be given to SqlConnection::raise.
[[nodiscard]] Result<void> checkSignal(const QString &topic, const QString &payload);

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
    /// Runs one statement without parameters: a layout step's, a setting, the bounds of a transaction.
    virtual Result<void> command(const QString &sql) = 0;

    /// Waits until nobody else, in any program, holds this lock, and holds it until the transaction around this ends. What
    /// is read afterwards is what the one before left. For reading and then writing what was read; needless where one
    /// statement does both.
    virtual Result<void> lock(const QString &name) = 0;

    /// See Store::raise.
    virtual Result<void> raise(const QString &topic, const QString &payload) = 0;

    /// From now on only rows of the scope's clinic can be seen and written, where the database can hold that. Outside of
    /// transactions only.
    virtual Result<void> enter(const Scope &scope) = 0;

    /// The connection broke and will not come back by itself; open another one.
    [[nodiscard]] virtual bool isLost() { return false; }

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

    /// The same at less cost for work that is all or nothing with what is around it: inside another transaction it has no
    /// bounds of its own, and its error is the end of that one too.
    template <typename Work>
    std::invoke_result_t<Work &> joined(Work work)
    {
        if (!inTransaction()) {
            return transaction(std::move(work));
        }
        auto outcome = work();
        if (!outcome && m_joined) {
            m_joined = outcome.error();
        }
        return outcome;
    }

protected:
    /// Begins a transaction that takes the write lock at once, where there is one.
    [[nodiscard]] virtual QString beginStatement() const = 0;
    /// An outermost transaction has ended.
    virtual void ended(bool /*kept*/) {}
    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

private:
    Result<void> begin();
    Result<void> end(bool keep);

    int m_depth = 0;
    Result<void> m_joined; ///< Or the first error of work that was joined to the transaction.
};

} // namespace Frontdesk::Storage
