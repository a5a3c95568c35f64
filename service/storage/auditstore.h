#pragma once

#include "service/storage/auditseal.h"
#include "shared/core/result.h"

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

struct AuditFilter {
    ClinicId clinic{};   ///< Whose log; empty: the platform's.
    QString actorId{};   ///< Empty: everybody.
    QString action{};    ///< Empty: every action; `task.` finds all that begin so.
    QString subjectId{}; ///< Empty: everything.
    QDateTime from{};    ///< Invalid: from the beginning.
    QDateTime until{};   ///< Invalid: to the end. Not included.
    qint64 before = 0;   ///< Only entries with a smaller sequence; 0: all.
    int limit = 100;     ///< 1 to 1000; others are brought into that range.
};

/// What looking through a whole log has found.
struct AuditCheck {
    qint64 entries = 0;               ///< Entries that are there.
    std::optional<qint64> firstBad{}; ///< Sequence at which the log stops being whole.
    QString what{};                   ///< What is wrong there, in plain words; empty when all is well.
    qint64 last = 0;                  ///< The newest entry and its seal: noted down elsewhere, they prove later that
    QByteArray lastSeal{};            ///< nothing was taken off the end together with the record of the end.
};

/// The append-only log of who did what. One chain a clinic, one for the platform.
class AuditStore {
public:
    virtual ~AuditStore() = default;

    /// Fills in sequence and seal. Until the transaction around it ends, others of the clinic wait.
    virtual Result<AuditEntry> append(AuditEntry entry, const AuditSeal &seal) = 0;

    /// Newest first.
    virtual Result<std::vector<AuditEntry>> list(const AuditFilter &filter) = 0;

    /// Looks at every entry: changed, missing, added and reordered ones are found.
    virtual Result<AuditCheck> verify(const ClinicId &clinic, const AuditSeal &seal) = 0;

    /// Seals the whole log with the current key, where a previous one was used. Returns how many entries there are.
    /// Conflict: the log is not whole, and sealing it would hide that.
    virtual Result<qint64> reseal(const ClinicId &clinic, const AuditSeal &seal) = 0;

    /// Every clinic that has a log; the platform's as an empty id.
    virtual Result<std::vector<ClinicId>> clinics() = 0;

    /// Deletes up to `limit` (1 to 1000) of the oldest entries from before the moment, whose time to be kept is over.
    /// Returns how many. The sealed record of the log's ends says with which seal the rest goes on. Conflict: what is to
    /// be deleted is not whole, and deleting would hide it.
    virtual Result<qint64> expire(const ClinicId &clinic, const QDateTime &before, const AuditSeal &seal,
                                  int limit) = 0;
};

} // namespace Frontdesk::Storage
