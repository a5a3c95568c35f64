#pragma once

#include "shared/core/result.h"
#include "shared/model/task.h"

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

struct TaskFilter {
    ClinicId clinic{}; ///< Empty: all clinics.
    CallId call{};     ///< Empty: all calls.
    std::optional<TaskStatus> status{};
    std::optional<RequestType> type{};
    std::optional<TaskQueue> queue{};
    std::optional<TaskPriority> priority{};
    int limit = 100; ///< 1 to 1000; others are brought into that range.
    QString name{};  ///< Tasks whose patient or caller has words that begin so, in any order; needs the clinic.
    QString phone{}; ///< Tasks with this call-back number, its last seven or its last four digits; needs the clinic.
};

/// The work that calls leave for the clinic's people. Writes append `task.created` and `task.changed` to its events.
class TaskStore {
public:
    virtual ~TaskStore() = default;

    /// Keeps the task once per call and `key` (which request of the call it is), however often it is told.
    ///
    /// The first time it gets its id (unless it has one) and the next number of its clinic for the year of the clinic's
    /// local date at `createdAt`, which must be set. Later times replace what the caller said (type, queue, priority,
    /// slots, note, reason, transcript, recording) and leave id, number, status and creation as they are. Returns the
    /// task as it is kept. NotFound: no such clinic or call.
    virtual Result<Task> submit(Task task, const QString &key) = 0;

    /// NotFound when there is none.
    virtual Result<Task> find(const TaskId &id) = 0;
    /// By its number, such as TASK-2026-0001. NotFound when there is none.
    virtual Result<Task> findByNumber(const ClinicId &clinic, const QString &number) = 0;
    /// Newest first. InvalidInput: `name` or `phone` is too little to search for.
    virtual Result<std::vector<Task>> list(const TaskFilter &filter) = 0;
};

} // namespace Frontdesk::Storage
