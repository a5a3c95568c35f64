#pragma once

#include "service/evaluation/calibrate.h"
#include "service/storage/store.h"

namespace Frontdesk::Evaluation {

/// A clinic's past calls from their tapes, oldest first, one at a time. Lives on the database thread.
class TapedCalls final : public StoredCalls {
public:
    /// Calls that began in [from, until).
    [[nodiscard]] static Result<TapedCalls> of(Storage::Store &store, const ClinicId &clinic, const QDateTime &from,
                                               const QDateTime &until);

    [[nodiscard]] std::optional<StoredCall> next() override;
    /// Tapes passed over because they cannot be read, for example those of an older program.
    [[nodiscard]] int unreadable() const { return m_unreadable; }

private:
    TapedCalls(Storage::Store &store, ClinicId clinic, std::vector<CallId> calls);

    Storage::Store &m_store;
    ClinicId m_clinic;
    std::vector<CallId> m_calls;
    size_t m_next = 0;
    int m_unreadable = 0;
};

} // namespace Frontdesk::Evaluation
