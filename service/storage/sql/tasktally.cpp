#include "service/storage/sql/tasktally.h"

namespace Frontdesk::Storage {

const QString &TaskTally::bucket()
{
    static const QString expression = QStringLiteral(R"(
        CASE WHEN completed_at IS NULL THEN -1
             WHEN completed_at < created_at THEN 0
             WHEN completed_at - created_at < 7200000000 THEN (completed_at - created_at) / 60000000
             WHEN completed_at - created_at < 86400000000 THEN 108 + (completed_at - created_at) / 600000000
             WHEN completed_at - created_at < 2592000000000 THEN 228 + (completed_at - created_at) / 3600000000
             ELSE 918 + (completed_at - created_at) / 86400000000 END)");
    return expression;
}

Result<void> TaskTally::count(const ClinicId &clinic, const TaskId &task, qint64 times)
{
    static const QString sql = QStringLiteral("INSERT INTO task_days (clinic_id, day, bucket, tasks, taken) "
                                              "SELECT clinic_id, created_at / 86400000000, ") +
                               bucket() + QStringLiteral(R"sql(,
               CAST($1 AS bigint), CAST($1 AS bigint) * COALESCE(completed_at - created_at, 0)
        FROM tasks WHERE clinic_id = $2 AND task_id = $3
        ON CONFLICT (clinic_id, day, bucket) DO UPDATE SET
            tasks = task_days.tasks + excluded.tasks, taken = task_days.taken + excluded.taken)sql");
    const auto counted = m_connection.execute(sql, {times, clinic.text(), task.text()});
    return counted ? Result<void>() : counted.error();
}

} // namespace Frontdesk::Storage
