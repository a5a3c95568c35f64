#include "service/storage/sql/sqlsessionstore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString InsertSession = QStringLiteral(R"sql(
    INSERT INTO sessions (clinic_id, session_id, user_id, device_name, address, created_at, last_used_at, ends_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7))sql");
const QString InsertToken = QStringLiteral(R"sql(
    INSERT INTO refresh_tokens (clinic_id, token_hash, session_id, issued_at) VALUES ($1, $2, $3, $4))sql");

const QString SessionOfToken = QStringLiteral("SELECT session_id FROM refresh_tokens WHERE token_hash = $1");
// Of two that come with the same token at the same moment, one changes the row and the other finds it used.
const QString UseToken = QStringLiteral(R"sql(
    UPDATE refresh_tokens SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL)sql");
const QString Refresh = QStringLiteral(R"sql(
    UPDATE sessions SET last_used_at = $1, ends_at = $2, address = $3
    WHERE session_id = $4 AND ended_at IS NULL AND ends_at > $1
      AND user_id IN (SELECT user_id FROM users WHERE status = 'active'))sql");
const QString EndFamily =
    QStringLiteral("UPDATE sessions SET ended_at = $1 WHERE session_id = $2 AND ended_at IS NULL");

const QString SelectSession = QStringLiteral(R"sql(
    SELECT clinic_id, session_id, user_id, device_name, address, created_at, last_used_at, ends_at, ended_at
    FROM sessions )sql");
const QString FindSession = SelectSession + QStringLiteral("WHERE session_id = $1");
const QString SessionsOfUser = SelectSession + QStringLiteral(R"sql(
    WHERE user_id = $1 AND ended_at IS NULL AND ends_at > $2 ORDER BY last_used_at DESC, session_id)sql");

const QString SignedIn = QStringLiteral(R"sql(
    SELECT u.clinic_id, u.user_id, u.email, u.name, u.role, u.language,
           CASE WHEN u.totp_secret IS NULL THEN 0 ELSE 1 END, u.last_seen_at
    FROM sessions s JOIN users u ON u.user_id = s.user_id
    WHERE s.session_id = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND u.status = 'active')sql");

const QString EndOne = QStringLiteral(R"sql(
    UPDATE sessions SET ended_at = $1 WHERE user_id = $2 AND session_id = $3 AND ended_at IS NULL)sql");
const QString EndOthers = QStringLiteral(R"sql(
    UPDATE sessions SET ended_at = $1 WHERE user_id = $2 AND session_id <> $3 AND ended_at IS NULL)sql");

const QString LockedUntil = QStringLiteral(R"sql(
    SELECT locked_until FROM sign_in_failures WHERE subject = $1 AND locked_until > $2)sql");
const QString CountFailure = QStringLiteral(R"sql(
    INSERT INTO sign_in_failures (subject, failures, first_at) VALUES ($1, 1, $2)
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN sign_in_failures.first_at < $3 THEN 1 ELSE sign_in_failures.failures + 1 END,
        first_at = CASE WHEN sign_in_failures.first_at < $3 THEN $2 ELSE sign_in_failures.first_at END
    RETURNING failures)sql");
const QString TakeBackFailure = QStringLiteral(R"sql(
    UPDATE sign_in_failures SET failures = failures - 1, locked_until = NULL WHERE subject = $1 AND failures > 0)sql");
const QString LockSubject = QStringLiteral("UPDATE sign_in_failures SET locked_until = $1 WHERE subject = $2");
const QString ForgetSubject = QStringLiteral("DELETE FROM sign_in_failures WHERE subject = $1");

const QString FindMade = QStringLiteral(R"sql(
    SELECT request_hash, made_id FROM idempotency_keys WHERE user_id = $1 AND request_key = $2)sql");
const QString KeepMade = QStringLiteral(R"sql(
    INSERT INTO idempotency_keys (clinic_id, user_id, request_key, request_hash, made_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6))sql");

SqlValue clinicOrNull(const ClinicId &clinic)
{
    return clinic.isEmpty() ? SqlValue() : SqlValue(clinic.text());
}

Result<Session> readSession(const SqlRow &row)
{
    return Session{.id = SessionId(row.text(1)),
                   .user = UserId(row.text(2)),
                   .clinic = ClinicId(row.text(0)),
                   .deviceName = row.text(3),
                   .address = row.text(4),
                   .createdAt = row.time(5),
                   .lastUsedAt = row.time(6),
                   .endsAt = row.time(7),
                   .endedAt = row.time(8)};
}

Result<User> readSignedIn(const SqlRow &row)
{
    const auto role = roleFromName(row.text(4));
    if (!role) {
        return unreadable("user");
    }
    return User{.id = UserId(row.text(1)),
                .clinicId = ClinicId(row.text(0)),
                .email = row.text(2),
                .name = row.text(3),
                .role = *role,
                .status = UserStatus::Active,
                .language = row.text(5),
                .hasTotp = row.integer(6) != 0,
                .lastSeenAt = row.time(7)};
}

Result<void> withoutCount(const Result<qint64> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<void> SqlSessionStore::addToken(const Session &session, const QString &hash, const QDateTime &now)
{
    return withoutCount(
        m_connection.execute(InsertToken, {clinicOrNull(session.clinic), hash, session.id.text(), toSqlTime(now)}));
}

Result<Session> SqlSessionStore::open(Session session, const QString &refreshHash)
{
    if (session.id.isEmpty()) {
        session.id = SessionId::create();
    }
    session.lastUsedAt = session.createdAt;
    return m_connection.transaction([&]() -> Result<Session> {
        const auto done = m_connection.execute(
            InsertSession, {clinicOrNull(session.clinic), session.id.text(), session.user.text(), session.deviceName,
                            session.address, toSqlTime(session.createdAt), toSqlTime(session.endsAt)});
        if (!done) {
            return done.error();
        }
        const auto token = addToken(session, refreshHash, session.createdAt);
        return token ? Result<Session>(session) : token.error();
    });
}

Result<Session> SqlSessionStore::rotate(const QString &oldHash, const QString &newHash, const QString &address,
                                        const QDateTime &now, const QDateTime &endsAt)
{
    const Error over{ErrorCode::Refused, QStringLiteral("The session is over; sign in again.")};
    bool refused = false;
    auto rotated = m_connection.transaction([&]() -> Result<Session> {
        const auto owner = readOne<QString>(m_connection.query(SessionOfToken, {oldHash}), "refresh token",
                                            [](const SqlRow &row) { return Result<QString>(row.text(0)); });
        if (!owner) {
            return owner.error();
        }
        const auto used = m_connection.execute(UseToken, {toSqlTime(now), oldHash});
        if (!used) {
            return used.error();
        }
        if (*used == 0) {
            // The end of the family must stay, so this transaction succeeds.
            refused = true;
            const auto ended = m_connection.execute(EndFamily, {toSqlTime(now), *owner});
            return ended ? Result<Session>(Session()) : ended.error();
        }
        const auto refreshed = m_connection.execute(Refresh, {toSqlTime(now), toSqlTime(endsAt), address, *owner});
        if (!refreshed || *refreshed == 0) {
            return refreshed ? over : refreshed.error();
        }
        auto session = readOne<Session>(m_connection.query(FindSession, {*owner}), "session", readSession);
        if (!session) {
            return session;
        }
        const auto token = addToken(*session, newHash, now);
        return token ? session : token.error();
    });
    return rotated && refused ? over : rotated;
}

Result<User> SqlSessionStore::signedIn(const SessionId &session, const QDateTime &now)
{
    return readOne<User>(m_connection.query(SignedIn, {session.text(), toSqlTime(now)}), "session", readSignedIn);
}

Result<std::vector<Session>> SqlSessionStore::ofUser(const UserId &user, const QDateTime &now)
{
    return readAll<Session>(m_connection.query(SessionsOfUser, {user.text(), toSqlTime(now)}), readSession);
}

Result<void> SqlSessionStore::end(const UserId &user, const SessionId &session, const QDateTime &now)
{
    const auto ended = m_connection.execute(EndOne, {toSqlTime(now), user.text(), session.text()});
    if (!ended) {
        return ended.error();
    }
    return *ended > 0 ? Result<void>() : noSuch("session");
}

Result<qint64> SqlSessionStore::endAll(const UserId &user, const SessionId &except, const QDateTime &now)
{
    return m_connection.execute(EndOthers, {toSqlTime(now), user.text(), except.text()});
}

Result<QDateTime> SqlSignInFailureStore::lockedUntil(const QString &subject, const QDateTime &now)
{
    const auto rows = m_connection.query(LockedUntil, {subject, toSqlTime(now)});
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? QDateTime() : rows->front().time(0);
}

Result<int> SqlSignInFailureStore::count(const QString &subject, const QDateTime &now, const QDateTime &since)
{
    return readOne<int>(m_connection.query(CountFailure, {subject, toSqlTime(now), toSqlTime(since)}), "subject",
                        [](const SqlRow &row) { return Result<int>(static_cast<int>(row.integer(0))); });
}

Result<void> SqlSignInFailureStore::takeBack(const QString &subject)
{
    return withoutCount(m_connection.execute(TakeBackFailure, {subject}));
}

Result<void> SqlSignInFailureStore::lock(const QString &subject, const QDateTime &until)
{
    return withoutCount(m_connection.execute(LockSubject, {toSqlTime(until), subject}));
}

Result<void> SqlSignInFailureStore::forget(const QString &subject)
{
    return withoutCount(m_connection.execute(ForgetSubject, {subject}));
}

Result<QString> SqlIdempotencyStore::made(const UserId &user, const QString &key, const QString &requestHash)
{
    return readOne<QString>(
        m_connection.query(FindMade, {user.text(), key}), "request", [&](const SqlRow &row) -> Result<QString> {
            if (row.text(0) != requestHash) {
                return Error{ErrorCode::Conflict, QStringLiteral("This Idempotency-Key came with another request.")};
            }
            return row.text(1);
        });
}

Result<void> SqlIdempotencyStore::keep(const UserId &user, const ClinicId &clinic, const QString &key,
                                       const QString &requestHash, const QString &madeId, const QDateTime &now)
{
    return withoutCount(
        m_connection.execute(KeepMade, {clinicOrNull(clinic), user.text(), key, requestHash, madeId, toSqlTime(now)}));
}

} // namespace Frontdesk::Storage
