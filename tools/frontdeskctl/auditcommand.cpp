#include "service/sealing/masterkey.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

namespace Frontdesk::Ctl {

namespace {

const QString ClinicOption = QStringLiteral("clinic");

struct CheckedLog {
    ClinicId clinic;
    Storage::AuditCheck check;
};

Result<std::vector<ClinicId>> wantedLogs(const CommandLine &line, Storage::Store &store)
{
    if (!line.has(ClinicOption)) {
        return store.audit().clinics();
    }
    const auto clinic = findClinic(store, line.value(ClinicOption));
    return clinic ? Result<std::vector<ClinicId>>(std::vector<ClinicId>{clinic->id}) : clinic.error();
}

Result<std::vector<CheckedLog>> checkLogs(const CommandLine &line, Storage::Store &store)
{
    const auto settings = databaseSettings(line);
    const auto wanted = wantedLogs(line, store);
    if (!settings || !wanted) {
        return !settings ? settings.error() : wanted.error();
    }
    const Storage::AuditSeal seal = auditSeal(*settings->masterKeys);
    std::vector<CheckedLog> checked;
    for (const ClinicId &clinic : *wanted) {
        const auto check = store.audit().verify(clinic, seal);
        if (!check) {
            return check.error();
        }
        checked.push_back({clinic, *check});
    }
    return checked;
}

int showLogs(const std::vector<CheckedLog> &logs, Output &output)
{
    std::vector<QStringList> rows;
    bool whole = true;
    for (const auto &[clinic, check] : logs) {
        whole = whole && !check.firstBad;
        const QString verdict = check.firstBad
                                    ? QStringLiteral("NOT WHOLE at entry %1: %2").arg(*check.firstBad).arg(check.what)
                                    : QStringLiteral("whole");
        rows.push_back({clinic.isEmpty() ? QStringLiteral("(platform)") : clinic.text(), QString::number(check.entries),
                        QString::number(check.last), QString::fromLatin1(check.lastSeal.toHex().left(16)), verdict});
    }
    writeTable(output.out,
               {QStringLiteral("CLINIC"), QStringLiteral("ENTRIES"), QStringLiteral("LAST"), QStringLiteral("SEAL"),
                QStringLiteral("LOG")},
               rows);
    return whole ? Done : Failed;
}

int verifyAudit(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{ClinicOption}}, 0, output, checkLogs,
        [&output](const CommandLine &, const std::vector<CheckedLog> &logs) { return showLogs(logs, output); });
}

} // namespace

Command auditVerifyCommand()
{
    return {QStringLiteral("audit verify"),
            QStringLiteral("Looks through the audit log for changed, missing, added and reordered entries."),
            QStringLiteral("[--clinic ID-or-NUMBER] ") + databaseUsage() +
                QStringLiteral(
                    "\n\n  Ends with 1 when a log is not whole. Note LAST and SEAL down elsewhere now and then: they"
                    "\n  prove later that nothing was taken off the end together with the record of the end."),
            verifyAudit};
}

} // namespace Frontdesk::Ctl
