#pragma once

#include "shared/core/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Frontdesk::Storage {

/// One deed: who did what to which record, when and from where. Holds no patient data.
struct AuditEntry {
    ClinicId clinic;     ///< Empty: the platform's own log.
    qint64 sequence = 0; ///< Per clinic, from 1, without holes.
    QDateTime at;        ///< UTC.
    QString actorId;     ///< Empty: nobody who is known.
    QString actorName;
    QString actorRole;
    QString action;      ///< A stable word: `task.read`, `session.started` ...
    QString subjectType; ///< `task`, `call`, `recording` ...
    QString subjectId;
    QString detail;
    QString address; ///< Network address.
    QString reason;  ///< Why somebody from outside the clinic looked in.
    QByteArray seal; ///< Joins this entry to the one before.
};

/// Where a clinic's log begins and ends, so that entries missing at either end are noticed.
struct AuditEnds {
    qint64 first = 1;       ///< Sequence of the oldest entry that is kept.
    QByteArray beforeFirst; ///< Seal of the entry before it, which has expired; empty when none has.
    qint64 last = 0;        ///< Sequence of the newest entry; `first` - 1 when there is none.
    QByteArray lastSeal;
};

/// Seals the audit log: HMAC-SHA256 over all fields of an entry and the seal before it. Without the key nobody can change,
/// remove, add or reorder an entry and make the rest fit again.
class AuditSeal {
public:
    /// `key`: 32 bytes, derived from the master key. `previousKey`: what older entries may still be sealed with, while a new
    /// master key takes over; empty: nothing.
    explicit AuditSeal(QByteArray key, QByteArray previousKey = {});

    /// `entry.seal` itself is not looked at.
    [[nodiscard]] QByteArray of(const AuditEntry &entry, const QByteArray &previous) const;
    [[nodiscard]] QByteArray of(const ClinicId &clinic, const AuditEnds &ends) const;

    /// Whether the entry's own seal is right behind `previous`.
    [[nodiscard]] bool fits(const AuditEntry &entry, const QByteArray &previous) const;
    [[nodiscard]] bool fits(const ClinicId &clinic, const AuditEnds &ends, const QByteArray &seal) const;

private:
    QByteArray m_key;
    QByteArray m_previousKey;
};

} // namespace Frontdesk::Storage
