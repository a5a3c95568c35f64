#include "service/identity/secrets.h"
#include "service/sealing/masterkey.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"

namespace Frontdesk::Ctl {

namespace {

constexpr int RowsAtOnce = 200;
/// How long a running service may still seal with the key of before.
constexpr qint64 OldKeySeconds = 10 * 60;

/// Moves everything of the clinic to its newest key. Returns how many bodies had another one.
Result<qint64> resealAll(Storage::KeyStore &keys, const ClinicId &clinic)
{
    Result<Storage::ResealProgress> progress = Storage::ResealProgress();
    while (!progress->done) {
        progress = keys.reseal(clinic, *progress, RowsAtOnce);
        if (!progress) {
            return progress.error();
        }
    }
    return progress->resealed;
}

struct Rotation {
    int clinics = 0;
    qint64 resealed = 0;
    qint64 rewrapped = 0;
    qint64 dropped = 0;
};

Result<void> rotate(Storage::KeyStore &keys, const ClinicId &clinic, Rotation &done)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto rewrapped = keys.rewrap(clinic);
    if (!rewrapped) {
        return rewrapped.error();
    }
    // What an earlier rotation left behind when it was cut off is finished first; then its keys can go.
    const auto leftBehind = resealAll(keys, clinic);
    if (!leftBehind) {
        return leftBehind.error();
    }
    const auto dropped = keys.dropReplaced(clinic, now.addSecs(-OldKeySeconds));
    if (!dropped) {
        return dropped.error();
    }
    if (const auto version = keys.rotate(clinic, now); !version) {
        return version.error();
    }
    const auto resealed = resealAll(keys, clinic);
    if (!resealed) {
        return resealed.error();
    }
    ++done.clinics;
    done.rewrapped += *rewrapped;
    done.dropped += *dropped;
    done.resealed += *leftBehind + *resealed;
    return {};
}

/// What hangs on the master key itself: the seals of the audit logs, and the secrets of one-time codes.
Result<void> followMasterKey(Storage::Store &store, const Sealing::MasterKeys &keys)
{
    const auto logs = store.audit().clinics();
    if (!logs) {
        return logs.error();
    }
    for (const ClinicId &clinic : *logs) {
        if (const auto sealed = store.audit().reseal(clinic, auditSeal(keys)); !sealed) {
            return sealed.error();
        }
    }
    constexpr const char *purpose = "sign-in secrets";
    const Identity::SealingKeys sealing{Sealing::derivedSecret(keys.current, purpose),
                                        Sealing::derivedSecret(*keys.previous, purpose)};
    const auto resealed =
        store.users().resealTotp([&](const UserId &user, const QByteArray &sealed) -> Result<QByteArray> {
            const QByteArray owner = user.text().toUtf8();
            const auto secret = Identity::openSecret(sealing, sealed, owner);
            return secret ? Result<QByteArray>(Identity::sealSecret(sealing.current, *secret, owner)) : secret.error();
        });
    return resealed ? Result<void>() : resealed.error();
}

Result<std::vector<ClinicId>> chosenClinics(const CommandLine &line, Storage::Store &store)
{
    if (line.has(QStringLiteral("clinic"))) {
        const auto clinic = findClinic(store, line.value(QStringLiteral("clinic")));
        return clinic ? Result<std::vector<ClinicId>>(std::vector{clinic->id}) : clinic.error();
    }
    const auto all = store.clinics().list();
    if (!all) {
        return all.error();
    }
    std::vector<ClinicId> ids;
    for (const ClinicProfile &clinic : *all) {
        ids.push_back(clinic.id);
    }
    return ids;
}

int rotateKeys(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{QStringLiteral("clinic")}}, 0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<Rotation> {
            const auto clinics = chosenClinics(line, store);
            if (!clinics) {
                return clinics.error();
            }
            const auto settings = databaseSettings(line);
            if (!settings) {
                return settings.error();
            }
            if (settings->masterKeys->previous) {
                if (auto followed = followMasterKey(store, *settings->masterKeys); !followed) {
                    return followed.error();
                }
            }
            Rotation done;
            for (const ClinicId &clinic : *clinics) {
                if (const auto rotated = rotate(store.keys(), clinic, done); !rotated) {
                    return rotated.error();
                }
            }
            return done;
        },
        [&output](const CommandLine &, const Rotation &done) {
            output.out << "New keys for " << done.clinics << " clinics: " << done.resealed << " records sealed again, "
                       << done.rewrapped << " keys wrapped by the current master key, " << done.dropped
                       << " old keys forgotten.\n";
            return Done;
        });
}

} // namespace

Command keysRotateCommand()
{
    return {QStringLiteral("keys rotate"),
            QStringLiteral("Seals patient data with new keys while the service runs; goes on with what was cut off."),
            QStringLiteral("[--clinic ID|NUMBER] ") + databaseUsage(), rotateKeys};
}

} // namespace Frontdesk::Ctl
