#include "service/storage/sql/sqlstore.h"

namespace Frontdesk::Storage {

SqlStore::SqlStore(std::unique_ptr<SqlConnection> connection, int layoutStep)
    : m_connection(std::move(connection))
    , m_layoutStep(layoutStep)
    , m_events(*m_connection)
    , m_audit(*m_connection)
    , m_clinics(*m_connection, m_events)
    , m_calls(*m_connection, m_events)
    , m_tasks(*m_connection, m_events)
    , m_escalations(*m_connection, m_events)
    , m_tapes(*m_connection)
    , m_users(*m_connection)
    , m_sessions(*m_connection)
    , m_signInFailures(*m_connection)
    , m_idempotency(*m_connection)
    , m_desk(*m_connection, m_events, m_tasks)
    , m_delegations(*m_connection)
    , m_clinicSettings(*m_connection, m_events)
    , m_analytics(*m_connection)
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
