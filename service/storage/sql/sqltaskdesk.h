#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/internal/sealedbodies.h"
#include "service/storage/internal/searchindex.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/sql/tasktally.h"
#include "service/storage/taskdesk.h"
#include "service/storage/taskstore.h"

namespace Frontdesk::Storage {

/// What the call has left is read through the TaskStore; this keeps what people make of it.
class SqlTaskDesk final : public TaskDesk {
public:
    SqlTaskDesk(SqlConnection &connection, EventStore &events, SealedBodies &bodies, SearchIndex &search,
                TaskStore &tasks)
        : m_connection(connection)
        , m_events(events)
        , m_bodies(bodies)
        , m_search(search)
        , m_tasks(tasks)
        , m_tally(connection)
    {}

    Result<DeskTask> find(const ClinicId &clinic, const TaskId &id) override;
    Result<TaskPage> search(const TaskSearch &search) override;
    Result<DeskTask> change(const DeskTask &changed, const TaskDeed &deed) override;
    Result<DeskTask> undo(const ClinicId &clinic, const TaskId &id, qint64 version, const UserId &by,
                          const QDateTime &since, const QDateTime &now) override;
    Result<std::vector<TaskNote>> notes(const ClinicId &clinic, const TaskId &id) override;
    Result<std::vector<TaskDeed>> history(const ClinicId &clinic, const TaskId &id) override;

private:
    /// Keeps what became of `before`, and counts it anew where its completion has changed.
    Result<void> replace(const DeskTask &before, const DeskTask &after, qint64 expected, const QDateTime &now);
    Result<void> write(const DeskTask &task, qint64 expected, const QDateTime &now);
    Result<void> tellDecision(const DeskTask &before, const DeskTask &after, const QDateTime &now);
    Result<void> remember(const DeskTask &before, const TaskDeed &deed, const QString &noteId);
    Result<void> removeNote(const DeskTask &task, const QString &noteId);

    SqlConnection &m_connection;
    EventStore &m_events;
    SealedBodies &m_bodies;
    SearchIndex &m_search;
    TaskStore &m_tasks;
    TaskTally m_tally;
};

} // namespace Frontdesk::Storage
