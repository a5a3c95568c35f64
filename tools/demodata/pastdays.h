#pragma once

#include "service/storage/store.h"

namespace Frontdesk::DemoData {

/// Ordinary working days of an invented clinic: calls over the day, some handed over, tasks that were done. The same
/// days come out each time. Everything or nothing. Thread: a database's.
[[nodiscard]] Result<void> addPastDays(Storage::Store &store, const ClinicProfile &clinic, const UserId &staff,
                                       int days, const QDateTime &now);

} // namespace Frontdesk::DemoData
