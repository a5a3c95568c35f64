#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "shared/core/id.h"

#include <optional>

namespace Frontdesk::Storage {

/// Counts a clinic's calls by the quarter of an hour in which they began, in the transaction of the write that is counted.
class CallTally {
public:
    /// One call, as far as counting goes. Times are microseconds since 1970.
    struct Counted {
        qint64 startedAt = 0;
        std::optional<qint64> endedAt{};
        QString outcome{};
    };
    static constexpr qint64 Quarter = 900'000'000;

    explicit CallTally(SqlConnection &connection)
        : m_connection(connection)
    {}

    /// A call that was not counted yet.
    [[nodiscard]] Result<void> began(const ClinicId &clinic, const Counted &call);
    /// A call that was counted as `before` is now `after`; both began at the same time.
    [[nodiscard]] Result<void> changed(const ClinicId &clinic, const Counted &before, const Counted &after);

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
