#include "service/api/internal/idempotency.h"

#include <QCryptographicHash>

namespace Frontdesk::Api {

namespace {

constexpr int LongestKey = 200;

} // namespace

RepeatedRequest::RepeatedRequest(ApiCall &call)
    : m_call(call)
    , m_key(QString::fromUtf8(call.request.header("Idempotency-Key")).left(LongestKey))
    , m_hash(QString::fromLatin1(
          QCryptographicHash::hash(call.request.target + '\n' + call.request.body, QCryptographicHash::Sha256).toHex()))
{}

Result<QString> RepeatedRequest::made() const
{
    return m_key.isEmpty() ? Error{ErrorCode::NotFound, QStringLiteral("There is no key.")}
                           : m_call.store.idempotency().made(m_call.caller.user.id, m_key, m_hash);
}

Result<void> RepeatedRequest::keep(const QString &madeId) const
{
    return m_key.isEmpty() ? Result<void>()
                           : m_call.store.idempotency().keep(m_call.caller.user.id, m_call.clinic(), m_key, m_hash,
                                                             madeId, m_call.now);
}

} // namespace Frontdesk::Api
