#include "service/storage/sql/sqluserstore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString InsertUser = QStringLiteral(R"sql(
    INSERT INTO users (clinic_id, user_id, email, name, role, status, language, password_hash, totp_last_step,
                       created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, $8, $8))sql");

const QString SelectUser = QStringLiteral(R"sql(
    SELECT clinic_id, user_id, email, name, role, status, language,
           CASE WHEN totp_secret IS NULL THEN 0 ELSE 1 END, last_seen_at
    FROM users )sql");
const QString FindUser = SelectUser + QStringLiteral("WHERE user_id = $1");
const QString FindUserByEmail = SelectUser + QStringLiteral("WHERE email = $1");
const QString ListUsers = SelectUser + QStringLiteral("WHERE clinic_id = $1 ORDER BY name, user_id");
const QString ListOperators = SelectUser + QStringLiteral("WHERE clinic_id IS NULL ORDER BY name, user_id");
const QString FindInvited =
    SelectUser + QStringLiteral("WHERE invitation_hash = $1 AND invitation_ends_at > $2 AND status <> 'deactivated'");

const QString UpdateUser = QStringLiteral(R"sql(
    UPDATE users SET name = $1, role = $2, status = $3, language = $4, updated_at = $5 WHERE user_id = $6)sql");
const QString SetSeen = QStringLiteral("UPDATE users SET last_seen_at = $1 WHERE user_id = $2");

const QString SelectCredentials = QStringLiteral(R"sql(
    SELECT password_hash, totp_secret, totp_offered, totp_last_step FROM users WHERE user_id = $1)sql");
const QString SetPassword = QStringLiteral(R"sql(
    UPDATE users SET password_hash = $1, invitation_hash = NULL, invitation_ends_at = NULL,
                     status = CASE WHEN status = 'invited' THEN 'active' ELSE status END, updated_at = $2
    WHERE user_id = $3)sql");
const QString Invite = QStringLiteral(R"sql(
    UPDATE users SET invitation_hash = $1, invitation_ends_at = $2 WHERE user_id = $3)sql");

const QString TotpSecrets =
    QStringLiteral("SELECT user_id, totp_secret FROM users WHERE totp_secret IS NOT NULL ORDER BY user_id");
const QString ReplaceTotp = QStringLiteral("UPDATE users SET totp_secret = $1 WHERE user_id = $2 AND totp_secret = $3");
const QString OfferTotp = QStringLiteral("UPDATE users SET totp_offered = $1 WHERE user_id = $2");
const QString BeginTotp = QStringLiteral(R"sql(
    UPDATE users SET totp_secret = totp_offered, totp_offered = NULL, totp_last_step = $1
    WHERE user_id = $2 AND totp_offered IS NOT NULL)sql");
const QString EndTotp = QStringLiteral(R"sql(
    UPDATE users SET totp_secret = NULL, totp_offered = NULL WHERE user_id = $1)sql");
const QString TakeStep = QStringLiteral(R"sql(
    UPDATE users SET totp_last_step = $1 WHERE user_id = $2 AND totp_last_step < $1)sql");

const QString InsertRecoveryCode = QStringLiteral(R"sql(
    INSERT INTO recovery_codes (clinic_id, user_id, code_hash)
    SELECT clinic_id, user_id, $1 FROM users WHERE user_id = $2)sql");
const QString DeleteRecoveryCodes = QStringLiteral("DELETE FROM recovery_codes WHERE user_id = $1");
const QString TakeRecoveryCode = QStringLiteral("DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2");

Result<User> readUser(const SqlRow &row)
{
    const auto role = roleFromName(row.text(4));
    const auto status = userStatusFromName(row.text(5));
    if (!role || !status) {
        return unreadable("user");
    }
    return User{.id = UserId(row.text(1)),
                .clinicId = ClinicId(row.text(0)),
                .email = row.text(2),
                .name = row.text(3),
                .role = *role,
                .status = *status,
                .language = row.text(6),
                .hasTotp = row.integer(7) != 0,
                .lastSeenAt = row.time(8)};
}

SqlValue clinicOrNull(const ClinicId &clinic)
{
    return clinic.isEmpty() ? SqlValue() : SqlValue(clinic.text());
}

} // namespace

Result<User> SqlUserStore::create(User user, const QDateTime &now)
{
    if (user.id.isEmpty()) {
        user.id = UserId::create();
    }
    const auto done = m_connection.execute(InsertUser, {clinicOrNull(user.clinicId), user.id.text(), user.email,
                                                        user.name, roleName(user.role), userStatusName(user.status),
                                                        user.language, toSqlTime(now)});
    if (!done && done.error().code == ErrorCode::Conflict) {
        return Error{ErrorCode::Conflict, QStringLiteral("Somebody has this e-mail address already.")};
    }
    return done ? Result<User>(std::move(user)) : done.error();
}

Result<User> SqlUserStore::find(const UserId &id)
{
    return readOne<User>(m_connection.query(FindUser, {id.text()}), "user", readUser);
}

Result<User> SqlUserStore::findByEmail(const QString &email)
{
    return readOne<User>(m_connection.query(FindUserByEmail, {email}), "user", readUser);
}

Result<std::vector<User>> SqlUserStore::list(const ClinicId &clinic)
{
    return readAll<User>(clinic.isEmpty() ? m_connection.query(ListOperators, {})
                                          : m_connection.query(ListUsers, {clinic.text()}),
                         readUser);
}

Result<void> SqlUserStore::change(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto changed = m_connection.execute(sql, parameters);
    if (!changed) {
        return changed.error();
    }
    return *changed > 0 ? Result<void>() : noSuch("user");
}

Result<void> SqlUserStore::update(const User &user, const QDateTime &now)
{
    return change(UpdateUser, {user.name, roleName(user.role), userStatusName(user.status), user.language,
                               toSqlTime(now), user.id.text()});
}

Result<void> SqlUserStore::seen(const UserId &user, const QDateTime &at)
{
    return change(SetSeen, {toSqlTime(at), user.text()});
}

Result<Credentials> SqlUserStore::credentials(const UserId &user)
{
    return readOne<Credentials>(m_connection.query(SelectCredentials, {user.text()}), "user",
                                [](const SqlRow &row) -> Result<Credentials> {
                                    return Credentials{row.text(0), row.bytes(1), row.bytes(2), row.integer(3)};
                                });
}

Result<void> SqlUserStore::setPassword(const UserId &user, const QString &hash, const QDateTime &now)
{
    return change(SetPassword, {hash, toSqlTime(now), user.text()});
}

Result<void> SqlUserStore::invite(const UserId &user, const QString &tokenHash, const QDateTime &endsAt)
{
    return change(Invite, {tokenHash, toSqlTime(endsAt), user.text()});
}

Result<User> SqlUserStore::findInvited(const QString &tokenHash, const QDateTime &now)
{
    return readOne<User>(m_connection.query(FindInvited, {tokenHash, toSqlTime(now)}), "invitation", readUser);
}

Result<void> SqlUserStore::offerTotp(const UserId &user, const QByteArray &sealedSecret)
{
    return change(OfferTotp, {sealedSecret, user.text()});
}

Result<void> SqlUserStore::beginTotp(const UserId &user, qint64 usedStep, const QStringList &recoveryHashes)
{
    return m_connection.transaction([&]() -> Result<void> {
        if (auto begun = change(BeginTotp, {usedStep, user.text()}); !begun) {
            return begun;
        }
        if (const auto cleared = m_connection.execute(DeleteRecoveryCodes, {user.text()}); !cleared) {
            return cleared.error();
        }
        for (const QString &hash : recoveryHashes) {
            if (const auto kept = m_connection.execute(InsertRecoveryCode, {hash, user.text()}); !kept) {
                return kept.error();
            }
        }
        return {};
    });
}

Result<void> SqlUserStore::endTotp(const UserId &user)
{
    return m_connection.transaction([&]() -> Result<void> {
        if (const auto cleared = m_connection.execute(DeleteRecoveryCodes, {user.text()}); !cleared) {
            return cleared.error();
        }
        return change(EndTotp, {user.text()});
    });
}

Result<qint64>
SqlUserStore::resealTotp(const std::function<Result<QByteArray>(const UserId &, const QByteArray &)> &reseal)
{
    return m_connection.transaction([&]() -> Result<qint64> {
        const auto rows = m_connection.query(TotpSecrets, {});
        if (!rows) {
            return rows.error();
        }
        for (const SqlRow &row : *rows) {
            const auto sealed = reseal(UserId(row.text(0)), row.bytes(1));
            if (!sealed) {
                return sealed.error();
            }
            if (const auto kept = m_connection.execute(ReplaceTotp, {*sealed, row.text(0), row.bytes(1)}); !kept) {
                return kept.error();
            }
        }
        return static_cast<qint64>(rows->size());
    });
}

Result<bool> SqlUserStore::takeTotpStep(const UserId &user, qint64 step)
{
    const auto taken = m_connection.execute(TakeStep, {step, user.text()});
    return taken ? Result<bool>(*taken > 0) : taken.error();
}

Result<bool> SqlUserStore::takeRecoveryCode(const UserId &user, const QString &codeHash)
{
    const auto taken = m_connection.execute(TakeRecoveryCode, {user.text(), codeHash});
    return taken ? Result<bool>(*taken > 0) : taken.error();
}

} // namespace Frontdesk::Storage
