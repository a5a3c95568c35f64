#include "service/recording/recordings.h"

#include "shared/core/log.h"

#include <QDir>
#include <QFileInfo>

namespace Frontdesk::Recording {

namespace {

using Storage::RecordingRecord;
using Storage::RecordingState;

/// A file whose recording the database does not know stays this long: it may have been given another database by mistake.
constexpr qint64 StrayHours = 24;

} // namespace

Recordings::Recordings(RecordingSettings settings, Storage::Database &database, Storage::CallRecorder &recorder,
                       std::unique_ptr<ObjectStore> store, Scheduler &scheduler)
    : m_settings(std::move(settings))
    , m_database(database)
    , m_recorder(recorder)
    , m_store(std::move(store))
    , m_reader(m_settings.folder, recorder.node(), *m_store)
    , m_scheduler(scheduler)
    , m_retry(m_settings.firstRetry)
{
    m_files.setMaxThreadCount(1);
    m_transfers.setMaxThreadCount(2); // One round of work, and one deletion beside it.
}

Recordings::~Recordings()
{
    m_stopping = true;
    m_store->stop();
    m_files.waitForDone();
    m_transfers.waitForDone();
}

Result<void> Recordings::start()
{
    const bool made = QDir().mkpath(m_settings.folder) &&
                      QFile::setPermissions(m_settings.folder,
                                            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (!made) {
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("The folder for recordings in DATA_DIR cannot be made; check who owns DATA_DIR.")};
    }
    lookForWork();
    return {};
}

/// Its file is left alone from now on until it is over.
RecordingTools Recordings::toolsFor(const CallId &call)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_running.insert(call);
    }
    return {m_files, m_recorder, m_scheduler, [this](const CallId &ended) {
                {
                    const QMutexLocker lock(&m_mutex);
                    m_running.remove(ended);
                }
                lookForWork();
            }};
}

std::unique_ptr<FetchedRecording> Recordings::newFetched(RecordingRecord atNetwork)
{
    const CallId call = atNetwork.call;
    atNetwork.node = m_recorder.node();
    return std::make_unique<FetchedRecording>(toolsFor(call), std::move(atNetwork), spoolPath(m_settings.folder, call));
}

std::unique_ptr<CallRecording> Recordings::newRecording(const ClinicId &clinic, const CallId &call)
{
    return std::make_unique<CallRecording>(toolsFor(call),
                                           RecordingRecord{.clinic = clinic, .call = call, .node = m_recorder.node()},
                                           spoolPath(m_settings.folder, call));
}

Pending<Result<bool>> Recordings::deleteRecording(const ClinicId &clinic, const CallId &call)
{
    return m_database
        .run(Storage::Scope::of(clinic, call),
             [clinic, call, now = m_scheduler.utcNow()](Storage::Store &store) {
                 return store.recordings().erase(clinic, call, now);
             })
        .then(&m_transfers, [this, clinic, call](const Result<bool> &erased) -> Result<bool> {
            if (!erased || !*erased) {
                return erased;
            }
            const auto removed = remove({clinic, call});
            return removed ? Result<bool>(true) : removed.error();
        });
}

Result<void> Recordings::remove(const Storage::RecordingFile &file)
{
    QFile here(spoolPath(m_settings.folder, file.call));
    if (here.exists() && !here.remove()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("A recording cannot be removed from DATA_DIR.")};
    }
    if (auto removed = m_store->remove(storedName(file.clinic, file.call)); !removed) {
        return removed;
    }
    return m_database
        .run(Storage::Scope::of(file.clinic, file.call),
             [file](Storage::Store &store) { return store.recordings().fileRemoved(file); })
        .result();
}

void Recordings::lookForWork()
{
    QMetaObject::invokeMethod(this, &Recordings::beginRound, Qt::QueuedConnection);
}

void Recordings::beginRound()
{
    if (m_stopping) {
        return;
    }
    m_moreWork = m_atWork;
    if (m_atWork) {
        return;
    }
    m_atWork = true;
    m_nextRound.reset();
    m_transfers.start([this] {
        const auto done = workThrough();
        QMetaObject::invokeMethod(
            this, [this, done] { endRound(done); }, Qt::QueuedConnection);
    });
}

void Recordings::endRound(const Result<void> &done)
{
    m_atWork = false;
    if (m_moreWork) {
        beginRound();
        return;
    }
    const Milliseconds pause = done ? m_settings.longestRetry : m_retry;
    m_retry = done ? m_settings.firstRetry : std::min(2 * m_retry, m_settings.longestRetry);
    {
        const QMutexLocker lock(&m_mutex);
        m_trouble = done ? QString() : done.error().message;
    }
    if (!done) {
        qCWarning(Log::storage).noquote()
            << "recordings:" << done.error().message << "- trying again in" << pause.count() / 1000 << "s";
    }
    m_nextRound = m_scheduler.after(pause, [this] { beginRound(); });
}

Result<void> Recordings::workThrough()
{
    Result<void> done;
    const QString anyName = QFileInfo(spoolPath(m_settings.folder, CallId(QStringLiteral("*")))).fileName();
    for (const QFileInfo &file : QDir(m_settings.folder).entryInfoList({anyName}, QDir::Files, QDir::Name)) {
        if (m_stopping) {
            return {};
        }
        const auto settled = settle(CallId(file.completeBaseName()));
        if (!settled) {
            done = settled.error(); // One that cannot be handed on does not hold up the others ...
            if (settled.error().code == ErrorCode::Unavailable) {
                return done; // ... unless none can.
            }
        }
    }
    const auto removed = removeErased();
    return done ? removed : done;
}

Result<RecordingRecord> Recordings::find(const CallId &call) const
{
    return m_database
        .run([call](Storage::Store &store) -> Result<RecordingRecord> {
            const auto record = store.calls().find(call);
            return record ? store.recordings().find(record->clinicId, call) : record.error();
        })
        .result();
}

Result<void> Recordings::settle(const CallId &call)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_running.contains(call)) {
            return {};
        }
    }
    auto found = find(call);
    const bool isNotThereYet =
        found ? found->state == RecordingState::AtNetwork : found.error().code == ErrorCode::NotFound;
    if (isNotThereYet && m_recorder.waiting() > 0) {
        return Error{ErrorCode::Unavailable, QStringLiteral("The database does not know of a recording yet.")};
    }
    if (!found && found.error().code != ErrorCode::NotFound) {
        return found.error();
    }
    const QFileInfo file(spoolPath(m_settings.folder, call));
    const bool isStray = !found && file.lastModified().secsTo(m_scheduler.utcNow()) > StrayHours * 3600;
    if (isStray || (found && !found->isPlayable())) {
        QFile::remove(file.filePath()); // Nobody has its key: the sound is gone, and the file is noise.
    }
    return found && found->isPlayable() ? handOn(std::move(found).value()) : Result<void>();
}

Result<void> Recordings::handOn(RecordingRecord recording)
{
    const QString path = spoolPath(m_settings.folder, recording.call);
    const auto keep = [&](RecordingState state) {
        recording.state = state;
        recording.changedAt = m_scheduler.utcNow();
        return m_recorder.write(Storage::SaveRecording{recording}).result();
    };
    if (recording.state == RecordingState::Running) {
        const auto seal = sealOf(recording);
        const auto sound = seal ? finishSoundFile(path, *seal) : Result<FinishedSound>(seal.error());
        if (!sound) {
            return sound.error();
        }
        recording.duration = sound->duration;
        recording.peaks = sound->peaks;
        if (auto kept = keep(RecordingState::Waiting); !kept) {
            return kept;
        }
    }
    if (recording.state == RecordingState::Waiting) {
        const QString name = storedName(recording.clinic, recording.call);
        if (auto put = m_store->put(name, path); !put) {
            return put;
        }
        if (auto kept = keep(RecordingState::Kept); !kept) {
            return kept;
        }
        // Erased in between: what was just put there is noise, and has to go.
        const auto now = find(recording.call);
        if (const bool isGone = now ? !now->isPlayable() : now.error().code == ErrorCode::NotFound; isGone) {
            if (auto removed = m_store->remove(name); !removed) {
                return removed;
            }
        }
        Q_EMIT handedOn(recording.call);
    }
    QFile::remove(path);
    return {};
}

/// Until there are no more.
Result<void> Recordings::removeErased()
{
    constexpr int AtOnce = 500;
    while (!m_stopping) {
        const auto files =
            m_database.run([](Storage::Store &store) { return store.recordings().filesToRemove(AtOnce); }).result();
        if (!files || files->empty()) {
            return files ? Result<void>() : files.error();
        }
        for (const Storage::RecordingFile &file : *files) {
            if (auto removed = remove(file); !removed || m_stopping) {
                return removed;
            }
        }
    }
    return {};
}

QString Recordings::trouble() const
{
    const QMutexLocker lock(&m_mutex);
    return m_trouble;
}

} // namespace Frontdesk::Recording
