#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/tapestore.h"

namespace Frontdesk::Storage {

class SqlTapeStore final : public TapeStore {
public:
    SqlTapeStore(SqlConnection &connection, SealedBodies &bodies)
        : m_connection(connection)
        , m_bodies(bodies)
    {}

    Result<void> save(const ClinicId &clinic, const CallId &call, const QByteArray &tape) override;
    Result<QByteArray> find(const ClinicId &clinic, const CallId &call) override;
    Result<std::vector<CallId>> list(const ClinicId &clinic, const QDateTime &from, const QDateTime &until) override;

private:
    SqlConnection &m_connection;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
