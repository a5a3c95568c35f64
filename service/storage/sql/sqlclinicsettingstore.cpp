#include "service/storage/sql/sqlclinicsettingstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"

#include <QJsonDocument>

namespace Frontdesk::Storage {

namespace {

const QString FindSetting =
    QStringLiteral("SELECT version, value FROM clinic_settings WHERE clinic_id = $1 AND name = $2");
// Nobody has set it, or whoever changes it knows what it is.
const QString FirstSetting = QStringLiteral(R"sql(
    INSERT INTO clinic_settings (clinic_id, name, version, value, updated_at) VALUES ($1, $2, 1, $3, $4)
    ON CONFLICT (clinic_id, name) DO NOTHING)sql");
const QString ReplaceSetting = QStringLiteral(R"sql(
    UPDATE clinic_settings SET version = version + 1, value = $1, updated_at = $2
    WHERE clinic_id = $3 AND name = $4 AND version = $5)sql");

} // namespace

Result<ClinicSetting> SqlClinicSettingStore::find(const ClinicId &clinic, const QString &name)
{
    const auto rows = m_connection.query(FindSetting, {clinic.text(), name});
    if (!rows) {
        return rows.error();
    }
    if (rows->empty()) {
        return ClinicSetting();
    }
    const QJsonDocument document = QJsonDocument::fromJson(rows->front().text(1).toUtf8());
    if (!document.isObject()) {
        return unreadable("setting");
    }
    return ClinicSetting{rows->front().integer(0), document.object()};
}

Result<ClinicSetting> SqlClinicSettingStore::replace(const ClinicId &clinic, const QString &name,
                                                     const QJsonObject &value, qint64 version, const QDateTime &now)
{
    const ClinicEvent event{clinic, 0, QStringLiteral("clinic.changed"), clinic.text(), now};
    return announced(m_connection, m_events, event, [&]() -> Result<ClinicSetting> {
        const QString text = QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
        const auto kept =
            version == 0 ? m_connection.execute(FirstSetting, {clinic.text(), name, text, toSqlTime(now)})
                         : m_connection.execute(ReplaceSetting, {text, toSqlTime(now), clinic.text(), name, version});
        if (!kept) {
            return kept.error();
        }
        if (*kept == 0) {
            return Error{ErrorCode::Conflict, QStringLiteral("Somebody changed this setting in the meantime.")};
        }
        return ClinicSetting{version + 1, value};
    });
}

} // namespace Frontdesk::Storage
