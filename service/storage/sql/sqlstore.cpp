#include "service/storage/sql/sqlstore.h"

namespace Frontdesk::Storage {

SqlStore::SqlStore(std::unique_ptr<SqlConnection> connection, int layoutStep, KeyCache &keys)
    : m_connection(std::move(connection))
    , m_layoutStep(layoutStep)
    , m_keyRing(*m_connection, keys)
    , m_bodies(m_keyRing)
    , m_search(*m_connection, m_keyRing)
    , m_events(*m_connection)
    , m_audit(*m_connection)
    , m_clinics(*m_connection, m_events, m_keyRing)
    , m_calls(*m_connection, m_events, m_bodies, m_search)
    , m_tasks(*m_connection, m_events, m_bodies, m_search)
    , m_escalations(*m_connection, m_events, m_bodies)
    , m_tapes(*m_connection, m_bodies)
    , m_recordings(*m_connection, m_events, m_bodies)
    , m_keys(*m_connection, m_keyRing, m_bodies)
    , m_users(*m_connection)
    , m_sessions(*m_connection)
    , m_signInFailures(*m_connection)
    , m_idempotency(*m_connection)
    , m_desk(*m_connection, m_events, m_bodies, m_search, m_tasks)
    , m_delegations(*m_connection)
    , m_clinicSettings(*m_connection, m_events)
    , m_vendorKeys(*m_connection, m_bodies)
    , m_analytics(*m_connection)
    , m_usage(*m_connection)
    , m_notifications(*m_connection)
    , m_webhooks(*m_connection, m_bodies)
    , m_nodes(*m_connection)
    , m_retention(*m_connection, m_bodies, m_search)
{}

Result<void> SqlStore::transaction(const std::function<Result<void>()> &work)
{
    return m_connection->transaction(std::cref(work));
}

Result<void> SqlStore::raise(const QString &topic, const QString &payload)
{
    return m_connection->raise(topic, payload);
}

} // namespace Frontdesk::Storage
