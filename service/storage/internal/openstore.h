#pragma once

#include "service/storage/store.h"

#include <memory>

namespace Frontdesk::Storage {

/// Opens the database that `url` names and brings it to this program's layout. The store stays on the calling thread.
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const QString &url);

} // namespace Frontdesk::Storage
