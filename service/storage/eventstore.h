#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace Frontdesk::Storage {

/// Something that a clinic's people must see. It names what changed; what it is now stands in the tables.
struct ClinicEvent {
    ClinicId clinic;
    qint64 sequence = 0; ///< Per clinic, from 1, without holes, in the order of the commits.
    QString kind;        ///< `task.changed`, `call.started`, `escalation.raised` ...
    QString subject;     ///< Id of what it is about.
    QDateTime at;        ///< UTC.
};

/// The log that live push reads, so that nobody misses anything and nobody sees anything twice.
///
/// The stores append to it in the transaction of the write itself: neither exists without the other. Each append raises
/// the wake-up EventTopic with the clinic's id.
class EventStore {
public:
    virtual ~EventStore() = default;

    /// Returns the event's sequence. Until the transaction around it ends, others of the clinic wait.
    virtual Result<qint64> append(const ClinicId &clinic, const QString &kind, const QString &subject,
                                  const QDateTime &at) = 0;

    /// Events after `sequence`, oldest first, at most `limit` (1 to 1000).
    virtual Result<std::vector<ClinicEvent>> after(const ClinicId &clinic, qint64 sequence, int limit) = 0;

    /// The last sequence given; 0 before the first.
    virtual Result<qint64> last(const ClinicId &clinic) = 0;

    /// The oldest event that is still kept; one more than the last sequence when none is. Who is behind it cannot
    /// resume.
    virtual Result<qint64> oldest(const ClinicId &clinic) = 0;

    /// Forgets events from before the moment. Returns how many.
    virtual Result<qint64> forget(const ClinicId &clinic, const QDateTime &before) = 0;
};

inline constexpr char EventTopic[] = "events";

} // namespace Frontdesk::Storage
