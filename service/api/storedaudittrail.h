#pragma once

#include "service/api/audittrail.h"

namespace Frontdesk::Api {

/// Writes each deed into the clinic's sealed log; what belongs to no clinic into the platform's. Constant: any thread.
class StoredAuditTrail final : public AuditTrail {
public:
    explicit StoredAuditTrail(Storage::AuditSeal seal)
        : m_seal(std::move(seal))
    {}

    Result<void> record(Storage::Store &store, const Actor &actor, const QString &action, const Subject &subject,
                        const QString &detail, const QDateTime &now) override;

private:
    const Storage::AuditSeal m_seal;
};

} // namespace Frontdesk::Api
