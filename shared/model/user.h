#pragma once

#include "shared/core/id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Frontdesk {

/// What a person is to the clinic. What each may do is one table: service/identity/permissions.cpp.
enum class Role {
    Receptionist,
    Doctor,
    Admin,
    Operator, ///< Of the platform; belongs to no clinic.
};

[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

enum class UserStatus {
    Invited,     ///< Has not chosen a password yet.
    Active,      ///< May sign in.
    Deactivated, ///< May not; kept, because records name people for years.
};

[[nodiscard]] QString userStatusName(UserStatus status);
[[nodiscard]] std::optional<UserStatus> userStatusFromName(QStringView name);

/// A person who signs in.
struct User {
    UserId id{};
    ClinicId clinicId{}; ///< Empty for operators.
    QString email{};     ///< Lower case; nobody else has it.
    QString name{};
    Role role = Role::Receptionist;
    UserStatus status = UserStatus::Invited;
    QString language = QStringLiteral("en");
    bool hasTotp = false;   ///< Signing in needs a one-time code too.
    QDateTime lastSeenAt{}; ///< UTC; invalid: never.
};

/// The form e-mail addresses are kept and compared in.
[[nodiscard]] QString normalizedEmail(const QString &email);

/// One `@`, something before it, a dot in what follows, no spaces, at most 254 characters; more only the mail system knows.
[[nodiscard]] bool looksLikeEmail(QStringView email);

} // namespace Frontdesk
