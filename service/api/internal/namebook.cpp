#include "service/api/internal/namebook.h"

#include "shared/core/log.h"

namespace Frontdesk::Api {

void NameBook::read()
{
    if (std::exchange(m_isRead, true)) {
        return;
    }
    const auto users = m_store.users().list(m_clinic);
    if (!users) {
        qCWarning(Log::api) << "names cannot be read:" << users.error().message;
        return;
    }
    for (const User &user : *users) {
        m_names.insert(user.id.text(), user.name);
    }
}

QString NameBook::name(const UserId &id)
{
    read();
    return m_names.value(id.text());
}

QJsonValue NameBook::person(const UserId &id)
{
    return id.isEmpty()
               ? QJsonValue(QJsonValue::Null)
               : QJsonValue(QJsonObject{{QStringLiteral("id"), id.text()}, {QStringLiteral("name"), name(id)}});
}

} // namespace Frontdesk::Api
