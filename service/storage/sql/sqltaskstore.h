#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/taskstore.h"

namespace Frontdesk::Storage {

class SqlTaskStore final : public TaskStore {
public:
    SqlTaskStore(SqlConnection &connection, EventStore &events)
        : m_connection(connection)
        , m_events(events)
    {}

    Result<Task> submit(Task task, const QString &key) override;
    Result<Task> find(const TaskId &id) override;
    Result<Task> findByNumber(const ClinicId &clinic, const QString &number) override;
    Result<std::vector<Task>> list(const TaskFilter &filter) override;
    Result<void> setStatus(const ClinicId &clinic, const TaskId &id, TaskStatus status, const QDateTime &now) override;

private:
    Result<Task> insert(Task task, const QString &key);
    Result<Task> update(Task task, const Task &kept);
    Result<QString> nextNumber(const ClinicId &clinic, const QDateTime &at);

    SqlConnection &m_connection;
    EventStore &m_events;
};

} // namespace Frontdesk::Storage
