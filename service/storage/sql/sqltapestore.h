#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "service/storage/tapestore.h"

namespace Frontdesk::Storage {

class SqlTapeStore final : public TapeStore {
public:
    explicit SqlTapeStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<void> save(const ClinicId &clinic, const CallId &call, const QByteArray &tape) override;
    Result<QByteArray> find(const ClinicId &clinic, const CallId &call) override;
    Result<std::vector<CallId>> list(const ClinicId &clinic, const QDateTime &from, const QDateTime &until) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
