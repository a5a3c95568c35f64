#pragma once

#include "service/storage/store.h"
#include "shared/core/clock.h"

#include <functional>

namespace Frontdesk::Recording {

/// What those who delete see of the recordings: a key that is taken away takes its sound along at once; the file goes with
/// the next round of Recordings, on any node, within five minutes where its store can be reached.
class RecordingShelf final : public Storage::RecordingShelf {
public:
    /// `clock` outlives it. `taken` is told that there is a file to remove; any thread.
    explicit RecordingShelf(const Clock &clock, std::function<void()> taken = {})
        : m_clock(clock)
        , m_taken(std::move(taken))
    {}

    Result<Storage::ExpiredCalls> madeBefore(Storage::Store &store, const ClinicId &clinic, const QDateTime &before,
                                             const std::optional<Storage::CallCursor> &after, int limit) override
    {
        return store.recordings().madeBefore(clinic, before, after, limit);
    }

    Result<qint64> erase(Storage::Store &store, const ClinicId &clinic, const CallId &call) override
    {
        const auto erased = store.recordings().erase(clinic, call, m_clock.utcNow());
        if (erased && *erased && m_taken) {
            m_taken();
        }
        return erased ? Result<qint64>(*erased ? 1 : 0) : erased.error();
    }

private:
    const Clock &m_clock;
    std::function<void()> m_taken;
};

} // namespace Frontdesk::Recording
