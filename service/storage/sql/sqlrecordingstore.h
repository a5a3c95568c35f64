#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/internal/sealedbodies.h"
#include "service/storage/recordingstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlRecordingStore final : public RecordingStore {
public:
    SqlRecordingStore(SqlConnection &connection, EventStore &events, SealedBodies &bodies)
        : m_connection(connection)
        , m_events(events)
        , m_bodies(bodies)
    {}

    Result<void> save(const RecordingRecord &recording) override;
    Result<RecordingRecord> find(const ClinicId &clinic, const CallId &call) override;
    Result<bool> isPlayable(const ClinicId &clinic, const CallId &call) override;
    Result<ExpiredCalls> madeBefore(const ClinicId &clinic, const QDateTime &before,
                                    const std::optional<CallCursor> &after, int limit) override;
    Result<bool> erase(const ClinicId &clinic, const CallId &call, const QDateTime &now) override;
    Result<std::vector<RecordingFile>> filesToRemove(int limit) override;
    Result<void> fileRemoved(const RecordingFile &file) override;
    Result<std::optional<NetworkRecording>> claimFromNetwork(const QDateTime &now, const QDateTime &again) override;
    Result<void> lookAtNetwork(const NetworkRecording &recording, int failures, const QDateTime &at) override;
    Result<void> hurryNetwork(const QString &networkCallId, const QDateTime &now) override;
    Result<void> networkDone(const NetworkRecording &recording) override;

private:
    [[nodiscard]] Result<RecordingRecord> read(const SqlRow &row);
    [[nodiscard]] Result<void> write(const RecordingRecord &recording);
    [[nodiscard]] Result<void> noteAtNetwork(const RecordingRecord &recording);
    [[nodiscard]] Result<void> dueAtNetwork(const RecordingRecord &recording, const QDateTime &now);
    [[nodiscard]] Result<void> mayBeErased(const RecordingRecord &recording);
    [[nodiscard]] Result<void> forgetKey(RecordingRecord recording, const QDateTime &now);

    SqlConnection &m_connection;
    EventStore &m_events;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
