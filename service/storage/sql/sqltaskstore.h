#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/internal/sealedbodies.h"
#include "service/storage/internal/searchindex.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/sql/tasktally.h"
#include "service/storage/taskstore.h"

#include <functional>

namespace Frontdesk::Storage {

class SqlTaskStore final : public TaskStore {
public:
    SqlTaskStore(SqlConnection &connection, EventStore &events, SealedBodies &bodies, SearchIndex &search)
        : m_connection(connection)
        , m_events(events)
        , m_bodies(bodies)
        , m_search(search)
        , m_tally(connection)
    {}

    Result<Task> submit(Task task, const QString &key) override;
    Result<Task> find(const TaskId &id) override;
    Result<Task> findByNumber(const ClinicId &clinic, const QString &number) override;
    Result<std::vector<Task>> list(const TaskFilter &filter) override;

private:
    using Reader = std::function<Result<Task>(const SqlRow &)>;

    Reader reader();
    /// Brings the search up to date with the task that was just kept.
    Result<Task> findable(Task task);
    Result<Task> insert(Task task, const QString &key);
    Result<Task> update(Task task, const Task &kept);
    Result<QString> nextNumber(const ClinicId &clinic, const QDateTime &at);

    SqlConnection &m_connection;
    EventStore &m_events;
    SealedBodies &m_bodies;
    SearchIndex &m_search;
    TaskTally m_tally;
};

} // namespace Frontdesk::Storage
