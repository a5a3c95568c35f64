#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <algorithm>

namespace Frontdesk::Storage {

/// Pages stay small enough to answer at once, whatever was asked for.
[[nodiscard]] inline qint64 pageSize(int wanted)
{
    return std::clamp(wanted, 1, 1000);
}

[[nodiscard]] inline Error noSuch(const char *what)
{
    return {ErrorCode::NotFound, QStringLiteral("There is no such %1.").arg(QLatin1String(what))};
}

[[nodiscard]] inline Error unreadable(const char *what)
{
    return {ErrorCode::Corrupt,
            QStringLiteral("The database holds a %1 that cannot be read.").arg(QLatin1String(what))};
}

/// Reads each row with `read(row) -> Result<T>`; the first that cannot be read is the error.
template <typename T, typename Read>
Result<std::vector<T>> readAll(const Result<std::vector<SqlRow>> &rows, Read read)
{
    if (!rows) {
        return rows.error();
    }
    std::vector<T> all;
    all.reserve(rows->size());
    for (const SqlRow &row : *rows) {
        Result<T> one = read(row);
        if (!one) {
            return one.error();
        }
        all.push_back(std::move(one).value());
    }
    return all;
}

/// Reads the only row; without one, NotFound of `what`.
template <typename T, typename Read>
Result<T> readOne(const Result<std::vector<SqlRow>> &rows, const char *what, Read read)
{
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? Result<T>(noSuch(what)) : read(rows->front());
}

} // namespace Frontdesk::Storage
