#pragma once

#include "service/api/gate.h"
#include "service/identity/passwordhash.h"
#include "service/identity/secrets.h"
#include "service/storage/database.h"
#include "shared/core/clock.h"

namespace Frontdesk::Api {

struct SignInContext {
    Storage::Database &database;
    AuditTrail &trail;
    const Clock &clock;
    const Identity::AccessTokens &tokens;
    const Gate &gate;
    Identity::SealingKeys sealingKeys;
    Identity::HashCost hashCost;
};

/// Counts an attempt before it is looked at, so that many at once are not more guesses than one after the other. An answer
/// refuses it: 429 with Retry-After. `email` may be empty.
[[nodiscard]] Result<std::optional<Http::HttpResponse>> countAttempt(Storage::Store &store, const QString &email,
                                                                     const QString &address, const QDateTime &now);
/// The attempt was right so far: it no longer counts.
[[nodiscard]] Result<void> takeBackAttempt(Storage::Store &store, const QString &email, const QString &address);
/// The person has proven themselves: earlier failures are forgiven.
[[nodiscard]] Result<void> forgiveAttempts(Storage::Store &store, const QString &email, const QString &address);

enum class CodeCheck { NotNeeded, Missing, Right, Wrong };

/// The second factor: a one-time code or a recovery code, each good for one time.
[[nodiscard]] Result<CodeCheck> checkCode(Storage::Store &store, const SignInContext &context, const User &user,
                                          const Storage::Credentials &credentials, const QString &code,
                                          const QDateTime &now);

/// Opens a session and answers with its tokens.
[[nodiscard]] Http::HttpResponse openSession(Storage::Store &store, const SignInContext &context, const User &user,
                                             const QString &deviceName, const QString &address, const QDateTime &now);

/// `access_token`, `expires_in`, `refresh_token`, `user`, `clinic`.
[[nodiscard]] Http::HttpResponse tokenAnswer(Storage::Store &store, const SignInContext &context, const User &user,
                                             const SessionId &session, const QByteArray &refreshToken,
                                             const QDateTime &now);

/// Moves with each refresh: a desktop that was not used for so long signs in again.
constexpr std::chrono::hours SessionLifetime{14 * 24};

} // namespace Frontdesk::Api
