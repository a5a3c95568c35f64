#pragma once

#include "shared/core/result.h"
#include "shared/model/user.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace Frontdesk::Storage {

/// What a person proves to be themselves with. Never leaves the sign-in.
struct Credentials {
    QString passwordHash;    ///< Empty: none chosen yet.
    QByteArray totpSecret;   ///< Sealed by whoever gives it; empty: no one-time codes.
    QByteArray totpOffered;  ///< Sealed; becomes the secret once a code was right.
    qint64 totpLastStep = 0; ///< The last time step a code was taken of.
};

/// People who sign in. E-mail addresses are given as normalizedEmail() makes them.
class UserStore {
public:
    virtual ~UserStore() = default;

    /// Keeps a new person; an empty id is filled in. Conflict: somebody has this e-mail address. NotFound: no such clinic.
    virtual Result<User> create(User user, const QDateTime &now) = 0;

    /// NotFound when there is none.
    virtual Result<User> find(const UserId &id) = 0;
    virtual Result<User> findByEmail(const QString &email) = 0;
    /// Everybody of a clinic by name, deactivated people too; an empty clinic: the operators.
    virtual Result<std::vector<User>> list(const ClinicId &clinic) = 0;

    /// Keeps name, role, status and language. NotFound.
    virtual Result<void> update(const User &user, const QDateTime &now) = 0;
    virtual Result<void> seen(const UserId &user, const QDateTime &at) = 0;

    virtual Result<Credentials> credentials(const UserId &user) = 0;
    /// Also takes back an open invitation and makes an invited person active.
    virtual Result<void> setPassword(const UserId &user, const QString &hash, const QDateTime &now) = 0;

    /// Whoever has the token of this hash may choose a password until then; an earlier invitation ends.
    virtual Result<void> invite(const UserId &user, const QString &tokenHash, const QDateTime &endsAt) = 0;
    /// NotFound: no open invitation has this hash.
    virtual Result<User> findInvited(const QString &tokenHash, const QDateTime &now) = 0;

    virtual Result<void> offerTotp(const UserId &user, const QByteArray &sealedSecret) = 0;
    /// The offered secret holds from now on. Recovery codes of before are gone.
    virtual Result<void> beginTotp(const UserId &user, qint64 usedStep, const QStringList &recoveryHashes) = 0;
    virtual Result<void> endTotp(const UserId &user) = 0;
    /// Replaces everybody's secret by what `reseal` makes of it. Returns how many there were.
    virtual Result<qint64>
    resealTotp(const std::function<Result<QByteArray>(const UserId &, const QByteArray &sealed)> &reseal) = 0;
    /// False: a code of this step or a later one was taken before.
    virtual Result<bool> takeTotpStep(const UserId &user, qint64 step) = 0;
    /// False: there is no such code, or it was used.
    virtual Result<bool> takeRecoveryCode(const UserId &user, const QString &codeHash) = 0;
};

} // namespace Frontdesk::Storage
