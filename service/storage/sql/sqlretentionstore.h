#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/internal/searchindex.h"
#include "service/storage/retentionstore.h"
#include "service/storage/sql/sqlconnection.h"

#include <QSet>

#include <functional>

namespace Frontdesk::Storage {

class SqlRetentionStore final : public RetentionStore {
public:
    SqlRetentionStore(SqlConnection &connection, SealedBodies &bodies, SearchIndex &search)
        : m_connection(connection)
        , m_bodies(bodies)
        , m_search(search)
    {}

    Result<LegalHold> place(LegalHold hold) override;
    Result<void> release(const ClinicId &clinic, const QString &hold, const QString &by, const QDateTime &now) override;
    Result<std::vector<LegalHold>> holds(const ClinicId &clinic) override;
    Result<ExpiredCalls> expired(const ClinicId &clinic, Keeping what, const QDateTime &before,
                                 const std::optional<CallCursor> &after, int limit) override;
    Result<std::vector<CallId>> notHeld(const ClinicId &clinic, const std::vector<CallId> &calls) override;
    Result<void> erase(const ClinicId &clinic, const CallId &call, Keeping what) override;

private:
    /// What the clinic's holds keep: everything, or these calls.
    struct Held {
        bool everything = false;
        QSet<QString> calls{};
    };

    Result<Held> held(const ClinicId &clinic);
    Result<void> eraseTranscript(const ClinicId &clinic, const CallId &call);
    /// Packs the body of each row again after `change`.
    Result<void> rewrite(const char *table, const char *key, const ClinicId &clinic, const CallId &call,
                         const std::function<void(QJsonObject &)> &change);

    SqlConnection &m_connection;
    SealedBodies &m_bodies;
    SearchIndex &m_search;
};

} // namespace Frontdesk::Storage
