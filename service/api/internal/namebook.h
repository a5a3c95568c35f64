#pragma once

#include "service/api/operation.h"

#include <QHash>

namespace Frontdesk::Api {

/// The names of a clinic's people, read once per request.
class NameBook {
public:
    explicit NameBook(ApiCall &call)
        : m_call(call)
    {}

    /// `{id, name}`; null for an empty id. People of the platform and people who are gone have an empty name.
    [[nodiscard]] QJsonValue person(const UserId &id);
    [[nodiscard]] QString name(const UserId &id);

private:
    void read();

    ApiCall &m_call;
    QHash<QString, QString> m_names;
    bool m_isRead = false;
};

} // namespace Frontdesk::Api
