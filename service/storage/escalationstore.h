#pragma once

#include "shared/core/result.h"
#include "shared/model/escalation.h"

#include <vector>

namespace Frontdesk::Storage {

/// Why calls were handed to people. Decisions are added and never changed; each appends `escalation.raised` to the clinic's
/// events.
class EscalationStore {
public:
    virtual ~EscalationStore() = default;

    /// Keeps a decision; an empty id is filled in. The same id again changes nothing. NotFound: no such call.
    virtual Result<EscalationRecord> record(EscalationRecord escalation) = 0;

    /// All decisions of a call in the order they were made.
    virtual Result<std::vector<EscalationRecord>> forCall(const ClinicId &clinic, const CallId &call) = 0;
};

} // namespace Frontdesk::Storage
