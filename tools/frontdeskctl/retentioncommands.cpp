#include "service/recording/recordingshelf.h"
#include "service/retention/sweep.h"
#include "service/sealing/masterkey.h"
#include "service/storage/retentionrules.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

namespace Frontdesk::Ctl {

namespace {

using Storage::LegalHold;
using Storage::RetentionRules;

const QString SettingName = QString::fromLatin1(RetentionRules::SettingName);
const QString Actor = QStringLiteral("frontdeskctl");

Result<void> note(Storage::Store &store, const Storage::AuditSeal &seal, const ClinicId &clinic, const char *action,
                  const QString &detail)
{
    Storage::AuditEntry entry;
    entry.clinic = clinic;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.actorName = Actor;
    entry.action = QLatin1String(action);
    entry.subjectType = QStringLiteral("clinic");
    entry.subjectId = clinic.text();
    entry.detail = detail;
    const auto kept = store.audit().append(entry, seal);
    return kept ? Result<void>() : kept.error();
}

Result<Storage::AuditSeal> sealOf(const CommandLine &line)
{
    const auto settings = databaseSettings(line);
    return settings ? Result<Storage::AuditSeal>(auditSeal(*settings->masterKeys)) : settings.error();
}

/// `calls_days` is given as `--calls-days`.
QString optionOf(const QString &field)
{
    return QString(field).replace(QLatin1Char('_'), QLatin1Char('-'));
}

std::vector<Option> ruleOptions()
{
    std::vector<Option> options;
    for (const QString &field : RetentionRules().toJson().keys()) {
        options.push_back({optionOf(field)});
    }
    return options;
}

Result<RetentionRules> wantedRules(const CommandLine &line, const QJsonObject &present)
{
    QJsonObject wanted = RetentionRules::fromJson(present).toJson();
    for (const QString &field : wanted.keys()) {
        const QString text = line.value(optionOf(field));
        if (!line.has(optionOf(field))) {
            continue;
        }
        bool isNumber = false;
        const int days = text.toInt(&isNumber);
        if (wanted.value(field).isBool() && (text == QLatin1String("yes") || text == QLatin1String("no"))) {
            wanted.insert(field, text == QLatin1String("yes"));
        } else if (!wanted.value(field).isBool() && isNumber) {
            wanted.insert(field, days);
        } else {
            return Error{ErrorCode::InvalidInput,
                         QStringLiteral("--%1 is a number of days, --legal-hold yes or no.").arg(optionOf(field))};
        }
    }
    const auto rules = RetentionRules::fromJson(wanted);
    if (const auto problems = rules.problems(); !problems.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("--%1 %2.").arg(optionOf(problems.first().field), problems.first().message)};
    }
    return rules;
}

int showRules(Output &output, const RetentionRules &rules)
{
    const QJsonObject json = rules.toJson();
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        output.out << optionOf(entry.key()) << ' '
                   << (entry->isBool() ? (entry->toBool() ? QStringLiteral("yes") : QStringLiteral("no"))
                                       : QString::number(entry->toInt()))
                   << '\n';
    }
    return Done;
}

/// Shows the rules, after changing those that are named.
int runRules(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, ruleOptions(), 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<RetentionRules> {
            const auto clinic = findClinic(store, line.words().first());
            const auto present = clinic ? store.clinicSettings().find(clinic->id, SettingName) : clinic.error();
            const auto seal = sealOf(line);
            if (!present || !seal) {
                return present ? seal.error() : present.error();
            }
            const auto rules = wantedRules(line, present->value);
            if (!rules || rules->toJson() == RetentionRules::fromJson(present->value).toJson()) {
                return rules;
            }
            const auto kept = store.transaction([&]() -> Result<void> {
                const auto replaced = store.clinicSettings().replace(clinic->id, SettingName, rules->toJson(),
                                                                     present->version, QDateTime::currentDateTimeUtc());
                return replaced ? note(store, *seal, clinic->id, "retention.changed", {}) : replaced.error();
            });
            return kept ? rules : kept.error();
        },
        [&output](const CommandLine &, const RetentionRules &rules) { return showRules(output, rules); });
}

int runSweep(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<Retention::Swept> {
            const auto clinic = findClinic(store, line.words().first());
            const auto setting = clinic ? store.clinicSettings().find(clinic->id, SettingName) : clinic.error();
            const auto seal = sealOf(line);
            if (!setting || !seal) {
                return setting ? seal.error() : setting.error();
            }
            const SystemClock clock;
            Recording::RecordingShelf shelf(clock); // The service removes the files.
            Retention::Sweep sweep(clinic->id, RetentionRules::fromJson(setting->value),
                                   QDateTime::currentDateTimeUtc(), *seal, &shelf);
            Result<bool> more = true;
            while (more && *more) {
                more = sweep.step(store);
            }
            return more ? Result<Retention::Swept>(sweep.done()) : more.error();
        },
        [&output](const CommandLine &, const Retention::Swept &swept) {
            output.out << "Deleted: " << swept.calls << " calls, " << swept.transcripts << " transcripts, "
                       << swept.recordings << " recordings, " << swept.auditEntries << " audit entries.\n";
            return Done;
        });
}

Result<LegalHold> wantedHold(const CommandLine &line, const ClinicId &clinic)
{
    LegalHold hold;
    hold.clinic = clinic;
    hold.placedBy = Actor;
    hold.placedAt = QDateTime::currentDateTimeUtc();
    hold.reason = line.value(QStringLiteral("reason")).trimmed();
    hold.call = CallId(line.value(QStringLiteral("call")));
    hold.name = line.value(QStringLiteral("name"));
    hold.phone = line.value(QStringLiteral("phone"));
    const bool ofPatient = !hold.name.isEmpty() || !hold.phone.isEmpty();
    if (hold.reason.isEmpty() || (ofPatient && !hold.call.isEmpty())) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("A hold needs a --reason, and either --call, or --name and --phone, or neither.")};
    }
    hold.kind = ofPatient              ? LegalHold::Kind::Patient
                : !hold.call.isEmpty() ? LegalHold::Kind::Call
                                       : LegalHold::Kind::Clinic;
    return hold;
}

int placeHold(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments,
        {{QStringLiteral("reason")}, {QStringLiteral("call")}, {QStringLiteral("name")}, {QStringLiteral("phone")}}, 1,
        output,
        [](const CommandLine &line, Storage::Store &store) -> Result<LegalHold> {
            const auto clinic = findClinic(store, line.words().first());
            const auto wanted = clinic ? wantedHold(line, clinic->id) : clinic.error();
            const auto seal = sealOf(line);
            if (!wanted || !seal) {
                return wanted ? seal.error() : wanted.error();
            }
            Result<LegalHold> placed = wanted;
            const auto kept = store.transaction([&]() -> Result<void> {
                placed = store.retention().place(*wanted);
                return placed ? note(store, *seal, clinic->id, "hold.placed", placed->id) : placed.error();
            });
            return kept ? placed : kept.error();
        },
        [&output](const CommandLine &, const LegalHold &hold) {
            output.out << hold.id << '\n';
            return Done;
        });
}

int listHolds(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<std::vector<LegalHold>> {
            const auto clinic = findClinic(store, line.words().first());
            return clinic ? store.retention().holds(clinic->id) : clinic.error();
        },
        [&output](const CommandLine &, const std::vector<LegalHold> &holds) {
            std::vector<QStringList> rows;
            for (const LegalHold &hold : holds) {
                rows.push_back({hold.id, Storage::holdKindName(hold.kind),
                                hold.kind == LegalHold::Kind::Patient
                                    ? QStringLiteral("%1 %2").arg(hold.name, hold.phone).trimmed()
                                    : hold.call.text(),
                                hold.placedAt.toString(Qt::ISODate), hold.reason});
            }
            writeTable(output.out,
                       {QStringLiteral("HOLD"), QStringLiteral("OF"), QStringLiteral("WHICH"), QStringLiteral("SINCE"),
                        QStringLiteral("REASON")},
                       rows);
            return Done;
        });
}

int releaseHold(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {}, 2, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<QString> {
            const auto clinic = findClinic(store, line.words().first());
            const auto seal = sealOf(line);
            if (!clinic || !seal) {
                return clinic ? seal.error() : clinic.error();
            }
            const QString hold = line.words().at(1);
            const auto released = store.transaction([&]() -> Result<void> {
                const auto done = store.retention().release(clinic->id, hold, Actor, QDateTime::currentDateTimeUtc());
                return done ? note(store, *seal, clinic->id, "hold.released", hold) : done;
            });
            return released ? Result<QString>(hold) : released.error();
        },
        [&output](const CommandLine &, const QString &hold) {
            output.out << hold << " is released.\n";
            return Done;
        });
}

} // namespace

Command retentionCommand()
{
    return {QStringLiteral("retention rules"), QStringLiteral("Shows, and changes, how many days a clinic keeps what."),
            QStringLiteral("CLINIC [--calls-days N] [--recordings-days N] [--transcripts-days N] [--audit-days N]\n"
                           "  [--legal-hold yes|no] ") +
                databaseUsage(),
            runRules};
}

Command retentionSweepCommand()
{
    return {QStringLiteral("retention sweep"),
            QStringLiteral("Deletes now what a clinic no longer keeps; the service does it every hour."),
            QStringLiteral("CLINIC ") + databaseUsage(), runSweep};
}

Command holdPlaceCommand()
{
    return {QStringLiteral("hold place"), QStringLiteral("Keeps a clinic, a call or a patient from being deleted."),
            QStringLiteral("CLINIC --reason TEXT [--call ID | --name NAME --phone NUMBER] ") + databaseUsage(),
            placeHold};
}

Command holdListCommand()
{
    return {QStringLiteral("hold list"), QStringLiteral("Lists the legal holds that stand."),
            QStringLiteral("CLINIC ") + databaseUsage(), listHolds};
}

Command holdReleaseCommand()
{
    return {QStringLiteral("hold release"), QStringLiteral("Ends a legal hold."),
            QStringLiteral("CLINIC HOLD ") + databaseUsage(), releaseHold};
}

} // namespace Frontdesk::Ctl
