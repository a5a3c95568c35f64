#pragma once

#include "service/notification/messages.h"
#include "service/storage/store.h"

namespace Frontdesk::Notification {

struct Collected {
    bool more = false;  ///< There is more in the log.
    bool added = false; ///< There is something to be sent.
};

/// Keeps messages for everything in the clinic's log that staff have not been told of. Conflict: another service was
/// faster, and nothing was kept. Runs on a database thread.
[[nodiscard]] Result<Collected> collectMessages(Storage::Store &store, const ClinicId &clinic, const QString &linkBase,
                                                const QDateTime &now);

/// Keeps messages about one thing that stands in no log.
[[nodiscard]] Result<void> keepMessages(Storage::Store &store, const ClinicProfile &clinic, const Happening &happening,
                                        const QString &linkBase, const QDateTime &now);

} // namespace Frontdesk::Notification
