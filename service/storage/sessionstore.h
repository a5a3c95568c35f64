#pragma once

#include "shared/core/result.h"
#include "shared/model/user.h"

#include <vector>

namespace Frontdesk::Storage {

/// One sign-in on one device.
struct Session {
    SessionId id{};
    UserId user{};
    ClinicId clinic{}; ///< Empty for operators.
    QString deviceName{};
    QString address{}; ///< From where it was last refreshed.
    QDateTime createdAt{};
    QDateTime lastUsedAt{};
    QDateTime endsAt{};  ///< At the latest; each refresh moves it.
    QDateTime endedAt{}; ///< Invalid: not ended.
};

class SessionStore {
public:
    virtual ~SessionStore() = default;

    /// Opens a session whose first refresh token has this hash; an empty id is filled in.
    virtual Result<Session> open(Session session, const QString &refreshHash) = 0;

    /// Puts the next refresh token in the place of the old one.
    ///
    /// NotFound: nobody has such a token. Refused: the session is over, or the token was used before; then somebody else
    /// has it too, and the session has been ended.
    virtual Result<Session> rotate(const QString &oldHash, const QString &newHash, const QString &address,
                                   const QDateTime &now, const QDateTime &endsAt) = 0;

    /// The person of a session that goes on, as they are now. NotFound: it is over, or they are deactivated.
    virtual Result<User> signedIn(const SessionId &session, const QDateTime &now) = 0;

    /// Sessions that go on, the last used first.
    virtual Result<std::vector<Session>> ofUser(const UserId &user, const QDateTime &now) = 0;

    /// NotFound: this person has no such session that goes on.
    virtual Result<void> end(const UserId &user, const SessionId &session, const QDateTime &now) = 0;
    /// All of a person's sessions but `except`. Returns how many.
    virtual Result<qint64> endAll(const UserId &user, const SessionId &except, const QDateTime &now) = 0;
};

/// Wrong sign-ins, counted for all nodes together.
class SignInFailureStore {
public:
    virtual ~SignInFailureStore() = default;

    /// Invalid: not locked.
    virtual Result<QDateTime> lockedUntil(const QString &subject, const QDateTime &now) = 0;
    /// Counts one; failures that began before `since` are forgotten. Returns how many there are now.
    virtual Result<int> count(const QString &subject, const QDateTime &now, const QDateTime &since) = 0;
    /// The last one was none: counts one less, and whatever it locked is open again.
    virtual Result<void> takeBack(const QString &subject) = 0;
    virtual Result<void> lock(const QString &subject, const QDateTime &until) = 0;
    virtual Result<void> forget(const QString &subject) = 0;
};

/// What creating requests have made, so that a repeated one makes nothing again.
class IdempotencyStore {
public:
    virtual ~IdempotencyStore() = default;

    /// The id of what this request made before. NotFound: it is new. Conflict: the key was used for another request.
    virtual Result<QString> made(const UserId &user, const QString &key, const QString &requestHash) = 0;
    virtual Result<void> keep(const UserId &user, const ClinicId &clinic, const QString &key,
                              const QString &requestHash, const QString &madeId, const QDateTime &now) = 0;
};

} // namespace Frontdesk::Storage
