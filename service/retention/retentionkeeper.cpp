#include "service/retention/retentionkeeper.h"

#include "shared/core/log.h"

namespace Frontdesk::Retention {

namespace {

struct ClinicRules {
    ClinicId clinic;
    Storage::RetentionRules rules;
};
using AllRules = std::vector<ClinicRules>;

Result<AllRules> allRules(Storage::Store &store)
{
    const auto clinics = store.clinics().list();
    if (!clinics) {
        return clinics.error();
    }
    AllRules all;
    for (const ClinicProfile &clinic : *clinics) {
        const auto setting =
            store.clinicSettings().find(clinic.id, QLatin1String(Storage::RetentionRules::SettingName));
        if (!setting) {
            return setting.error();
        }
        all.push_back({clinic.id, Storage::RetentionRules::fromJson(setting->value)});
    }
    return all;
}

} // namespace

RetentionKeeper::RetentionKeeper(Storage::Database &database, Storage::AuditSeal seal, Scheduler &scheduler,
                                 Storage::RecordingShelf *shelf)
    : m_database(database)
    , m_seal(std::move(seal))
    , m_scheduler(scheduler)
    , m_shelf(shelf)
{}

void RetentionKeeper::start()
{
    m_later = m_scheduler.after(FirstPause, [this] { begin(); });
}

void RetentionKeeper::begin()
{
    m_database.run(Storage::Scope::reading(), allRules).then(this, [this](const Result<AllRules> &all) {
        if (!all) {
            qCWarning(Log::storage) << "what is kept how long cannot be read:" << all.error().message;
        }
        for (const auto &[clinic, rules] : all.valueOr({})) {
            m_sweeps.push_back(std::make_shared<Sweep>(clinic, rules, m_scheduler.utcNow(), m_seal, m_shelf));
        }
        next();
    });
}

void RetentionKeeper::next()
{
    if (!m_sweeps.empty()) {
        const auto sweep = m_sweeps.front();
        m_sweeps.pop_front();
        step(sweep);
        return;
    }
    m_later = m_scheduler.after(Pause, [this] { begin(); });
    Q_EMIT swept();
}

void RetentionKeeper::step(const std::shared_ptr<Sweep> &sweep)
{
    m_database
        .run(Storage::Scope::reading(sweep->clinic()), [sweep](Storage::Store &store) { return sweep->step(store); })
        .then(this, [this, sweep](const Result<bool> &more) {
            if (more && *more) {
                step(sweep);
                return;
            }
            const Swept &done = sweep->done();
            if (!more) {
                qCWarning(Log::storage) << "clinic" << sweep->clinic().text()
                                        << "old records could not be deleted:" << more.error().message;
            }
            if (done.calls + done.transcripts + done.recordings + done.auditEntries > 0) {
                qCInfo(Log::storage) << "clinic" << sweep->clinic().text() << "deleted as old:" << done.calls
                                     << "calls," << done.transcripts << "transcripts," << done.recordings
                                     << "recordings," << done.auditEntries << "audit entries";
            }
            next();
        });
}

} // namespace Frontdesk::Retention
