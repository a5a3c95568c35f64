#pragma once

#include "service/storage/internal/keyring.h"
#include "service/storage/internal/reseal.h"
#include "service/storage/keystore.h"

namespace Frontdesk::Storage {

class SqlKeyStore final : public KeyStore {
public:
    SqlKeyStore(SqlConnection &connection, KeyRing &keys, SealedBodies &bodies)
        : m_connection(connection)
        , m_keys(keys)
        , m_bodies(bodies)
    {}

    Result<int> rotate(const ClinicId &clinic, const QDateTime &now) override;
    Result<ResealProgress> reseal(const ClinicId &clinic, const ResealProgress &from, int limit) override;
    Result<qint64> dropReplaced(const ClinicId &clinic, const QDateTime &before) override;
    Result<qint64> rewrap(const ClinicId &clinic) override;

    /// Gives keys to clinics from before there were any, and seals what they have; each clinic as a whole.
    [[nodiscard]] Result<void> sealOldClinics(const QDateTime &now);

private:
    SqlConnection &m_connection;
    KeyRing &m_keys;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
