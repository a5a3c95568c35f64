#pragma once

#include "service/storage/database.h"
#include "shared/core/clock.h"

#include <QFuture>

namespace Frontdesk::Reception {

/// Closes the calls that an earlier run of the service left unfinished, and leaves the clinic a task for each with
/// what was said so far. The phone network has long connected those callers to the clinic's own line.
///
/// Returns how many there were. To be run before new calls are taken.
[[nodiscard]] QFuture<Result<int>> closeUnfinishedCalls(Storage::Database &database, const Clock &clock);

} // namespace Frontdesk::Reception
