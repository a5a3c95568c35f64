#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "shared/core/id.h"

namespace Frontdesk::Storage {

/// Counts a clinic's tasks by the day of UTC on which they were made and by how long they took, in the transaction of the
/// write that is counted.
class TaskTally {
public:
    static constexpr qint64 Day = 86'400'000'000;

    /// An SQL expression over a row of `tasks`: where its time to completion is counted. In the words of layout step 17.
    [[nodiscard]] static const QString &bucket();

    explicit TaskTally(SqlConnection &connection)
        : m_connection(connection)
    {}

    /// Counts the task as it stands in its table.
    [[nodiscard]] Result<void> add(const ClinicId &clinic, const TaskId &task) { return count(clinic, task, 1); }
    /// Takes it out again, before it becomes something else.
    [[nodiscard]] Result<void> remove(const ClinicId &clinic, const TaskId &task) { return count(clinic, task, -1); }

private:
    [[nodiscard]] Result<void> count(const ClinicId &clinic, const TaskId &task, qint64 times);

    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
