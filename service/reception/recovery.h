#pragma once

#include "service/storage/database.h"
#include "shared/core/clock.h"

namespace Frontdesk::Reception {

/// Closes the calls that a service left unfinished when it died, and leaves the clinic a task for each with what was said
/// so far. The phone network has long connected those callers to the clinic's own line.
///
/// Returns how many there were. For calls of this service's own node: before new ones are taken. An empty node stands for
/// the calls from before nodes were known.
[[nodiscard]] Pending<Result<int>> closeUnfinishedCalls(Storage::Database &database, const Clock &clock,
                                                        const Storage::NodeId &node);

} // namespace Frontdesk::Reception
