#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlEventStore final : public EventStore {
public:
    explicit SqlEventStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<qint64> append(const ClinicId &clinic, const QString &kind, const QString &subject,
                          const QDateTime &at) override;
    Result<std::vector<ClinicEvent>> after(const ClinicId &clinic, qint64 sequence, int limit) override;
    Result<qint64> last(const ClinicId &clinic) override;
    Result<qint64> oldest(const ClinicId &clinic) override;
    Result<qint64> forget(const ClinicId &clinic, const QDateTime &before) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
