#pragma once

#include "service/api/operation.h"

#include <QHash>

namespace Frontdesk::Api {

/// The names of a clinic's people, read once.
class NameBook {
public:
    NameBook(Storage::Store &store, ClinicId clinic)
        : m_store(store)
        , m_clinic(std::move(clinic))
    {}
    explicit NameBook(ApiCall &call)
        : NameBook(call.store, call.clinic())
    {}

    /// `{id, name}`; null for an empty id. People of the platform and people who are gone have an empty name.
    [[nodiscard]] QJsonValue person(const UserId &id);
    [[nodiscard]] QString name(const UserId &id);

private:
    void read();

    Storage::Store &m_store;
    ClinicId m_clinic;
    QHash<QString, QString> m_names;
    bool m_isRead = false;
};

} // namespace Frontdesk::Api
