#pragma once

#include "service/storage/clinicstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlClinicStore final : public ClinicStore {
public:
    explicit SqlClinicStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<ClinicProfile> create(ClinicProfile profile, const QDateTime &now) override;
    Result<ClinicProfile> update(ClinicProfile profile, const QDateTime &now) override;
    Result<ClinicProfile> find(const ClinicId &id) override;
    Result<ClinicProfile> findByNumber(const QString &number) override;
    Result<std::vector<ClinicProfile>> list() override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
