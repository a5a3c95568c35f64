#pragma once

#include "service/recording/callrecording.h"
#include "service/recording/fetchedrecording.h"
#include "service/recording/recordingreader.h"
#include "shared/core/scheduler.h"

#include <QMutex>
#include <QObject>
#include <QSet>

#include <atomic>

namespace Frontdesk::Recording {

struct RecordingSettings {
    QString folder;                     ///< For recordings that are not yet in the store. Made when missing.
    Milliseconds firstRetry{1'000};     ///< After the store failed; doubles each time ...
    Milliseconds longestRetry{300'000}; ///< ... up to this, which is also how often work left by others is looked for.
};

/// All recordings: those being made, their way into the store, playing and deleting them.
///
/// A finished recording stays on the disk until the store has it; the disk is the queue, so a restart goes on where the
/// process before stopped, and brings recordings to their end that were cut off. Lives on one thread with an event loop;
/// everything but `start` is safe from any thread.
class Recordings final : public QObject {
    Q_OBJECT

public:
    /// Everything given outlives it; all its CallRecordings are gone before.
    Recordings(RecordingSettings settings, Storage::Database &database, Storage::CallRecorder &recorder,
               std::unique_ptr<ObjectStore> store, Scheduler &scheduler);
    ~Recordings() override;

    /// Makes the folder and looks for work left behind. The error says what to do.
    [[nodiscard]] Result<void> start();

    /// For a call that begins; its clinic wants it recorded.
    [[nodiscard]] std::unique_ptr<CallRecording> newRecording(const ClinicId &clinic, const CallId &call);

    /// For a recording that the phone network has, to be brought here.
    [[nodiscard]] std::unique_ptr<FetchedRecording> newFetched(Storage::RecordingRecord atNetwork);

    /// For playing what there is; safe from any thread.
    [[nodiscard]] const RecordingReader &reader() const { return m_reader; }

    /// Makes the recording of a call unplayable for good (its key goes first), then removes its file. Returns whether there
    /// was one. Conflict: its call is still running. Unavailable, with the sound gone already: the file waits for its store and is
    /// removed later without asking again.
    Pending<Result<bool>> deleteRecording(const ClinicId &clinic, const CallId &call);

    /// Looks soon for recordings to hand on and files to remove.
    void lookForWork();

    /// Why the last recording could not be handed on or removed; empty: all is well.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    /// The store has the recording of this call. Any thread.
    void handedOn(const Frontdesk::CallId &call);

private:
    [[nodiscard]] RecordingTools toolsFor(const CallId &call);
    void beginRound();
    void endRound(const Result<void> &done);
    [[nodiscard]] Result<void> workThrough();
    [[nodiscard]] Result<Storage::RecordingRecord> find(const CallId &call) const;
    [[nodiscard]] Result<void> settle(const CallId &call);
    [[nodiscard]] Result<void> handOn(Storage::RecordingRecord recording);
    [[nodiscard]] Result<void> remove(const Storage::RecordingFile &file);
    [[nodiscard]] Result<void> removeErased();

    const RecordingSettings m_settings;
    Storage::Database &m_database;
    Storage::CallRecorder &m_recorder;
    const std::unique_ptr<ObjectStore> m_store;
    const RecordingReader m_reader;
    Scheduler &m_scheduler;
    mutable QMutex m_mutex;
    QSet<CallId> m_running; ///< Whose files are still written to.
    QString m_trouble;
    bool m_atWork = false;
    bool m_moreWork = false;
    Milliseconds m_retry;
    Scheduler::JobHandle m_nextRound;
    std::atomic<bool> m_stopping = false;
    QThreadPool m_files;
    QThreadPool m_transfers;
};

} // namespace Frontdesk::Recording
