#include "shared/core/clock.h"
#include "shared/model/vendoragreement.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Frontdesk::Ctl {

namespace {

const QString Setting = QString::fromLatin1(VendorAgreementsSetting);
const QString Json = QStringLiteral("json");
const QString Clinic = QStringLiteral("clinic");
const QString Signed = QStringLiteral("baa-signed");
const QString Phi = QStringLiteral("phi");
const QString NoBaa = QStringLiteral("no-baa");

struct Row {
    QString name;
    QString forWhom; ///< `all clinics` or a clinic's number.
    VendorAgreement agreement;
};

Result<std::vector<Row>> readInventory(const CommandLine & /*line*/, Storage::Store &store)
{
    const auto platform = store.clinicSettings().findOfPlatform(Setting);
    if (!platform) {
        return platform.error();
    }
    VendorAgreements ours = vendorAgreementsFromJson(platform->value);
    for (const KnownVendor &vendor : knownVendors()) {
        ours.try_emplace(vendor.name);
    }
    std::vector<Row> rows;
    for (const auto &[name, agreement] : ours) {
        rows.push_back({name, QStringLiteral("all clinics"), agreement});
    }
    const auto clinics = store.clinics().list();
    if (!clinics) {
        return clinics.error();
    }
    for (const ClinicProfile &clinic : *clinics) {
        const auto own = store.clinicSettings().find(clinic.id, Setting);
        if (!own) {
            return own.error();
        }
        for (const auto &[name, agreement] : vendorAgreementsFromJson(own->value)) {
            rows.push_back({name, clinic.number, agreement});
        }
    }
    return rows;
}

/// What was noted that the vendor sees; in brackets, what it would see.
QString dataOf(const Row &row)
{
    if (!row.agreement.data.isEmpty()) {
        return printable(row.agreement.data);
    }
    for (const KnownVendor &vendor : knownVendors()) {
        if (vendor.name == row.name) {
            return QStringLiteral("(%1)").arg(vendor.sees);
        }
    }
    return {};
}

int showInventory(const CommandLine &line, const std::vector<Row> &rows, Output &output)
{
    if (line.has(Json)) {
        QJsonArray array;
        for (const Row &row : rows) {
            QJsonObject json = row.agreement.toJson();
            json.insert(QStringLiteral("name"), row.name);
            json.insert(QStringLiteral("for"), row.forWhom);
            array.append(json);
        }
        output.out << QString::fromUtf8(QJsonDocument(array).toJson());
        return Done;
    }
    std::vector<QStringList> table;
    for (const Row &row : rows) {
        const VendorAgreement &agreement = row.agreement;
        table.push_back(
            {row.name, row.forWhom,
             agreement.signedOn.isValid() ? agreement.signedOn.toString(Qt::ISODate) : QStringLiteral("none"),
             agreement.covers() ? QStringLiteral("yes") : QStringLiteral("no"), dataOf(row)});
    }
    writeTable(output.out,
               {QStringLiteral("VENDOR"), QStringLiteral("FOR"), QStringLiteral("AGREEMENT"),
                QStringLiteral("PATIENT DATA"), QStringLiteral("WHAT OF IT")},
               table);
    return Done;
}

int listVendors(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Json, Option::Kind::Flag}}, 0, output, readInventory,
        [&output](const CommandLine &line, const std::vector<Row> &rows) { return showInventory(line, rows, output); });
}

Result<VendorAgreement> wantedAgreement(const CommandLine &line)
{
    const auto invalid = [](const char *why) { return Error{ErrorCode::InvalidInput, QString::fromLatin1(why)}; };
    if (line.has(NoBaa)) {
        if (line.has(Signed) || line.has(Phi)) {
            return invalid("--no-baa goes with no other option but --clinic.");
        }
        return VendorAgreement();
    }
    const VendorAgreement wanted{QDate::fromString(line.value(Signed), Qt::ISODate), true,
                                 line.value(Phi).simplified()};
    if (!wanted.signedOn.isValid() || wanted.signedOn > QDate::currentDate().addDays(1)) {
        return invalid("--baa-signed needs the day on which the agreement was signed, such as 2026-11-22.");
    }
    if (wanted.data.isEmpty()) {
        return invalid("--phi says in words what patient data the vendor sees, such as \"callers' voices\".");
    }
    return wanted;
}

Result<void> writeDown(const CommandLine &line, Storage::Store &store, const ClinicId &clinic, const QString &vendor)
{
    const auto settings = databaseSettings(line);
    if (!settings) {
        return settings.error();
    }
    Storage::AuditEntry entry;
    entry.clinic = clinic;
    entry.at = SystemClock().utcNow();
    entry.actorName = QStringLiteral("frontdeskctl");
    entry.action = QStringLiteral("vendor.changed");
    entry.subjectType = QStringLiteral("clinic");
    entry.subjectId = clinic.text();
    entry.detail = vendor;
    const auto kept = store.audit().append(entry, auditSeal(*settings->masterKeys));
    return kept ? Result<void>() : kept.error();
}

Result<void> keep(const CommandLine &line, Storage::Store &store)
{
    const QString name = line.words().constFirst().toLower();
    const auto wanted = wantedAgreement(line);
    if (!wanted) {
        return wanted.error();
    }
    ClinicId clinic;
    if (line.has(Clinic)) {
        const auto found = findClinic(store, line.value(Clinic));
        if (!found) {
            return found.error();
        }
        clinic = found->id;
    }
    auto &settings = store.clinicSettings();
    const auto present = clinic.isEmpty() ? settings.findOfPlatform(Setting) : settings.find(clinic, Setting);
    if (!present) {
        return present.error();
    }
    QJsonObject all = present->value;
    all.insert(name, wanted->toJson());
    const QDateTime now = SystemClock().utcNow();
    return store.transaction([&]() -> Result<void> {
        const auto kept = clinic.isEmpty() ? settings.replaceOfPlatform(Setting, all, present->version, now)
                                           : settings.replace(clinic, Setting, all, present->version, now);
        return kept ? writeDown(line, store, clinic, name) : kept.error();
    });
}

int setVendor(const QStringList &arguments, Output &output)
{
    struct Kept {};
    return withStore(
        arguments, {{Signed}, {Phi}, {Clinic}, {NoBaa, Option::Kind::Flag}}, 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<Kept> {
            const auto kept = keep(line, store);
            return kept ? Result<Kept>(Kept()) : kept.error();
        },
        [&output](const CommandLine &line, const Kept &) {
            output.out << (line.has(NoBaa) ? "Noted: no agreement; it gets no patient data.\n"
                                           : "Noted: it may get patient data. The service notices within seconds.\n");
            return Done;
        });
}

} // namespace

Command vendorListCommand()
{
    return {QStringLiteral("vendor list"), QStringLiteral("Lists vendors, agreements with them, and what they see."),
            QStringLiteral("[--json] ") + databaseUsage(), listVendors};
}

Command vendorSetCommand()
{
    return {QStringLiteral("vendor set"),
            QStringLiteral("Notes a signed business associate agreement, or that there is none."),
            QStringLiteral("NAME (--baa-signed DATE --phi TEXT | --no-baa) [--clinic ID-or-NUMBER]\n  ") +
                databaseUsage(),
            setVendor};
}

} // namespace Frontdesk::Ctl
