#pragma once

#include "service/storage/callstore.h"
#include "service/storage/eventstore.h"
#include "service/storage/internal/sealedbodies.h"
#include "service/storage/internal/searchindex.h"
#include "service/storage/sql/calltally.h"
#include "service/storage/sql/sqlconnection.h"

#include <functional>

namespace Frontdesk::Storage {

class SqlCallStore final : public CallStore {
public:
    SqlCallStore(SqlConnection &connection, EventStore &events, SealedBodies &bodies, SearchIndex &search)
        : m_connection(connection)
        , m_events(events)
        , m_bodies(bodies)
        , m_search(search)
        , m_tally(connection)
    {}

    Result<CallRecord> begin(CallRecord call, const NodeId &node) override;
    Result<void> setPhase(const ClinicId &clinic, const CallId &call, CallPhase phase, const QDateTime &now) override;
    Result<bool> finish(const ClinicId &clinic, const CallId &call, const QString &outcome, const QDateTime &endedAt,
                        CallPhase phase) override;
    Result<CallRecord> find(const CallId &call) override;
    Result<CallRecord> findByNetworkId(const QString &networkCallId) override;
    Result<std::vector<CallRecord>> unfinished(const NodeId &node) override;
    Result<std::vector<CallRecord>> list(const CallFilter &filter) override;
    Result<void> saveTurn(const ClinicId &clinic, const TurnRecord &turn) override;
    Result<TurnRecord> turn(const ClinicId &clinic, const CallId &call, int number) override;
    Result<std::vector<TurnRecord>> turns(const ClinicId &clinic, const CallId &call) override;

private:
    using Reader = std::function<Result<CallRecord>(const SqlRow &)>;

    struct Standing {
        QString phase; ///< Text form.
        CallTally::Counted counted{};
    };

    Reader callReader();
    /// NotFound: no such call.
    Result<Standing> standing(const ClinicId &clinic, const CallId &call);

    SqlConnection &m_connection;
    EventStore &m_events;
    SealedBodies &m_bodies;
    SearchIndex &m_search;
    CallTally m_tally;
};

} // namespace Frontdesk::Storage
