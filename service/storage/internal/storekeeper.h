#pragma once

#include "service/storage/internal/openstore.h"
#include "shared/core/clock.h"

#include <atomic>
#include <mutex>

namespace Frontdesk::Storage {

/// Prepares the database before the first connection uses it. Shared by the connections' threads.
class Preparation {
public:
    /// Does it, unless it was done.
    [[nodiscard]] Result<void> ensure(const DatabaseSettings &settings, KeyCache &keys);

    /// How often one of the connections was opened: who waits with a new attempt sees that the server is back.
    [[nodiscard]] quint64 opened() const { return m_opened; }
    void noteOpened() { ++m_opened; }

private:
    std::mutex m_mutex;
    bool m_done = false;
    std::atomic<quint64> m_opened = 0;
};

/// One thread's store: opens it, sees when it was lost, and opens it again.
///
/// A server that does not answer is asked again after 100 ms, then after twice as long each time, up to 5 seconds, and
/// at once when another thread has reached it; work that comes in between gets the error of the last attempt at once. Files
/// are tried each time.
class StoreKeeper {
public:
    StoreKeeper(const DatabaseSettings &settings, Preparation &preparation, KeyCache &keys, EventSignal &events,
                const Clock &clock);

    /// The store, ready for work in this scope.
    [[nodiscard]] Result<Store *> enter(const Scope &scope);

    static constexpr Milliseconds FirstPause{100};
    static constexpr Milliseconds LongestPause{5'000};

private:
    Result<void> open();

    const DatabaseSettings &m_settings;
    Preparation &m_preparation;
    KeyCache &m_keys;
    EventSignal &m_events;
    const Clock &m_clock;
    std::unique_ptr<SqlStore> m_store;
    Result<void> m_lastAttempt;
    Milliseconds m_pause{0};
    Instant m_tryAgainAt{};
    quint64 m_openedBefore = 0; ///< By all threads, when the last attempt failed.
};

} // namespace Frontdesk::Storage
