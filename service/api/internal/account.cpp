#include "service/api/fields.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/peoplejson.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/identity/onetimecode.h"
#include "service/identity/secrets.h"

namespace Frontdesk::Api {

namespace {

Http::HttpResponse me(ApiCall &call)
{
    return jsonAnswer(200, userJson(call.caller.user));
}

Http::HttpResponse changeMe(ApiCall &call)
{
    Fields fields(call.body());
    User user = call.caller.user;
    if (fields.has("name")) {
        user.name = fields.text("name", 100);
    }
    if (fields.has("language")) {
        user.language = fields.text("language", 2);
        if (user.language != QLatin1String("en") && user.language != QLatin1String("es")) {
            fields.complain("language", QStringLiteral("is none of en, es"));
        }
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    const auto kept = call.store.users().update(user, call.now);
    const auto noted = call.audit("account.changed", {QStringLiteral("user"), user.id.text()});
    return kept && noted ? jsonAnswer(200, userJson(user)) : problem(kept ? noted.error() : kept.error());
}

Http::HttpResponse signOut(ApiCall &call)
{
    const auto ended = call.store.sessions().end(call.caller.user.id, call.caller.session, call.now);
    const auto noted = call.audit("session.ended", {QStringLiteral("session"), call.caller.session.text()});
    return ended && noted ? Http::HttpResponse::empty() : problem(ended ? noted.error() : ended.error());
}

Http::HttpResponse listSessions(ApiCall &call)
{
    const auto sessions = call.store.sessions().ofUser(call.caller.user.id, call.now);
    if (!sessions) {
        return problem(sessions.error());
    }
    QJsonArray items;
    for (const Storage::Session &session : *sessions) {
        items.append(QJsonObject{{QStringLiteral("id"), session.id.text()},
                                 {QStringLiteral("device_name"), session.deviceName},
                                 {QStringLiteral("created_at"), timeJson(session.createdAt)},
                                 {QStringLiteral("last_used_at"), timeJson(session.lastUsedAt)},
                                 {QStringLiteral("address"), session.address},
                                 {QStringLiteral("current"), session.id == call.caller.session}});
    }
    return pageAnswer(items);
}

Http::HttpResponse endSession(ApiCall &call)
{
    const SessionId session(call.parameter("id"));
    if (const auto ended = call.store.sessions().end(call.caller.user.id, session, call.now); !ended) {
        return problem(ended.error());
    }
    const auto noted = call.audit("session.ended", {QStringLiteral("session"), session.text()});
    return noted ? Http::HttpResponse::empty() : problem(noted.error());
}

Http::HttpResponse offerTotp(ApiCall &call, const Identity::SealingKeys &sealingKeys)
{
    const User &user = call.caller.user;
    if (user.hasTotp) {
        return problem(409, "totp_on", QStringLiteral("One-time codes are on already; end them first."));
    }
    const QByteArray secret = Identity::newTotpSecret();
    const auto kept = call.store.users().offerTotp(
        user.id, Identity::sealSecret(sealingKeys.current, secret, user.id.text().toUtf8()));
    return kept ? jsonAnswer(200, {{QStringLiteral("secret"), Identity::base32(secret)},
                                   {QStringLiteral("uri"), Identity::totpUri(secret, user.email)}})
                : problem(kept.error());
}

Http::HttpResponse confirmTotp(ApiCall &call, const Identity::SealingKeys &sealingKeys)
{
    Fields fields(call.body());
    const QString code = fields.text("code", 10);
    if (!fields.ok()) {
        return fields.refusal();
    }
    const User &user = call.caller.user;
    const auto credentials = call.store.users().credentials(user.id);
    if (!credentials) {
        return problem(credentials.error());
    }
    if (credentials->totpOffered.isEmpty()) {
        return problem(409, "no_offer", QStringLiteral("Ask for a secret first."));
    }
    const auto secret = Identity::openSecret(sealingKeys, credentials->totpOffered, user.id.text().toUtf8());
    if (!secret) {
        return problem(secret.error());
    }
    const auto step = Identity::matchingTotpStep(*secret, code, call.now, 0);
    if (!step) {
        return problem(422, "bad_code", QStringLiteral("The code is not right; is the app's clock?"));
    }
    const QStringList codes = Identity::newRecoveryCodes();
    QStringList hashes;
    for (const QString &recovery : codes) {
        hashes << Identity::recoveryCodeHash(recovery, user.id.text());
    }
    const auto begun = call.store.users().beginTotp(user.id, *step, hashes);
    const auto noted = call.audit("totp.begun", {QStringLiteral("user"), user.id.text()});
    return begun && noted ? jsonAnswer(200, {{QStringLiteral("recovery_codes"), QJsonArray::fromStringList(codes)}})
                          : problem(begun ? noted.error() : begun.error());
}

} // namespace

std::vector<Operation> accountOperations(const Identity::SealingKeys &sealingKeys)
{
    using enum Http::Method;
    constexpr auto Own = Identity::Permission::OwnAccount;
    const QString base = QStringLiteral("/api/v1/auth/");
    return {
        {Post, base + QStringLiteral("sign-out"), Own, signOut, {}},
        {Get, base + QStringLiteral("me"), Own, me, {}},
        {Patch, base + QStringLiteral("me"), Own, changeMe, {}},
        {Get, base + QStringLiteral("sessions"), Own, listSessions, {}},
        {Delete, base + QStringLiteral("sessions/{id}"), Own, endSession, {}},
        {Post,
         base + QStringLiteral("totp"),
         Own,
         [sealingKeys](ApiCall &call) { return offerTotp(call, sealingKeys); },
         {}},
        {Post,
         base + QStringLiteral("totp/confirm"),
         Own,
         [sealingKeys](ApiCall &call) { return confirmTotp(call, sealingKeys); },
         {}},
    };
}

} // namespace Frontdesk::Api
