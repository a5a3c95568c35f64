#pragma once

#include "service/storage/analyticsstore.h"
#include "service/storage/sql/sqlconnection.h"

#include <map>

namespace Frontdesk::Storage {

class SqlAnalyticsStore final : public AnalyticsStore {
public:
    explicit SqlAnalyticsStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<qint64> calls(const ClinicId &clinic, const Period &period) override;
    Result<std::vector<HourOfCalls>> callsByHour(const ClinicId &clinic, const Period &period,
                                                 const QTimeZone &zone) override;
    Result<std::vector<DurationCount>> callsByDuration(const ClinicId &clinic, const Period &period) override;
    Result<std::vector<ReasonCount>> escalationsByReason(const ClinicId &clinic, const Period &period) override;
    Result<TaskFigures> tasks(const ClinicId &clinic, const Period &period) override;

private:
    /// Tasks by what TaskTally::bucket() says of them.
    struct Counted {
        qint64 tasks = 0;
        qint64 taken = 0;
    };
    using Buckets = std::map<qint64, Counted>;

    /// Adds the tasks that were made within the period.
    Result<void> countTasks(const ClinicId &clinic, const Period &period, Buckets &into);
    static Result<void> addTo(Buckets &into, const Result<std::vector<SqlRow>> &rows);

    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
