#include "tools/frontdeskctl/doctor.h"

#include "service/sealing/masterkey.h"
#include "service/storage/inspection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace Frontdesk::Ctl {

namespace {

using Verdict = Finding::Verdict;

constexpr qint64 MiB = qint64{1} << 20;
constexpr qint64 TooLittle = 64 * MiB;
constexpr qint64 Little = 1024 * MiB;

Finding diskFinding(const QString &folder)
{
    const QString part = QStringLiteral("disk");
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    const QString how = QStringLiteral("%1 MiB are free in %2").arg(free / MiB).arg(folder);
    if (free < TooLittle) {
        return {part, Verdict::Wrong, how + QStringLiteral("; calls need room for their records.")};
    }
    return {part, free < Little ? Verdict::Warning : Verdict::Well, how + QLatin1Char('.')};
}

Finding keyFinding(const Settings &settings)
{
    const QString part = QStringLiteral("master key");
    const QString path = settings.masterKeyFile().isEmpty()
                             ? QDir(settings.dataDir()).filePath(QStringLiteral("master.key"))
                             : settings.masterKeyFile();
    if (!QFile::exists(path)) {
        return settings.masterKeyFile().isEmpty()
                   ? Finding{part, Verdict::Warning,
                             QStringLiteral("The first start makes it; then keep a copy elsewhere.")}
                   : Finding{part, Verdict::Wrong, QStringLiteral("There is no file %1.").arg(path)};
    }
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFile::permissions(path) & Others) {
        return {part, Verdict::Wrong, QStringLiteral("Others may read %1; chmod 600 it.").arg(path)};
    }
    const auto keys =
        Sealing::loadMasterKeys(settings.masterKeyFile(), settings.previousMasterKeyFile(), settings.dataDir());
    if (!keys) {
        return {part, Verdict::Wrong, keys.error().message};
    }
    return {part, Verdict::Well, QStringLiteral("It can be read, by its owner only.")};
}

Finding layoutFinding(const Storage::DatabaseState &state)
{
    const QString part = QStringLiteral("database");
    const QString kind = state.isPostgres ? QStringLiteral("PostgreSQL") : QStringLiteral("SQLite");
    if (state.isNew) {
        return {part, Verdict::Warning, kind + QStringLiteral(": nothing is there yet; the first start makes it.")};
    }
    if (state.layoutStep > state.programStep) {
        return {
            part, Verdict::Wrong,
            QStringLiteral("It has layout %1, this program knows %2: a newer version has been here; start that one.")
                .arg(state.layoutStep)
                .arg(state.programStep)};
    }
    if (state.layoutStep < state.programStep) {
        return {part, Verdict::Warning,
                QStringLiteral("It has layout %1; the next start, or frontdeskctl migrate, brings it to %2.")
                    .arg(state.layoutStep)
                    .arg(state.programStep)};
    }
    return {part, Verdict::Well,
            QStringLiteral("%1 with layout %2 and %3 clinics.").arg(kind).arg(state.layoutStep).arg(state.clinics)};
}

/// Clinics may have agreements of their own; the service's log and its health say for how many one is missing.
void lookAtAgreements(const Settings &settings, const VendorAgreements &agreements, std::vector<Finding> &findings)
{
    const QStringList ours{QStringLiteral("pocketsphinx"), QStringLiteral("rules"), QStringLiteral("flite")};
    for (const QString &name : settings.speechToText() + settings.languageModel() + settings.textToSpeech()) {
        const auto known = agreements.find(name);
        if (!ours.contains(name) && (known == agreements.end() || !known->second.covers())) {
            findings.push_back(
                {QStringLiteral("agreement with ") + name, Verdict::Warning,
                 QStringLiteral("No signed agreement of the platform lets it have patient data; without a clinic's own "
                                "it gets none. frontdeskctl vendor set %1 --baa-signed DATE --phi TEXT notes one.")
                     .arg(name)});
        }
    }
}

} // namespace

std::vector<Finding> lookAtMachine(const Settings &settings)
{
    std::vector<Finding> findings;
    for (const QString &problem : settings.problems()) {
        findings.push_back({QStringLiteral("settings"), Verdict::Wrong, problem});
    }
    if (findings.empty()) {
        findings.push_back({QStringLiteral("settings"), Verdict::Well, QStringLiteral("They are fine.")});
    }
    const QString folder = settings.dataDir();
    if (!QDir(folder).exists()) {
        findings.push_back(
            {QStringLiteral("data folder"), Verdict::Warning, QStringLiteral("The first start makes %1.").arg(folder)});
        return findings;
    }
    findings.push_back(QFileInfo(folder).isWritable()
                           ? Finding{QStringLiteral("data folder"), Verdict::Well, folder}
                           : Finding{QStringLiteral("data folder"), Verdict::Wrong,
                                     QStringLiteral("Nothing may be written in %1.").arg(folder)});
    findings.push_back(diskFinding(folder));
    findings.push_back(keyFinding(settings));
    return findings;
}

std::vector<Finding> lookAtDatabase(const Settings &settings, QStringList &numbers)
{
    const auto keys =
        Sealing::loadMasterKeys(settings.masterKeyFile(), settings.previousMasterKeyFile(), settings.dataDir());
    if (!keys) {
        return {}; // Said already, by the look at the machine.
    }
    const QString owner = settings.databaseOwnerUrl();
    const auto state =
        Storage::inspectDatabase({.url = owner.isEmpty() ? settings.databaseUrl() : owner, .masterKeys = *keys});
    if (!state) {
        return {{QStringLiteral("database"), Verdict::Wrong, state.error().message}};
    }
    numbers = state->numbers;
    std::vector<Finding> findings{layoutFinding(*state)};
    if (state->lockedClinics > 0) {
        findings.push_back(
            {QStringLiteral("keys"), Verdict::Wrong,
             QStringLiteral("The records of %1 clinics were sealed under another master key; name it with "
                            "MASTER_KEY_FILE or MASTER_KEY_PREVIOUS_FILE.")
                 .arg(state->lockedClinics)});
    } else if (state->clinics > 0) {
        findings.push_back(
            {QStringLiteral("keys"), Verdict::Well, QStringLiteral("Every clinic's records can be opened.")});
    } else {
        findings.push_back({QStringLiteral("clinics"), Verdict::Warning,
                            QStringLiteral("There is none; frontdeskctl clinic create makes one.")});
    }
    lookAtAgreements(settings, state->agreements, findings);
    return findings;
}

} // namespace Frontdesk::Ctl
