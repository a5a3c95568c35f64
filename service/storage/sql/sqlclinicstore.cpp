#include "service/storage/sql/sqlclinicstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"

#include <QJsonDocument>

namespace Frontdesk::Storage {

namespace {

const QString InsertClinic = QStringLiteral(R"sql(
    INSERT INTO clinics (clinic_id, number, name, time_zone, profile, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6))sql");

const QString UpdateClinic = QStringLiteral(R"sql(
    UPDATE clinics SET number = $1, name = $2, time_zone = $3, profile = $4, updated_at = $5,
                       version = version + 1
    WHERE clinic_id = $6)sql");

const QString ClinicVersion = QStringLiteral("SELECT version FROM clinics WHERE clinic_id = $1");
const QString SelectClinic = QStringLiteral("SELECT profile FROM clinics ");
const QString FindClinic = SelectClinic + QStringLiteral("WHERE clinic_id = $1");
const QString FindClinicByNumber = SelectClinic + QStringLiteral("WHERE number = $1");
const QString ListClinics = SelectClinic + QStringLiteral("ORDER BY name, clinic_id");

QString profileText(const ClinicProfile &profile)
{
    return QString::fromUtf8(QJsonDocument(profile.toJson()).toJson(QJsonDocument::Compact));
}

Result<ClinicProfile> readClinic(const SqlRow &row)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.text(0).toUtf8());
    if (!document.isObject()) {
        return unreadable("clinic");
    }
    const auto profile = ClinicProfile::fromJson(document.object());
    return profile ? profile : Result<ClinicProfile>(unreadable("clinic"));
}

Result<void> checkProfile(const ClinicProfile &profile)
{
    const QStringList problems = profile.problems();
    return problems.isEmpty() ? Result<void>() : Error{ErrorCode::InvalidInput, problems.first()};
}

Error explained(const Error &error)
{
    return error.code == ErrorCode::Conflict
               ? Error{ErrorCode::Conflict, QStringLiteral("Another clinic is reached under this number already.")}
               : error;
}

} // namespace

Result<ClinicProfile> SqlClinicStore::create(ClinicProfile profile, const QDateTime &now)
{
    if (const auto usable = checkProfile(profile); !usable) {
        return usable.error();
    }
    if (profile.id.isEmpty()) {
        profile.id = ClinicId::create();
    }
    return m_connection.transaction([&]() -> Result<ClinicProfile> {
        const auto done = m_connection.execute(InsertClinic, {profile.id.text(), profile.number, profile.name,
                                                              QString::fromLatin1(profile.timeZone.id()),
                                                              profileText(profile), toSqlTime(now)});
        if (!done) {
            return explained(done.error());
        }
        const auto sealable = m_keys.create(profile.id, now);
        return sealable ? Result<ClinicProfile>(profile) : sealable.error();
    });
}

Result<ClinicProfile> SqlClinicStore::update(ClinicProfile profile, const QDateTime &now)
{
    if (const auto usable = checkProfile(profile); !usable) {
        return usable.error();
    }
    return m_connection.transaction([&]() -> Result<ClinicProfile> {
        if (const auto alone = m_connection.lock(QStringLiteral("clinic ") + profile.id.text()); !alone) {
            return alone.error();
        }
        const auto kept = find(profile.id);
        if (!kept) {
            return kept.error();
        }
        profile.thresholds.version = kept->thresholds.version;
        if (profile.thresholds != kept->thresholds) {
            ++profile.thresholds.version;
        }
        const ClinicEvent event{profile.id, 0, QStringLiteral("clinic.changed"), profile.id.text(), now};
        return announced(m_connection, m_events, event, [&]() -> Result<ClinicProfile> {
            const auto done = m_connection.execute(
                UpdateClinic, {profile.number, profile.name, QString::fromLatin1(profile.timeZone.id()),
                               profileText(profile), toSqlTime(now), profile.id.text()});
            return done ? Result<ClinicProfile>(profile) : explained(done.error());
        });
    });
}

Result<qint64> SqlClinicStore::version(const ClinicId &id)
{
    return readOne<qint64>(m_connection.query(ClinicVersion, {id.text()}), "clinic",
                           [](const SqlRow &row) { return Result<qint64>(row.integer(0)); });
}

Result<ClinicProfile> SqlClinicStore::replace(const ClinicProfile &profile, qint64 version, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<ClinicProfile> {
        const auto updated = update(profile, now);
        const auto reached = updated ? this->version(profile.id) : Result<qint64>(updated.error());
        // Whoever changed it in between has counted too; this update is then undone.
        if (reached && *reached != version + 1) {
            return Error{ErrorCode::Conflict, QStringLiteral("Somebody changed the clinic in the meantime.")};
        }
        return reached ? updated : Result<ClinicProfile>(reached.error());
    });
}

Result<ClinicProfile> SqlClinicStore::find(const ClinicId &id)
{
    return readOne<ClinicProfile>(m_connection.query(FindClinic, {id.text()}), "clinic", readClinic);
}

Result<ClinicProfile> SqlClinicStore::findByNumber(const QString &number)
{
    return readOne<ClinicProfile>(m_connection.query(FindClinicByNumber, {number}), "clinic", readClinic);
}

Result<std::vector<ClinicProfile>> SqlClinicStore::list()
{
    return readAll<ClinicProfile>(m_connection.query(ListClinics, {}), readClinic);
}

} // namespace Frontdesk::Storage
