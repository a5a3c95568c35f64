#pragma once

#include "service/storage/store.h"
#include "shared/model/user.h"

namespace Frontdesk::Api {

/// Who does something.
struct Actor {
    UserId id; ///< Empty: nobody who is known, for example at a sign-in that failed.
    QString name;
    Role role = Role::Receptionist;
    ClinicId clinic;     ///< Whose records are touched; empty: the platform's.
    QString address;     ///< Network address.
    QString glassReason; ///< Why an operator looks into a clinic; empty for the clinic's own people.
};

/// What it is done to: `task` and its id, for example.
struct Subject {
    QString type;
    QString id;
};

/// The narrow door to the audit log: every read of patient data, every sign-in, every change passes here.
///
/// Called on a database thread inside the transaction of the deed itself, so that neither exists without the other: when
/// this fails, the deed fails. `action` is a stable word such as `task.read`; `detail` holds no patient data.
class AuditTrail {
public:
    virtual ~AuditTrail() = default;

    virtual Result<void> record(Storage::Store &store, const Actor &actor, const QString &action,
                                const Subject &subject, const QString &detail, const QDateTime &now) = 0;
};

} // namespace Frontdesk::Api
