#pragma once

#include "service/storage/internal/searchindex.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/taskdesk.h"

#include <functional>

namespace Frontdesk::Storage {

/// A page of the desk's tasks; `read` gives the task of an id. Who is asked for is found by the index; what that does not
/// know (a single letter, three digits from the middle of a number) by looking at the tasks themselves.
[[nodiscard]] Result<TaskPage> searchTasks(SqlConnection &connection, SearchIndex &index, const TaskSearch &search,
                                           const std::function<Result<DeskTask>(const TaskId &)> &read);

/// Whether `who` begins a word of the patient's name, ends the task's number or, with three digits or more, stands in the
/// number to call back.
[[nodiscard]] bool isAbout(const Task &task, const QString &who);

} // namespace Frontdesk::Storage
