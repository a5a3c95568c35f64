#pragma once

#include "service/storage/auditseal.h"
#include "service/storage/store.h"

namespace Frontdesk::Retention {

/// Everything about these calls is deleted now, their recordings too. Calls that are held are left. Returns how many were
/// deleted. Inside the caller's transaction. `shelf` may be null.
[[nodiscard]] Result<qint64> eraseCalls(Storage::Store &store, Storage::RecordingShelf *shelf, const ClinicId &clinic,
                                        const std::vector<CallId> &calls);

} // namespace Frontdesk::Retention
