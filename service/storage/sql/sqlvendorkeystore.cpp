#include "service/storage/sql/sqlvendorkeystore.h"

#include "service/storage/clinicsettingstore.h"
#include "service/storage/sql/rows.h"
#include "shared/core/log.h"

namespace Frontdesk::Storage {

namespace {

const QString PutKey = QStringLiteral(R"sql(
    INSERT INTO vendor_keys (clinic_id, vendor, set_at, body) VALUES ($1, $2, $3, $4)
    ON CONFLICT (clinic_id, vendor) DO UPDATE SET set_at = excluded.set_at, body = excluded.body)sql");
const QString RemoveKey = QStringLiteral("DELETE FROM vendor_keys WHERE clinic_id = $1 AND vendor = $2");
const QString SetTimes = QStringLiteral("SELECT vendor, set_at FROM vendor_keys WHERE clinic_id = $1");
const QString AllKeys = QStringLiteral("SELECT clinic_id, vendor, body FROM vendor_keys ORDER BY clinic_id, vendor");

const QString Key = QStringLiteral("key");

BodyPlace placeOf(const ClinicId &clinic, const QString &vendor)
{
    return {QLatin1String("vendor_keys"), clinic, vendor};
}

} // namespace

Result<void> SqlVendorKeyStore::put(const VendorKey &key, const QDateTime &now)
{
    const auto body = m_bodies.pack(placeOf(key.clinic, key.vendor), {{Key, QString::fromUtf8(key.key)}});
    if (!body) {
        return body.error();
    }
    return m_connection.transaction([&]() -> Result<void> {
        const auto done = m_connection.execute(PutKey, {key.clinic.text(), key.vendor, toSqlTime(now), *body});
        return done ? m_connection.raise(QString::fromLatin1(SettingTopic), QLatin1String("vendor_keys"))
                    : Result<void>(done.error());
    });
}

Result<bool> SqlVendorKeyStore::remove(const ClinicId &clinic, const QString &vendor)
{
    return m_connection.transaction([&]() -> Result<bool> {
        const auto done = m_connection.execute(RemoveKey, {clinic.text(), vendor});
        const auto told = done ? m_connection.raise(QString::fromLatin1(SettingTopic), QLatin1String("vendor_keys"))
                               : Result<void>(done.error());
        return told ? Result<bool>(*done > 0) : told.error();
    });
}

Result<std::map<QString, QDateTime>> SqlVendorKeyStore::setTimes(const ClinicId &clinic)
{
    const auto rows = m_connection.query(SetTimes, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    std::map<QString, QDateTime> times;
    for (const SqlRow &row : *rows) {
        times.emplace(row.text(0), row.time(1));
    }
    return times;
}

Result<std::vector<VendorKey>> SqlVendorKeyStore::all()
{
    const auto rows = m_connection.query(AllKeys, {});
    if (!rows) {
        return rows.error();
    }
    std::vector<VendorKey> keys;
    for (const SqlRow &row : *rows) {
        const ClinicId clinic(row.text(0));
        const QString vendor = row.text(1);
        const auto body = m_bodies.unpack(placeOf(clinic, vendor), row.bytes(2));
        if (!body) {
            qCWarning(Log::storage).noquote() << "the key of clinic" << clinic.text() << "for" << vendor
                                              << "cannot be opened:" << body.error().message;
            continue;
        }
        keys.push_back({clinic, vendor, body->value(Key).toString().toUtf8()});
    }
    return keys;
}

} // namespace Frontdesk::Storage
