#pragma once

#include "service/storage/clinicstore.h"
#include "service/storage/eventstore.h"
#include "service/storage/internal/keyring.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlClinicStore final : public ClinicStore {
public:
    SqlClinicStore(SqlConnection &connection, EventStore &events, KeyRing &keys)
        : m_connection(connection)
        , m_events(events)
        , m_keys(keys)
    {}

    Result<ClinicProfile> create(ClinicProfile profile, const QDateTime &now) override;
    Result<ClinicProfile> update(ClinicProfile profile, const QDateTime &now) override;
    Result<qint64> version(const ClinicId &id) override;
    Result<ClinicProfile> replace(const ClinicProfile &profile, qint64 version, const QDateTime &now) override;
    Result<ClinicProfile> find(const ClinicId &id) override;
    Result<ClinicProfile> findByNumber(const QString &number) override;
    Result<std::vector<ClinicProfile>> list() override;

private:
    SqlConnection &m_connection;
    EventStore &m_events;
    KeyRing &m_keys;
};

} // namespace Frontdesk::Storage
