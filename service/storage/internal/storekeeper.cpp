#include "service/storage/internal/storekeeper.h"

#include "service/storage/sql/postgresaddress.h"
#include "shared/core/log.h"

namespace Frontdesk::Storage {

Result<void> Preparation::ensure(const DatabaseSettings &settings, KeyCache &keys)
{
    const std::lock_guard lock(m_mutex);
    if (!m_done) {
        if (auto prepared = prepareDatabase(settings, keys); !prepared) {
            return prepared;
        }
        m_done = true;
    }
    return {};
}

StoreKeeper::StoreKeeper(const DatabaseSettings &settings, Preparation &preparation, KeyCache &keys,
                         EventSignal &events, const Clock &clock)
    : m_settings(settings)
    , m_preparation(preparation)
    , m_keys(keys)
    , m_events(events)
    , m_clock(clock)
{
    m_lastAttempt = open();
}

Result<Store *> StoreKeeper::enter(const Scope &scope)
{
    if (m_store && m_store->isLost()) {
        qCWarning(Log::storage) << "the connection to the database was lost";
        m_store.reset();
        m_lastAttempt = open();
    } else if (!m_store && m_lastAttempt.error().retryMayHelp() &&
               (m_clock.now() >= m_tryAgainAt || m_preparation.opened() != m_openedBefore)) {
        m_lastAttempt = open();
    }
    if (!m_store) {
        return m_lastAttempt.error();
    }
    const auto entered = m_store->enter(scope);
    return entered ? Result<Store *>(m_store.get()) : entered.error();
}

Result<void> StoreKeeper::open()
{
    if (auto prepared = m_preparation.ensure(m_settings, m_keys); !prepared) {
        m_lastAttempt = prepared;
    } else if (auto store = openStore(m_settings, m_keys, &m_events); store) {
        m_store = std::move(store).value();
        m_pause = Milliseconds(0);
        m_preparation.noteOpened();
        return {};
    } else {
        m_lastAttempt = store.error();
    }
    m_openedBefore = m_preparation.opened();
    if (isPostgresAddress(m_settings.url)) {
        m_pause = std::clamp(2 * m_pause, FirstPause, LongestPause);
        m_tryAgainAt = m_clock.now() + m_pause;
    }
    return m_lastAttempt;
}

} // namespace Frontdesk::Storage
