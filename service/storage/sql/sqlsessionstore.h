#pragma once

#include "service/storage/sessionstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlSessionStore final : public SessionStore {
public:
    explicit SqlSessionStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<Session> open(Session session, const QString &refreshHash) override;
    Result<Session> rotate(const QString &oldHash, const QString &newHash, const QString &address, const QDateTime &now,
                           const QDateTime &endsAt) override;
    Result<User> signedIn(const SessionId &session, const QDateTime &now) override;
    Result<std::vector<Session>> ofUser(const UserId &user, const QDateTime &now) override;
    Result<void> end(const UserId &user, const SessionId &session, const QDateTime &now) override;
    Result<qint64> endAll(const UserId &user, const SessionId &except, const QDateTime &now) override;

private:
    Result<void> addToken(const Session &session, const QString &hash, const QDateTime &now);

    SqlConnection &m_connection;
};

class SqlSignInFailureStore final : public SignInFailureStore {
public:
    explicit SqlSignInFailureStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<QDateTime> lockedUntil(const QString &subject, const QDateTime &now) override;
    Result<int> count(const QString &subject, const QDateTime &now, const QDateTime &since) override;
    Result<void> takeBack(const QString &subject) override;
    Result<void> lock(const QString &subject, const QDateTime &until) override;
    Result<void> forget(const QString &subject) override;

private:
    SqlConnection &m_connection;
};

class SqlIdempotencyStore final : public IdempotencyStore {
public:
    explicit SqlIdempotencyStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<QString> made(const UserId &user, const QString &key, const QString &requestHash) override;
    Result<void> keep(const UserId &user, const ClinicId &clinic, const QString &key, const QString &requestHash,
                      const QString &madeId, const QDateTime &now) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
