#pragma once

#include "service/storage/nodestore.h"
#include "service/storage/retentionstore.h"
#include "shared/core/clock.h"
#include "shared/model/recordingrule.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

/// Where a recording is. The text forms are stored.
enum class RecordingState {
    AtNetwork, ///< The phone network makes it, or has it still: nothing to be played yet.
    Running,   ///< The node that has the call is writing it to its own disk, or was cut off.
    Waiting,   ///< Whole, on that disk, on its way into the store of recordings.
    Kept,      ///< In the store of recordings.
    Declined,  ///< The caller did not want it: there is neither sound nor key.
    Erased,    ///< The key is gone, and with it the sound.
};
[[nodiscard]] QString recordingStateName(RecordingState state);
[[nodiscard]] std::optional<RecordingState> recordingStateFromName(QStringView name);

/// What is known of a call's recording beside its sound.
struct RecordingRecord {
    ClinicId clinic;
    CallId call;
    NodeId node{}; ///< On whose disk it is until it is kept.
    RecordingState state = RecordingState::Running;
    RecordingConsent consent = RecordingConsent::NotNeeded;
    QDateTime consentAt{};    ///< UTC: when the caller had heard, or declined, or nothing needed to be asked.
    QString consentWords{};   ///< What was said to the caller or, declined, by the caller; patient data.
    QByteArray key{};         ///< 32 bytes that open the file; empty where there is no sound.
    Milliseconds duration{0}; ///< At the network: how far into the call its sound begins.
    QByteArray peaks{};       ///< Loudness from 0 to 255, one byte each PeakInterval; empty while it runs.
    QDateTime changedAt{};    ///< UTC.

    static constexpr Milliseconds PeakInterval{100};

    [[nodiscard]] bool isPlayable() const { return !key.isEmpty(); }
};

/// A recording's file, whose record may be gone.
struct RecordingFile {
    ClinicId clinic;
    CallId call;
};

/// A call of which something may lie with the phone network.
struct NetworkRecording {
    ClinicId clinic;
    CallId call;
    QString networkCallId;
    int failures = 0; ///< Of looking, in a row.
};

/// What is known of recordings. Changes append `call.changed` to the clinic's events.
class RecordingStore {
public:
    virtual ~RecordingStore() = default;

    /// Keeps the recording, or what has become of it. One that was declined or erased stays so, whatever comes after.
    /// One at the network is noted there too, and looked for after NetworkPatience at the latest. NotFound: no such call.
    virtual Result<void> save(const RecordingRecord &recording) = 0;

    /// NotFound: nothing of this call was ever to be recorded.
    virtual Result<RecordingRecord> find(const ClinicId &clinic, const CallId &call) = 0;

    /// There is sound of this call to be played.
    virtual Result<bool> isPlayable(const ClinicId &clinic, const CallId &call) = 0;

    /// Calls with sound, looked through as RetentionStore::expired does.
    virtual Result<ExpiredCalls> madeBefore(const ClinicId &clinic, const QDateTime &before,
                                            const std::optional<CallCursor> &after, int limit) = 0;

    /// Forgets the key of a recording, so that nobody can ever play it again, and notes that its file has to go. Returns
    /// whether there was one. Conflict: its call is still running.
    virtual Result<bool> erase(const ClinicId &clinic, const CallId &call, const QDateTime &now) = 0;

    /// Files of all clinics that have to go, oldest first, no more than `limit`.
    virtual Result<std::vector<RecordingFile>> filesToRemove(int limit) = 0;
    virtual Result<void> fileRemoved(const RecordingFile &file) = 0;

    /// The phone network tells us when it is done; should that be lost, we look ourselves after this.
    static constexpr Milliseconds NetworkPatience{900'000};
    /// One that is due at `now`; it is due again at `again` unless something else is said until then, or it is kept, declined
    /// or erased. Nothing: none is. Any node may ask, only one gets it.
    virtual Result<std::optional<NetworkRecording>> claimFromNetwork(const QDateTime &now, const QDateTime &again) = 0;
    virtual Result<void> lookAtNetwork(const NetworkRecording &recording, int failures, const QDateTime &at) = 0;
    /// The phone network has news of this call: it is due now.
    virtual Result<void> hurryNetwork(const QString &networkCallId, const QDateTime &now) = 0;
    /// Nothing of it is there any more.
    virtual Result<void> networkDone(const NetworkRecording &recording) = 0;
};

} // namespace Frontdesk::Storage
