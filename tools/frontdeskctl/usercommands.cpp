#include "service/identity/secrets.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

namespace Frontdesk::Ctl {

namespace {

constexpr qint64 InvitationSeconds = qint64{7} * 24 * 3600;

const QString Clinic = QStringLiteral("clinic");

/// A person, with the token that lets them choose a password.
struct Invited {
    User user;
    QByteArray token;
};

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

Result<Invited> invite(Storage::Store &store, const User &user)
{
    const QByteArray token = Identity::newSecretToken();
    const auto kept = store.users().invite(user.id, Identity::tokenHash(token),
                                           QDateTime::currentDateTimeUtc().addSecs(InvitationSeconds));
    return kept ? Result<Invited>(Invited{user, token}) : kept.error();
}

int showInvitation(const Invited &invited, Output &output)
{
    output.out << invited.user.name << " <" << invited.user.email
               << "> chooses a password with this invitation, within a "
               << "week:\n"
               << QString::fromLatin1(invited.token) << '\n';
    return Done;
}

/// What was asked for, read and checked; the clinic is found.
Result<User> wantedUser(const CommandLine &line, Storage::Store &store)
{
    User user;
    user.email = normalizedEmail(line.value(QStringLiteral("email")));
    user.name = line.value(QStringLiteral("name")).trimmed();
    const auto role = roleFromName(line.value(QStringLiteral("role")));
    if (!looksLikeEmail(user.email) || user.name.isEmpty()) {
        return invalid(QStringLiteral("The person needs an --email and a --name."));
    }
    if (!role) {
        return invalid(QStringLiteral("--role is one of receptionist, doctor, admin, operator."));
    }
    user.role = *role;
    if ((user.role == Role::Operator) == line.has(Clinic)) {
        return invalid(QStringLiteral("Everybody but an operator belongs to a --clinic; an operator to none."));
    }
    if (line.has(Clinic)) {
        const auto clinic = findClinic(store, line.value(Clinic));
        if (!clinic) {
            return clinic.error();
        }
        user.clinicId = clinic->id;
    }
    return user;
}

int inviteUser(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Clinic}, {QStringLiteral("email")}, {QStringLiteral("name")}, {QStringLiteral("role")}}, 0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<Invited> {
            const auto wanted = wantedUser(line, store);
            const auto made =
                wanted ? store.users().create(*wanted, QDateTime::currentDateTimeUtc()) : Result<User>(wanted.error());
            return made ? invite(store, *made) : Result<Invited>(made.error());
        },
        [&output](const CommandLine &, const Invited &invited) { return showInvitation(invited, output); });
}

int listUsers(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Clinic}}, 0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<std::vector<User>> {
            if (!line.has(Clinic)) {
                return store.users().list({});
            }
            const auto clinic = findClinic(store, line.value(Clinic));
            return clinic ? store.users().list(clinic->id) : Result<std::vector<User>>(clinic.error());
        },
        [&output](const CommandLine &, const std::vector<User> &users) {
            std::vector<QStringList> rows;
            for (const User &user : users) {
                rows.push_back({printable(user.email), printable(user.name), roleName(user.role),
                                userStatusName(user.status),
                                user.hasTotp ? QStringLiteral("yes") : QStringLiteral("no"),
                                user.lastSeenAt.toString(Qt::ISODate)});
            }
            writeTable(output.out,
                       {QStringLiteral("EMAIL"), QStringLiteral("NAME"), QStringLiteral("ROLE"),
                        QStringLiteral("STATUS"), QStringLiteral("CODES"), QStringLiteral("LAST SEEN")},
                       rows);
            return Done;
        });
}

Result<User> namedUser(const CommandLine &line, Storage::Store &store)
{
    const QString email = normalizedEmail(line.words().first());
    auto user = store.users().findByEmail(email);
    if (!user && user.error().code == ErrorCode::NotFound) {
        return Error{ErrorCode::NotFound, QStringLiteral("There is nobody with the address %1.").arg(email)};
    }
    return user;
}

int deactivateUser(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<User> {
            auto user = namedUser(line, store);
            if (!user) {
                return user;
            }
            user->status = UserStatus::Deactivated;
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const auto done = store.transaction([&]() -> Result<void> {
                const auto kept = store.users().update(*user, now);
                const auto ended = store.sessions().endAll(user->id, {}, now);
                return kept && !ended ? Result<void>(ended.error()) : kept;
            });
            return done ? user : Result<User>(done.error());
        },
        [&output](const CommandLine &, const User &user) {
            output.out << user.email << " can sign in no more.\n";
            return Done;
        });
}

int resetPassword(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<Invited> {
            const auto user = namedUser(line, store);
            if (user && user->status == UserStatus::Deactivated) {
                return Error{ErrorCode::Refused, QStringLiteral("This person was deactivated.")};
            }
            return user ? invite(store, *user) : Result<Invited>(user.error());
        },
        [&output](const CommandLine &, const Invited &invited) { return showInvitation(invited, output); });
}

} // namespace

Command userInviteCommand()
{
    return {QStringLiteral("user invite"), QStringLiteral("Adds a person and prints their invitation."),
            QStringLiteral("--clinic ID|NUMBER --email E --name N --role receptionist|doctor|admin ") +
                databaseUsage() +
                QStringLiteral("\n       frontdeskctl user invite --email E --name N --role operator"),
            inviteUser};
}

Command userListCommand()
{
    return {QStringLiteral("user list"), QStringLiteral("Lists a clinic's people, or the operators."),
            QStringLiteral("[--clinic ID|NUMBER] ") + databaseUsage(), listUsers};
}

Command userDeactivateCommand()
{
    return {QStringLiteral("user deactivate"), QStringLiteral("Ends a person's access at once."),
            QStringLiteral("EMAIL ") + databaseUsage(), deactivateUser};
}

Command userResetPasswordCommand()
{
    return {QStringLiteral("user reset-password"),
            QStringLiteral("Prints an invitation with which a person chooses a new password."),
            QStringLiteral("EMAIL ") + databaseUsage(), resetPassword};
}

} // namespace Frontdesk::Ctl
