#include "tools/frontdeskctl/clinicoptions.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Frontdesk::Ctl {

namespace {

const QString Json = QStringLiteral("json");

void writeProfile(QTextStream &to, const ClinicProfile &clinic)
{
    to << QString::fromUtf8(QJsonDocument(clinic.toJson()).toJson());
}

int showStored(const CommandLine &line, const ClinicProfile &clinic, const QString &done, Output &output)
{
    if (line.has(Json)) {
        writeProfile(output.out, clinic);
    } else {
        output.out << done << " clinic " << clinic.id.text() << " (" << clinic.name << "), reached under "
                   << clinic.number << ".\n";
    }
    return Done;
}

int createClinic(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, clinicOptions(), 0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<ClinicProfile> {
            if (!line.has(QStringLiteral("timezone"))) {
                return Error{ErrorCode::InvalidInput,
                             QStringLiteral("The clinic needs a --timezone such as America/New_York.")};
            }
            ClinicProfile profile;
            if (const auto applied = applyClinicOptions(line, profile); !applied) {
                return applied.error();
            }
            return store.clinics().create(profile, QDateTime::currentDateTimeUtc());
        },
        [&output](const CommandLine &line, const ClinicProfile &clinic) {
            return showStored(line, clinic, QStringLiteral("Created"), output);
        });
}

int setClinic(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, clinicOptions(), 1, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<ClinicProfile> {
            auto profile = findClinic(store, line.words().first());
            if (!profile) {
                return profile;
            }
            if (const auto applied = applyClinicOptions(line, profile.value()); !applied) {
                return applied.error();
            }
            return store.clinics().update(*profile, QDateTime::currentDateTimeUtc());
        },
        [&output](const CommandLine &line, const ClinicProfile &clinic) {
            return showStored(line, clinic, QStringLiteral("Changed"), output);
        });
}

int listClinics(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Json, Option::Kind::Flag}}, 0, output,
        [](const CommandLine &, Storage::Store &store) { return store.clinics().list(); },
        [&output](const CommandLine &line, const std::vector<ClinicProfile> &clinics) {
            if (line.has(Json)) {
                QJsonArray array;
                for (const ClinicProfile &clinic : clinics) {
                    array.append(clinic.toJson());
                }
                output.out << QString::fromUtf8(QJsonDocument(array).toJson());
                return Done;
            }
            std::vector<QStringList> rows;
            for (const ClinicProfile &clinic : clinics) {
                rows.push_back({clinic.id.text(), clinic.number, clinic.line, QString::fromLatin1(clinic.timeZone.id()),
                                clinic.name});
            }
            writeTable(output.out,
                       {QStringLiteral("ID"), QStringLiteral("NUMBER"), QStringLiteral("LINE"),
                        QStringLiteral("TIME ZONE"), QStringLiteral("NAME")},
                       rows);
            return Done;
        });
}

void writeFacts(QTextStream &to, const ClinicProfile &clinic)
{
    std::vector<QStringList> rows{
        {QStringLiteral("id"), clinic.id.text()},
        {QStringLiteral("name"), clinic.name},
        {QStringLiteral("number"), clinic.number},
        {QStringLiteral("line"), clinic.line},
        {QStringLiteral("on-call line"), clinic.onCallLine},
        {QStringLiteral("time zone"), QString::fromLatin1(clinic.timeZone.id())},
        {QStringLiteral("language"), clinic.language},
        {QStringLiteral("hours"), clinic.hours.toText()},
    };
    for (const auto &[date, holiday] : clinic.hours.holidays) {
        rows.push_back({QStringLiteral("holiday"), date.toString(Qt::ISODate) + QLatin1Char(' ') + holiday.name});
    }
    rows.push_back({QStringLiteral("address"), clinic.address});
    rows.push_back({QStringLiteral("directions"), clinic.directions});
    rows.push_back({QStringLiteral("insurances"), clinic.insurances.join(QStringLiteral(", "))});
    rows.push_back({QStringLiteral("services"), clinic.services.join(QStringLiteral(", "))});
    for (const Provider &provider : clinic.providers) {
        const QString specialty = provider.specialty.isEmpty() ? QString() : QStringLiteral(", ") + provider.specialty;
        rows.push_back({QStringLiteral("provider"), provider.name + specialty});
    }
    for (const ClinicFact &fact : clinic.facts) {
        rows.push_back(
            {QStringLiteral("fact"), fact.topics.join(QStringLiteral(", ")) + QStringLiteral(": ") + fact.answer});
    }
    rows.push_back({QStringLiteral("greeting"), clinic.greeting});
    rows.push_back({QStringLiteral("recording"), recordingModeName(clinic.recording)});
    rows.push_back({QStringLiteral("recorded by"), recordedByName(clinic.recordedBy)});
    rows.push_back({QStringLiteral("state"), clinic.state});
    rows.push_back({QStringLiteral("consent"), clinic.consent});
    rows.push_back({QStringLiteral("promise"), clinic.callbackPromise});
    rows.push_back({QStringLiteral("thresholds"), QStringLiteral("version %1").arg(clinic.thresholds.version)});
    writeTable(to, {QStringLiteral("FIELD"), QStringLiteral("VALUE")}, rows);
}

int showClinic(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{Json, Option::Kind::Flag}}, 1, output,
        [](const CommandLine &line, Storage::Store &store) { return findClinic(store, line.words().first()); },
        [&output](const CommandLine &line, const ClinicProfile &clinic) {
            line.has(Json) ? writeProfile(output.out, clinic) : writeFacts(output.out, clinic);
            return Done;
        });
}

} // namespace

Command clinicCreateCommand()
{
    return {QStringLiteral("clinic create"), QStringLiteral("Makes a clinic that calls can reach."),
            QStringLiteral("--name NAME --number NUMBER --line NUMBER --timezone ZONE [OPTIONS] ") + databaseUsage() +
                QStringLiteral("\n\n") + clinicOptionsUsage(),
            createClinic};
}

Command clinicSetCommand()
{
    return {QStringLiteral("clinic set"), QStringLiteral("Changes a clinic; what is not named stays."),
            QStringLiteral("ID-or-NUMBER OPTIONS ") + databaseUsage() + QStringLiteral("\n\n") + clinicOptionsUsage(),
            setClinic};
}

Command clinicListCommand()
{
    return {QStringLiteral("clinic list"), QStringLiteral("Lists the clinics."),
            QStringLiteral("[--json] ") + databaseUsage(), listClinics};
}

Command clinicShowCommand()
{
    return {QStringLiteral("clinic show"), QStringLiteral("Shows all that is known about a clinic."),
            QStringLiteral("ID-or-NUMBER [--json] ") + databaseUsage(), showClinic};
}

} // namespace Frontdesk::Ctl
