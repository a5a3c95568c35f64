#pragma once

#include "service/storage/analyticsstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlAnalyticsStore final : public AnalyticsStore {
public:
    explicit SqlAnalyticsStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<qint64> calls(const ClinicId &clinic, const Period &period) override;
    Result<std::vector<HourOfCalls>> callsByHour(const ClinicId &clinic, const Period &period,
                                                 const QTimeZone &zone) override;
    Result<std::vector<ReasonCount>> escalationsByReason(const ClinicId &clinic, const Period &period) override;
    Result<TaskFigures> tasks(const ClinicId &clinic, const Period &period) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
