#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/vendorkeystore.h"

namespace Frontdesk::Storage {

class SqlVendorKeyStore final : public VendorKeyStore {
public:
    SqlVendorKeyStore(SqlConnection &connection, SealedBodies &bodies)
        : m_connection(connection)
        , m_bodies(bodies)
    {}

    Result<void> put(const VendorKey &key, const QDateTime &now) override;
    Result<bool> remove(const ClinicId &clinic, const QString &vendor) override;
    Result<std::map<QString, QDateTime>> setTimes(const ClinicId &clinic) override;
    Result<std::vector<VendorKey>> all() override;

private:
    SqlConnection &m_connection;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
