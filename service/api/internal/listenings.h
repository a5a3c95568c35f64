#pragma once

#include "shared/core/clock.h"
#include "shared/core/id.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>

namespace Frontdesk::Api {

/// Who listens to which recording just now. A player fetches a recording in parts, and one listening is one row of the
/// audit trail, not one for each part. Safe from any thread.
class Listenings {
public:
    /// So long after its last part a listening is over; a person who pauses longer begins another one.
    static constexpr Milliseconds Pause{10 * 60 * 1000};

    /// Whether this sign-in's listening to that recording, written down before, goes on; then it lasts from `now` again.
    [[nodiscard]] bool goesOn(const SessionId &session, const CallId &call, const QDateTime &now);
    /// It has been written down.
    void begin(const SessionId &session, const CallId &call, const QDateTime &now);

private:
    QMutex m_mutex;
    QHash<std::pair<SessionId, CallId>, QDateTime> m_lastParts;
};

} // namespace Frontdesk::Api
