#pragma once

#include "service/storage/clinicsettingstore.h"
#include "service/storage/eventstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlClinicSettingStore final : public ClinicSettingStore {
public:
    SqlClinicSettingStore(SqlConnection &connection, EventStore &events)
        : m_connection(connection)
        , m_events(events)
    {}

    Result<ClinicSetting> find(const ClinicId &clinic, const QString &name) override;
    Result<ClinicSetting> replace(const ClinicId &clinic, const QString &name, const QJsonObject &value, qint64 version,
                                  const QDateTime &now) override;
    Result<ClinicSetting> findOfPlatform(const QString &name) override;
    Result<ClinicSetting> replaceOfPlatform(const QString &name, const QJsonObject &value, qint64 version,
                                            const QDateTime &now) override;
    Result<std::map<ClinicId, QJsonObject>> ofAllClinics(const QString &name) override;

private:
    SqlConnection &m_connection;
    EventStore &m_events;
};

} // namespace Frontdesk::Storage
