#include "service/storage/inspection.h"

#include "service/storage/internal/migration.h"
#include "service/storage/internal/openstore.h"
#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgresconnection.h"
#include "service/storage/sql/sqliteconnection.h"

#include <QFile>
#include <QJsonDocument>

namespace Frontdesk::Storage {

namespace {

// What of these the database has yet depends on its layout; each is asked on its own.
const QString LastStep = QStringLiteral("SELECT COALESCE(MAX(number), 0) FROM schema_migrations");
const QString ClinicNumbers = QStringLiteral("SELECT number FROM clinics ORDER BY number");
const QString Agreements = QStringLiteral("SELECT value FROM platform_settings WHERE name = $1");
const QString Wrappers = QStringLiteral("SELECT DISTINCT clinic_id, master FROM clinic_keys");

using Connection = Result<std::unique_ptr<SqlConnection>>;

Connection connectTo(const DatabaseSettings &settings)
{
    if (isPostgresAddress(settings.url)) {
        auto server = PostgresConnection::open(settings.url, PostgresConnection::Role::Owner);
        return server ? Connection(std::move(server).value()) : Connection(server.error());
    }
    auto file = SqliteConnection::open(settings.url.section(QLatin1Char(':'), 1));
    return file ? Connection(std::move(file).value()) : Connection(file.error());
}

void lookAtClinics(SqlConnection &connection, const Sealing::MasterKeys &keys, DatabaseState &state)
{
    if (const auto clinics = connection.query(ClinicNumbers, {}); clinics) {
        state.clinics = static_cast<int>(clinics->size());
        for (const SqlRow &row : *clinics) {
            state.numbers << row.text(0);
        }
    }
    const auto agreements = connection.query(Agreements, {QString::fromLatin1(VendorAgreementsSetting)});
    if (agreements && !agreements->empty()) {
        state.agreements =
            vendorAgreementsFromJson(QJsonDocument::fromJson(agreements->front().text(0).toUtf8()).object());
    }
    if (const auto wrappers = connection.query(Wrappers, {}); wrappers) {
        for (const SqlRow &row : *wrappers) {
            state.lockedClinics += keys.find(row.text(1).toLatin1()) ? 0 : 1;
        }
    }
}

} // namespace

Result<DatabaseState> inspectDatabase(const DatabaseSettings &settings)
{
    if (auto known = checkAddress(settings.url); !known) {
        return known.error();
    }
    DatabaseState state;
    state.isPostgres = isPostgresAddress(settings.url);
    state.programStep = shippedMigrations().back().number;
    if (!state.isPostgres && !QFile::exists(settings.url.section(QLatin1Char(':'), 1))) {
        state.isNew = true;
        return state;
    }
    const auto connection = connectTo(settings);
    if (!connection) {
        return connection.error();
    }
    SqlConnection &open = **connection;
    const auto step = open.query(LastStep, {});
    if (!step && step.error().retryMayHelp()) {
        return step.error();
    }
    state.isNew = !step || step->front().integer(0) == 0;
    if (!state.isNew) {
        state.layoutStep = static_cast<int>(step->front().integer(0));
        lookAtClinics(open, *settings.masterKeys, state);
    }
    return state;
}

} // namespace Frontdesk::Storage
