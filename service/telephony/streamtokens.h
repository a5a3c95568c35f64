#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>

namespace Frontdesk::Telephony {

/// The second proof that a media socket belongs to a call we answered: a secret that travels as a stream parameter
/// from our webhook answer to the socket's `start`, once, within a minute.
///
/// HMAC-SHA256 over call, expiry and a random number. Safe from any thread.
class StreamTokens {
public:
    static constexpr std::chrono::seconds Lifetime{60};

    /// `secret`: at least 32 random bytes, the same for all services behind one phone number.
    StreamTokens(QByteArray secret, const Clock &clock);

    [[nodiscard]] QString issue(const QString &callSid);

    /// Refused: forged, of another call, too late, or used before.
    [[nodiscard]] Result<void> redeem(const QString &token, const QString &callSid);

private:
    [[nodiscard]] QByteArray mac(QByteArrayView expiryAndNonce, const QString &callSid) const;
    void forgetExpired(qint64 nowMs);

    QByteArray m_secret;
    const Clock &m_clock;
    QMutex m_mutex;
    QHash<QByteArray, qint64> m_redeemed; ///< Nonce -> expiry in ms since the epoch.
};

} // namespace Frontdesk::Telephony
