#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"
#include "shared/model/user.h"

namespace Frontdesk::Identity {

/// What an access token says about its bearer. Who is asked for much may look further: the session can be over.
struct AccessClaims {
    UserId user;
    SessionId session;
    ClinicId clinic; ///< Empty for operators.
    Role role = Role::Receptionist;
    QDateTime expiresAt; ///< UTC, whole seconds.
};

/// Issues and reads the short-lived tokens of the API: JWT (RFC 7519), HS256.
///
/// Signing keys follow the calendar: each UTC day has its own, derived from `secret`, and `kid` names the day. All nodes
/// with the same master key agree without talking to each other, and no key is ever stored; docs/adr/0008 has the reasons.
/// Constant after construction: safe from any thread.
class AccessTokens {
public:
    /// `secret`: derived from the master key, 32 bytes.
    explicit AccessTokens(QByteArray secret);

    /// Fills in `expiresAt`.
    [[nodiscard]] QByteArray issue(AccessClaims claims, const QDateTime &now) const;

    /// Refused: not ours, changed, expired, or from the future. Nothing else of a token is looked at before its signature
    /// was found right.
    [[nodiscard]] Result<AccessClaims> read(QByteArrayView token, const QDateTime &now) const;

    static constexpr std::chrono::seconds Lifetime{900};
    /// How much the clocks of two nodes may differ.
    static constexpr std::chrono::seconds ClockSkew{30};

private:
    [[nodiscard]] QByteArray signature(qint64 day, const QByteArray &signedPart) const;

    QByteArray m_secret;
};

} // namespace Frontdesk::Identity
