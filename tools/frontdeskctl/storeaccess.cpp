#include "tools/frontdeskctl/storeaccess.h"

#include "service/sealing/masterkey.h"
#include "shared/core/phonenumber.h"

namespace Frontdesk::Ctl {

std::vector<Option> databaseOptions()
{
    return {{QStringLiteral("config")}, {QStringLiteral("data-dir")}};
}

QString databaseUsage()
{
    return QStringLiteral("[--config FILE] [--data-dir FOLDER]");
}

Result<Settings> serviceSettings(const CommandLine &line)
{
    auto settings = Settings::load(line.value(QStringLiteral("config")), QProcessEnvironment::systemEnvironment());
    if (!settings) {
        return settings.error();
    }
    if (const QString folder = line.value(QStringLiteral("data-dir")); !folder.isEmpty()) {
        settings->set(QStringLiteral("DATA_DIR"), folder);
        settings->set(QStringLiteral("DATABASE_URL"), QString());
    }
    return settings;
}

Result<Storage::DatabaseSettings> databaseSettings(const CommandLine &line)
{
    const auto settings = serviceSettings(line);
    if (!settings) {
        return settings.error();
    }
    const auto keys =
        Sealing::loadMasterKeys(settings->masterKeyFile(), settings->previousMasterKeyFile(), settings->dataDir());
    if (!keys) {
        return keys.error();
    }
    return Storage::DatabaseSettings{.url = settings->databaseUrl(),
                                     .ownerUrl = settings->databaseOwnerUrl(),
                                     .connections = 1,
                                     .masterKeys = *keys};
}

Storage::AuditSeal auditSeal(const Sealing::MasterKeys &keys)
{
    constexpr const char *purpose = "audit log";
    return Storage::AuditSeal(Sealing::derivedSecret(keys.current, purpose),
                              keys.previous ? Sealing::derivedSecret(*keys.previous, purpose) : QByteArray());
}

int fail(Output &output, const Error &error)
{
    output.error << error.message << '\n';
    return error.code == ErrorCode::InvalidInput ? WrongUsage : Failed;
}

Error wrongWords(qsizetype given, qsizetype needed)
{
    return {ErrorCode::InvalidInput, given < needed
                                         ? QStringLiteral("An argument is missing; --help shows the usage.")
                                         : QStringLiteral("There are too many arguments; --help shows the usage.")};
}

Result<int> readLimit(const CommandLine &line)
{
    constexpr int Usual = 100;
    constexpr int Most = 1000;
    const QString text = line.value(QStringLiteral("limit"));
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (!line.has(QStringLiteral("limit"))) {
        return Usual;
    }
    if (!isNumber || limit < 1 || limit > Most) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("--limit must be a number from 1 to %1.").arg(Most)};
    }
    return limit;
}

Result<ClinicProfile> findClinic(Storage::Store &store, const QString &idOrNumber)
{
    auto clinic =
        isE164(idOrNumber) ? store.clinics().findByNumber(idOrNumber) : store.clinics().find(ClinicId(idOrNumber));
    if (!clinic && clinic.error().code == ErrorCode::NotFound) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("There is no clinic %1; frontdeskctl clinic list shows all.").arg(idOrNumber)};
    }
    return clinic;
}

} // namespace Frontdesk::Ctl
