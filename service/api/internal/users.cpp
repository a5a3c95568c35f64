#include "service/api/fields.h"
#include "service/api/internal/idempotency.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/peoplejson.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/identity/secrets.h"

namespace Frontdesk::Api {

namespace {

constexpr std::chrono::hours InvitationLifetime{7 * 24};

/// The person, when they belong to the clinic that is asked about.
Result<User> findColleague(ApiCall &call)
{
    auto user = call.store.users().find(UserId(call.parameter("id")));
    if (user && user->clinicId != call.clinic()) {
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such user.")};
    }
    return user;
}

/// Whether somebody else could still look after the clinic's people.
Result<bool> hasOtherAdmin(ApiCall &call, const User &user)
{
    const auto all = call.store.users().list(call.clinic());
    if (!all) {
        return all.error();
    }
    return std::any_of(all->begin(), all->end(), [&](const User &other) {
        return other.id != user.id && other.role == Role::Admin && other.status == UserStatus::Active;
    });
}

Http::HttpResponse list(ApiCall &call)
{
    const auto all = call.store.users().list(call.clinic());
    if (!all) {
        return problem(all.error());
    }
    QJsonArray items;
    for (const User &user : *all) {
        items.append(userJson(user));
    }
    return pageAnswer(items);
}

/// Names to choose from, for whoever hands work to somebody.
Http::HttpResponse colleagues(ApiCall &call)
{
    const auto all = call.store.users().list(call.clinic());
    if (!all) {
        return problem(all.error());
    }
    QJsonArray items;
    for (const User &user : *all) {
        if (user.status == UserStatus::Active) {
            items.append(QJsonObject{{QStringLiteral("id"), user.id.text()},
                                     {QStringLiteral("name"), user.name},
                                     {QStringLiteral("role"), roleName(user.role)}});
        }
    }
    return pageAnswer(items);
}

/// Every answer brings a new invitation: the token of the one before is nowhere kept.
Http::HttpResponse invited(ApiCall &call, const User &user)
{
    const QByteArray token = Identity::newSecretToken();
    const auto kept = call.store.users().invite(user.id, Identity::tokenHash(token),
                                                call.now.addSecs(std::chrono::seconds(InvitationLifetime).count()));
    const auto noted = call.audit("user.invited", {QStringLiteral("user"), user.id.text()}, roleName(user.role));
    if (!kept || !noted) {
        return problem(kept ? noted.error() : kept.error());
    }
    QJsonObject json = userJson(user);
    json.insert(QStringLiteral("invitation_token"), QString::fromLatin1(token));
    return jsonAnswer(201, json);
}

std::optional<Role> clinicRole(Fields &fields)
{
    const auto role = fields.choice("role", roleFromName);
    if (role == Role::Operator) {
        fields.complain("role", QStringLiteral("is no role in a clinic"));
        return std::nullopt;
    }
    return role;
}

Http::HttpResponse create(ApiCall &call)
{
    Fields fields(call.body());
    User user;
    user.clinicId = call.clinic();
    user.email = normalizedEmail(fields.text("email"));
    user.name = fields.text("name", 100);
    const auto role = clinicRole(fields);
    if (!user.email.isEmpty() && !looksLikeEmail(user.email)) {
        fields.complain("email", QStringLiteral("is no e-mail address"));
    }
    if (!fields.ok() || !role) {
        return fields.refusal();
    }
    user.role = *role;
    const RepeatedRequest repeated(call);
    if (const auto known = repeated.made(); known || known.error().code != ErrorCode::NotFound) {
        const auto before = known ? call.store.users().find(UserId(*known)) : Result<User>(known.error());
        return before ? invited(call, *before) : problem(before.error());
    }
    const auto made = call.store.users().create(user, call.now);
    const auto kept = made ? repeated.keep(made->id.text()) : Result<void>(made.error());
    return kept ? invited(call, *made) : problem(kept.error());
}

Http::HttpResponse change(ApiCall &call)
{
    const auto found = findColleague(call);
    if (!found) {
        return problem(found.error());
    }
    Fields fields(call.body());
    User user = *found;
    if (fields.has("name")) {
        user.name = fields.text("name", 100);
    }
    if (fields.has("role")) {
        user.role = clinicRole(fields).value_or(user.role);
    }
    if (fields.has("status")) {
        user.status = fields.choice("status", userStatusFromName).value_or(user.status);
        // Only choosing a password makes an invited person active, and nobody becomes invited again.
        if (user.status == UserStatus::Invited ||
            (found->status == UserStatus::Invited && user.status == UserStatus::Active)) {
            fields.complain("status", QStringLiteral("cannot be set to this"));
        }
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    const bool governsNoMore = found->role == Role::Admin && found->status == UserStatus::Active &&
                               (user.role != Role::Admin || user.status != UserStatus::Active);
    if (governsNoMore) {
        const auto other = hasOtherAdmin(call, user);
        if (!other || !*other) {
            return other ? problem(409, "last_admin",
                                   QStringLiteral("The clinic needs somebody who looks after its people."))
                         : problem(other.error());
        }
    }
    const auto kept = call.store.users().update(user, call.now);
    // A changed role must not live on in tokens that say the old one.
    const auto ended = user.status == UserStatus::Deactivated || user.role != found->role
                           ? call.store.sessions().endAll(user.id, {}, call.now)
                           : Result<qint64>(qint64{0});
    const auto noted = call.audit("user.changed", {QStringLiteral("user"), user.id.text()},
                                  roleName(user.role) + QLatin1Char(' ') + userStatusName(user.status));
    if (!kept || !ended || !noted) {
        return problem(!kept ? kept.error() : !ended ? ended.error() : noted.error());
    }
    return jsonAnswer(200, userJson(user));
}

Http::HttpResponse signOutEverywhere(ApiCall &call)
{
    const auto user = findColleague(call);
    const auto ended = user ? call.store.sessions().endAll(user->id, {}, call.now) : Result<qint64>(user.error());
    if (!ended) {
        return problem(ended.error());
    }
    const auto noted = call.audit("sessions.ended", {QStringLiteral("user"), user->id.text()});
    return noted ? Http::HttpResponse::empty() : problem(noted.error());
}

Http::HttpResponse resetTotp(ApiCall &call)
{
    const auto user = findColleague(call);
    const auto ended = user ? call.store.users().endTotp(user->id) : Result<void>(user.error());
    if (!ended) {
        return problem(ended.error());
    }
    const auto noted = call.audit("totp.reset", {QStringLiteral("user"), user->id.text()});
    return noted ? Http::HttpResponse::empty() : problem(noted.error());
}

/// For a forgotten password, and for an invitation that was lost.
Http::HttpResponse inviteAgain(ApiCall &call)
{
    const auto user = findColleague(call);
    if (!user) {
        return problem(user.error());
    }
    return user->status == UserStatus::Deactivated
               ? problem(409, "deactivated", QStringLiteral("This account was deactivated."))
               : invited(call, *user);
}

} // namespace

std::vector<Operation> userOperations()
{
    using enum Http::Method;
    constexpr auto Manage = Identity::Permission::ManageUsers;
    const QString users = QStringLiteral("/api/v1/users");
    const QString one = users + QStringLiteral("/{id}");
    return {
        {Get, users, Manage, list, {}},
        {Post, users, Manage, create, {}},
        {Patch, one, Manage, change, {}},
        {Post, one + QStringLiteral("/sign-out-everywhere"), Manage, signOutEverywhere, {}},
        {Post, one + QStringLiteral("/reset-totp"), Manage, resetTotp, {}},
        {Post, one + QStringLiteral("/invitation"), Manage, inviteAgain, {}},
        {Get, QStringLiteral("/api/v1/colleagues"), Identity::Permission::ReadClinic, colleagues, {}},
    };
}

} // namespace Frontdesk::Api
