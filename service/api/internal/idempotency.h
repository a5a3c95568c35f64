#pragma once

#include "service/api/operation.h"

namespace Frontdesk::Api {

/// What the request's `Idempotency-Key` stands for. Without a key every request is new.
class RepeatedRequest {
public:
    explicit RepeatedRequest(ApiCall &call);

    /// The id of what the same request made before. NotFound: it is new. Conflict: the key stood for another request.
    [[nodiscard]] Result<QString> made() const;
    /// Remembers what it has made.
    [[nodiscard]] Result<void> keep(const QString &madeId) const;

private:
    ApiCall &m_call;
    QString m_key;
    QString m_hash;
};

} // namespace Frontdesk::Api
