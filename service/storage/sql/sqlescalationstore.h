#pragma once

#include "service/storage/escalationstore.h"
#include "service/storage/eventstore.h"
#include "service/storage/internal/sealedbodies.h"
#include "service/storage/sql/sqlconnection.h"

#include <functional>

namespace Frontdesk::Storage {

class SqlEscalationStore final : public EscalationStore {
public:
    SqlEscalationStore(SqlConnection &connection, EventStore &events, SealedBodies &bodies)
        : m_connection(connection)
        , m_events(events)
        , m_bodies(bodies)
    {}

    Result<EscalationRecord> record(EscalationRecord escalation) override;
    Result<EscalationRecord> find(const ClinicId &clinic, const EscalationId &id) override;
    Result<std::vector<EscalationRecord>> list(const EscalationFilter &filter) override;
    Result<EscalationRecord> acknowledge(const ClinicId &clinic, const EscalationId &id, const UserId &by,
                                         const QDateTime &now) override;
    Result<std::vector<EscalationRecord>> forCall(const ClinicId &clinic, const CallId &call) override;

private:
    using Reader = std::function<Result<EscalationRecord>(const SqlRow &)>;

    Reader reader();

    SqlConnection &m_connection;
    EventStore &m_events;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
