#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "service/storage/usagestore.h"

namespace Frontdesk::Storage {

class SqlUsageStore final : public UsageStore {
public:
    explicit SqlUsageStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<void> save(const ClinicId &clinic, const CallId &call, int conversation, const CallUsage &usage) override;
    Result<CallUsage> ofCall(const ClinicId &clinic, const CallId &call) override;
    Result<std::vector<DayOfUsage>> byDay(const ClinicId &clinic, const Period &period) override;
    Result<void> saveTimes(const ClinicId &clinic, const CallId &call, int turn, const TurnTimes &times) override;
    Result<std::map<int, TurnTimes>> timesOf(const ClinicId &clinic, const CallId &call) override;

private:
    /// Adds what the conversation used more than was known of it.
    Result<void> count(const ClinicId &clinic, qint64 quarter, const UsageLine &more);

    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
