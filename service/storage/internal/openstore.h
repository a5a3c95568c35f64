#pragma once

#include "service/storage/databasesettings.h"
#include "service/storage/eventsignal.h"
#include "service/storage/sql/sqlstore.h"

#include <memory>

namespace Frontdesk::Storage {

/// InvalidInput: `url` names no kind of database we know. The message never holds the address.
[[nodiscard]] Result<void> checkAddress(const QString &url);

/// Brings the database to this program's layout, seals what is not sealed and, in PostgreSQL, puts its walls up. Once per program is enough.
[[nodiscard]] Result<void> prepareDatabase(const DatabaseSettings &settings, KeyCache &keys);

/// Opens the prepared database. The store stays on the calling thread; wake-ups of SQLite go to `events`.
[[nodiscard]] Result<std::unique_ptr<SqlStore>> openStore(const DatabaseSettings &settings, KeyCache &keys,
                                                          EventSignal *events = nullptr);

} // namespace Frontdesk::Storage
