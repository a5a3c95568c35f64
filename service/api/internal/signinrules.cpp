#include "service/api/internal/signinrules.h"

#include "service/api/internal/peoplejson.h"
#include "service/api/problem.h"
#include "service/identity/lockout.h"
#include "service/identity/onetimecode.h"
#include "service/identity/secrets.h"

namespace Frontdesk::Api {

namespace {

QString personSubject(const QString &email)
{
    return QStringLiteral("person:") + Identity::tokenHash(email.toUtf8());
}

QString addressSubject(const QString &address)
{
    return QStringLiteral("address:") + address;
}

Http::HttpResponse lockedAnswer(const QDateTime &until, const QDateTime &now)
{
    Http::HttpResponse response =
        problem(429, "locked", QStringLiteral("Too many sign-ins went wrong; wait a little."));
    response.setHeader("Retry-After", QByteArray::number(std::max<qint64>(1, now.secsTo(until))));
    return response;
}

Result<std::optional<Http::HttpResponse>> countFor(Storage::Store &store, const QString &subject,
                                                   const Identity::LockoutRule &rule, const QDateTime &now)
{
    auto &failures = store.signInFailures();
    const auto locked = failures.lockedUntil(subject, now);
    if (!locked) {
        return locked.error();
    }
    if (locked->isValid()) {
        return std::optional(lockedAnswer(*locked, now));
    }
    const auto count = failures.count(subject, now, now.addSecs(-rule.window.count()));
    if (!count) {
        return count.error();
    }
    if (const auto lock = Identity::lockAfter(*count, rule); lock.count() > 0) {
        if (const auto kept = failures.lock(subject, now.addSecs(lock.count())); !kept) {
            return kept.error();
        }
    }
    return std::optional<Http::HttpResponse>();
}

} // namespace

Result<std::optional<Http::HttpResponse>> countAttempt(Storage::Store &store, const QString &email,
                                                       const QString &address, const QDateTime &now)
{
    auto refused = countFor(store, addressSubject(address), Identity::AddressLockout, now);
    if (!refused || *refused || email.isEmpty()) {
        return refused;
    }
    return countFor(store, personSubject(email), Identity::PersonLockout, now);
}

Result<void> takeBackAttempt(Storage::Store &store, const QString &email, const QString &address)
{
    auto taken = store.signInFailures().takeBack(addressSubject(address));
    return taken && !email.isEmpty() ? store.signInFailures().takeBack(personSubject(email)) : taken;
}

Result<void> forgiveAttempts(Storage::Store &store, const QString &email, const QString &address)
{
    auto taken = store.signInFailures().takeBack(addressSubject(address));
    return taken && !email.isEmpty() ? store.signInFailures().forget(personSubject(email)) : taken;
}

Result<CodeCheck> checkCode(Storage::Store &store, const SignInContext &context, const User &user,
                            const Storage::Credentials &credentials, const QString &code, const QDateTime &now)
{
    if (credentials.totpSecret.isEmpty()) {
        return CodeCheck::NotNeeded;
    }
    if (code.isEmpty()) {
        return CodeCheck::Missing;
    }
    const auto secret = Identity::openSecret(context.sealingKeys, credentials.totpSecret, user.id.text().toUtf8());
    if (!secret) {
        return secret.error();
    }
    const auto step = Identity::matchingTotpStep(*secret, code, now, credentials.totpLastStep);
    const auto taken = step ? store.users().takeTotpStep(user.id, *step)
                            : store.users().takeRecoveryCode(user.id, Identity::recoveryCodeHash(code, user.id.text()));
    if (!taken) {
        return taken.error();
    }
    return *taken ? CodeCheck::Right : CodeCheck::Wrong;
}

Http::HttpResponse openSession(Storage::Store &store, const SignInContext &context, const User &user,
                               const QString &deviceName, const QString &address, const QDateTime &now)
{
    const QByteArray refreshToken = Identity::newSecretToken();
    const auto session = store.sessions().open({.user = user.id,
                                                .clinic = user.clinicId,
                                                .deviceName = deviceName,
                                                .address = address,
                                                .createdAt = now,
                                                .endsAt = now.addSecs(std::chrono::seconds(SessionLifetime).count())},
                                               Identity::tokenHash(refreshToken));
    if (!session) {
        return problem(session.error());
    }
    const auto noted = context.trail.record(store, {user.id, user.name, user.role, user.clinicId, address, {}},
                                            QStringLiteral("session.opened"),
                                            {QStringLiteral("session"), session->id.text()}, {}, now);
    return noted ? tokenAnswer(store, context, user, session->id, refreshToken, now) : problem(noted.error());
}

Http::HttpResponse tokenAnswer(Storage::Store &store, const SignInContext &context, const User &user,
                               const SessionId &session, const QByteArray &refreshToken, const QDateTime &now)
{
    if (const auto seen = store.users().seen(user.id, now); !seen) {
        return problem(seen.error());
    }
    QJsonValue clinicJson(QJsonValue::Null);
    if (!user.clinicId.isEmpty()) {
        const auto clinic = store.clinics().find(user.clinicId);
        if (!clinic) {
            return problem(clinic.error());
        }
        clinicJson = clinicCard(*clinic);
    }
    const QByteArray access = context.tokens.issue({user.id, session, user.clinicId, user.role, {}}, now);
    User shown = user;
    shown.lastSeenAt = now;
    return jsonAnswer(200, {{QStringLiteral("access_token"), QString::fromLatin1(access)},
                            {QStringLiteral("expires_in"), qint64{Identity::AccessTokens::Lifetime.count()}},
                            {QStringLiteral("refresh_token"), QString::fromLatin1(refreshToken)},
                            {QStringLiteral("user"), userJson(shown)},
                            {QStringLiteral("clinic"), clinicJson}});
}

} // namespace Frontdesk::Api
