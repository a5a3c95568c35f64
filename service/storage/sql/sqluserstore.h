#pragma once

#include "service/storage/sql/sqlconnection.h"
#include "service/storage/userstore.h"

namespace Frontdesk::Storage {

class SqlUserStore final : public UserStore {
public:
    explicit SqlUserStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<User> create(User user, const QDateTime &now) override;
    Result<User> find(const UserId &id) override;
    Result<User> findByEmail(const QString &email) override;
    Result<std::vector<User>> list(const ClinicId &clinic) override;
    Result<void> update(const User &user, const QDateTime &now) override;
    Result<void> seen(const UserId &user, const QDateTime &at) override;
    Result<Credentials> credentials(const UserId &user) override;
    Result<void> setPassword(const UserId &user, const QString &hash, const QDateTime &now) override;
    Result<void> invite(const UserId &user, const QString &tokenHash, const QDateTime &endsAt) override;
    Result<User> findInvited(const QString &tokenHash, const QDateTime &now) override;
    Result<void> offerTotp(const UserId &user, const QByteArray &sealedSecret) override;
    Result<void> beginTotp(const UserId &user, qint64 usedStep, const QStringList &recoveryHashes) override;
    Result<void> endTotp(const UserId &user) override;
    Result<qint64>
    resealTotp(const std::function<Result<QByteArray>(const UserId &, const QByteArray &)> &reseal) override;
    Result<bool> takeTotpStep(const UserId &user, qint64 step) override;
    Result<bool> takeRecoveryCode(const UserId &user, const QString &codeHash) override;

private:
    /// For statements that change exactly the person's row.
    Result<void> change(const QString &sql, const std::vector<SqlValue> &parameters);

    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
