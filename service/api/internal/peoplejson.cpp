#include "service/api/internal/peoplejson.h"

#include "service/api/pages.h"

namespace Frontdesk::Api {

QJsonObject userJson(const User &user)
{
    return {{QStringLiteral("id"), user.id.text()},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("role"), roleName(user.role)},
            {QStringLiteral("status"), userStatusName(user.status)},
            {QStringLiteral("language"), user.language},
            {QStringLiteral("has_totp"), user.hasTotp},
            {QStringLiteral("last_seen_at"), timeJson(user.lastSeenAt)},
            {QStringLiteral("clinic_id"),
             user.clinicId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(user.clinicId.text())}};
}

QJsonObject clinicCard(const ClinicProfile &clinic)
{
    return {{QStringLiteral("id"), clinic.id.text()},
            {QStringLiteral("name"), clinic.name},
            {QStringLiteral("time_zone"), QString::fromLatin1(clinic.timeZone.id())}};
}

} // namespace Frontdesk::Api
