#include "service/storage/sql/sqlkeystore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString ClinicsWithoutKeys = QStringLiteral(R"sql(
    SELECT clinic_id FROM clinics WHERE clinic_id NOT IN (SELECT clinic_id FROM clinic_keys))sql");

constexpr int RowsAtOnce = 500;

} // namespace

Result<int> SqlKeyStore::rotate(const ClinicId &clinic, const QDateTime &now)
{
    const auto version = m_keys.addVersion(clinic, now);
    return version ? Result<int>(static_cast<int>(*version)) : version.error();
}

Result<ResealProgress> SqlKeyStore::reseal(const ClinicId &clinic, const ResealProgress &from, int limit)
{
    return m_connection.transaction([&] { return Reseal(m_connection, m_keys, m_bodies).step(clinic, from, limit); });
}

Result<qint64> SqlKeyStore::dropReplaced(const ClinicId &clinic, const QDateTime &before)
{
    return m_keys.dropReplaced(clinic, before);
}

Result<qint64> SqlKeyStore::rewrap(const ClinicId &clinic)
{
    return m_keys.rewrap(clinic);
}

Result<void> SqlKeyStore::sealOldClinics(const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<void> {
        if (auto alone = m_connection.lock(QStringLiteral("layout")); !alone) {
            return alone;
        }
        const auto clinics = readAll<ClinicId>(m_connection.query(ClinicsWithoutKeys, {}), [](const SqlRow &row) {
            return Result<ClinicId>(ClinicId(row.text(0)));
        });
        if (!clinics) {
            return clinics.error();
        }
        for (const ClinicId &clinic : *clinics) {
            if (auto made = m_keys.create(clinic, now); !made) {
                return made;
            }
            Reseal reseal(m_connection, m_keys, m_bodies, Reseal::Plain::Accept);
            for (Result<ResealProgress> progress = ResealProgress(); !progress->done;) {
                progress = reseal.step(clinic, *progress, RowsAtOnce);
                if (!progress) {
                    return progress.error();
                }
            }
        }
        return {};
    });
}

} // namespace Frontdesk::Storage
