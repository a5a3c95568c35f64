#pragma once

#include "shared/core/result.h"
#include "shared/model/escalation.h"

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

/// Where a page of escalations ended: the next page begins with the one before this.
struct EscalationCursor {
    QDateTime decidedAt;
    EscalationId id;
};

struct EscalationFilter {
    ClinicId clinic{};
    std::optional<bool> isOpen{}; ///< Nobody has taken it on yet, or somebody has.
    std::optional<EscalationCursor> before{};
    int limit = 100; ///< 1 to 1000; others are brought into that range.
};

/// Why calls were handed to people. Decisions are added and never changed; each appends `escalation.raised` to the clinic's
/// events.
class EscalationStore {
public:
    virtual ~EscalationStore() = default;

    /// Keeps a decision; an empty id is filled in. The same id again changes nothing. NotFound: no such call.
    virtual Result<EscalationRecord> record(EscalationRecord escalation) = 0;

    /// NotFound: this clinic has no such escalation.
    virtual Result<EscalationRecord> find(const ClinicId &clinic, const EscalationId &id) = 0;
    /// Newest first.
    virtual Result<std::vector<EscalationRecord>> list(const EscalationFilter &filter) = 0;
    /// One owner: the first who takes it on. Doing so again changes nothing. Conflict: somebody else has. NotFound.
    virtual Result<EscalationRecord> acknowledge(const ClinicId &clinic, const EscalationId &id, const UserId &by,
                                                 const QDateTime &now) = 0;

    /// All decisions of a call in the order they were made.
    virtual Result<std::vector<EscalationRecord>> forCall(const ClinicId &clinic, const CallId &call) = 0;
};

} // namespace Frontdesk::Storage
