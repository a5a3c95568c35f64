#pragma once

#include "service/storage/escalationstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlEscalationStore final : public EscalationStore {
public:
    explicit SqlEscalationStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<EscalationRecord> record(EscalationRecord escalation) override;
    Result<std::vector<EscalationRecord>> forCall(const ClinicId &clinic, const CallId &call) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
