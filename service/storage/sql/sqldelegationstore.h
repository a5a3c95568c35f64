#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "service/storage/taskdesk.h"

namespace Frontdesk::Storage {

class SqlDelegationStore final : public DelegationStore {
public:
    explicit SqlDelegationStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<std::optional<Delegation>> of(const ClinicId &clinic, const UserId &doctor) override;
    Result<void> put(const ClinicId &clinic, const Delegation &delegation) override;
    Result<void> remove(const ClinicId &clinic, const UserId &doctor) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
