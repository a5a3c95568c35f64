#include "shared/model/user.h"

#include "shared/model/enumnames.h"

#include <algorithm>

namespace Frontdesk {

namespace {

constexpr EnumNames<Role, 4> Roles{{{
    {Role::Receptionist, QLatin1String("receptionist")},
    {Role::Doctor, QLatin1String("doctor")},
    {Role::Admin, QLatin1String("admin")},
    {Role::Operator, QLatin1String("operator")},
}}};

constexpr EnumNames<UserStatus, 3> Statuses{{{
    {UserStatus::Invited, QLatin1String("invited")},
    {UserStatus::Active, QLatin1String("active")},
    {UserStatus::Deactivated, QLatin1String("deactivated")},
}}};

} // namespace

QString roleName(Role role)
{
    return Roles.name(role);
}

std::optional<Role> roleFromName(QStringView name)
{
    return Roles.value(name);
}

QString userStatusName(UserStatus status)
{
    return Statuses.name(status);
}

std::optional<UserStatus> userStatusFromName(QStringView name)
{
    return Statuses.value(name);
}

QString normalizedEmail(const QString &email)
{
    return email.trimmed().normalized(QString::NormalizationForm_KC).toLower();
}

bool looksLikeEmail(QStringView email)
{
    constexpr qsizetype Longest = 254; // RFC 5321, 4.5.3.1.3
    const qsizetype at = email.indexOf(u'@');
    const QStringView domain = email.mid(at + 1);
    const bool clean = std::none_of(email.begin(), email.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); });
    return at > 0 && clean && email.size() <= Longest && !domain.contains(u'@') && !domain.startsWith(u'.') &&
           !domain.endsWith(u'.') && domain.contains(u'.');
}

} // namespace Frontdesk
