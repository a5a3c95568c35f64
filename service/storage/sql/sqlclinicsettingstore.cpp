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
const QString FindOfPlatform = QStringLiteral("SELECT version, value FROM platform_settings WHERE name = $1");
const QString FirstOfPlatform = QStringLiteral(R"sql(
    INSERT INTO platform_settings (name, version, value, updated_at) VALUES ($1, 1, $2, $3)
    ON CONFLICT (name) DO NOTHING)sql");
const QString ReplaceOfPlatform = QStringLiteral(R"sql(
    UPDATE platform_settings SET version = version + 1, value = $1, updated_at = $2
    WHERE name = $3 AND version = $4)sql");
const QString OfAllClinics = QStringLiteral("SELECT clinic_id, value FROM clinic_settings WHERE name = $1");

Result<ClinicSetting> settingFrom(const Result<std::vector<SqlRow>> &rows)
{
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

QString textOf(const QJsonObject &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

/// `kept` rows were written; the setting as it is now.
Result<ClinicSetting> keptSetting(const Result<qint64> &kept, const QJsonObject &value, qint64 version)
{
    if (!kept) {
        return kept.error();
    }
    if (*kept == 0) {
        return Error{ErrorCode::Conflict, QStringLiteral("Somebody changed this setting in the meantime.")};
    }
    return ClinicSetting{version + 1, value};
}

} // namespace

Result<ClinicSetting> SqlClinicSettingStore::find(const ClinicId &clinic, const QString &name)
{
    return settingFrom(m_connection.query(FindSetting, {clinic.text(), name}));
}

Result<ClinicSetting> SqlClinicSettingStore::replace(const ClinicId &clinic, const QString &name,
                                                     const QJsonObject &value, qint64 version, const QDateTime &now)
{
    const ClinicEvent event{clinic, 0, QStringLiteral("clinic.changed"), clinic.text(), now};
    return announced(m_connection, m_events, event, [&]() -> Result<ClinicSetting> {
        const auto kept =
            version == 0
                ? m_connection.execute(FirstSetting, {clinic.text(), name, textOf(value), toSqlTime(now)})
                : m_connection.execute(ReplaceSetting, {textOf(value), toSqlTime(now), clinic.text(), name, version});
        if (const auto told = m_connection.raise(QString::fromLatin1(SettingTopic), name); !told) {
            return told.error();
        }
        return keptSetting(kept, value, version);
    });
}

Result<ClinicSetting> SqlClinicSettingStore::findOfPlatform(const QString &name)
{
    return settingFrom(m_connection.query(FindOfPlatform, {name}));
}

Result<ClinicSetting> SqlClinicSettingStore::replaceOfPlatform(const QString &name, const QJsonObject &value,
                                                               qint64 version, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<ClinicSetting> {
        const auto kept = version == 0
                              ? m_connection.execute(FirstOfPlatform, {name, textOf(value), toSqlTime(now)})
                              : m_connection.execute(ReplaceOfPlatform, {textOf(value), toSqlTime(now), name, version});
        if (const auto told = m_connection.raise(QString::fromLatin1(SettingTopic), name); !told) {
            return told.error();
        }
        return keptSetting(kept, value, version);
    });
}

Result<std::map<ClinicId, QJsonObject>> SqlClinicSettingStore::ofAllClinics(const QString &name)
{
    const auto rows = m_connection.query(OfAllClinics, {name});
    if (!rows) {
        return rows.error();
    }
    std::map<ClinicId, QJsonObject> found;
    for (const SqlRow &row : *rows) {
        found.emplace(ClinicId(row.text(0)), QJsonDocument::fromJson(row.text(1).toUtf8()).object());
    }
    return found;
}

} // namespace Frontdesk::Storage
