#include "service/api/storedaudittrail.h"

namespace Frontdesk::Api {

Result<void> StoredAuditTrail::record(Storage::Store &store, const Actor &actor, const QString &action,
                                      const Subject &subject, const QString &detail, const QDateTime &now)
{
    Storage::AuditEntry entry;
    entry.clinic = actor.clinic;
    entry.at = now;
    entry.actorId = actor.id.text();
    entry.actorName = actor.name;
    entry.actorRole = actor.id.isEmpty() ? QString() : roleName(actor.role);
    entry.action = action;
    entry.subjectType = subject.type;
    entry.subjectId = subject.id;
    entry.detail = detail;
    entry.address = actor.address;
    entry.reason = actor.glassReason;
    const auto kept = store.audit().append(entry, m_seal);
    return kept ? Result<void>() : kept.error();
}

} // namespace Frontdesk::Api
