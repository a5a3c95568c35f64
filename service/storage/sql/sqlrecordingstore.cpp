#include "service/storage/sql/sqlrecordingstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

// A late write of a call never brings back what was declined or deleted.
const QString SaveRecording = QStringLiteral(R"sql(
    INSERT INTO recordings (clinic_id, call_id, node_id, state, consent, consent_at, duration_ms, changed_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (clinic_id, call_id) DO UPDATE SET
        node_id = excluded.node_id, state = excluded.state, consent = excluded.consent,
        consent_at = excluded.consent_at, duration_ms = excluded.duration_ms, changed_at = excluded.changed_at,
        body = excluded.body
    WHERE recordings.state NOT IN ('declined', 'erased'))sql");

const QString SelectRecording = QStringLiteral(R"sql(
    SELECT clinic_id, call_id, node_id, state, consent, consent_at, duration_ms, changed_at, body FROM recordings )sql");
const QString FindRecording = SelectRecording + QStringLiteral("WHERE clinic_id = $1 AND call_id = $2");
const QString IsPlayable = QStringLiteral(R"sql(
    SELECT 1 FROM recordings
    WHERE clinic_id = $1 AND call_id = $2 AND state IN ('running', 'waiting', 'kept'))sql");

const QString MadeBefore = QStringLiteral(R"sql(
    SELECT c.call_id, c.started_at FROM recordings r JOIN calls c ON c.clinic_id = r.clinic_id AND c.call_id = r.call_id
    WHERE r.clinic_id = $1 AND r.state IN ('at_network', 'waiting', 'kept') AND c.started_at < $2
      AND (c.started_at, c.call_id) > ($3, $4)
    ORDER BY c.started_at, c.call_id LIMIT $5)sql");

const QString CallRuns = QStringLiteral(R"sql(
    SELECT 1 FROM calls WHERE clinic_id = $1 AND call_id = $2 AND ended_at IS NULL)sql");

const QString ForgetKey = QStringLiteral(R"sql(
    UPDATE recordings SET state = 'erased', duration_ms = 0, changed_at = $1, body = $2
    WHERE clinic_id = $3 AND call_id = $4)sql");

const QString NoteFile = QStringLiteral(R"sql(
    INSERT INTO recording_removals (clinic_id, call_id, since) VALUES ($1, $2, $3)
    ON CONFLICT (clinic_id, call_id) DO NOTHING)sql");
const QString FilesToRemove =
    QStringLiteral("SELECT clinic_id, call_id FROM recording_removals ORDER BY since, call_id LIMIT $1");
const QString FileRemoved = QStringLiteral("DELETE FROM recording_removals WHERE clinic_id = $1 AND call_id = $2");

const QString NoteAtNetwork = QStringLiteral(R"sql(
    INSERT INTO network_recordings (clinic_id, call_id, network_call_id, failures, due_at)
    SELECT clinic_id, call_id, network_call_id, 0, $1 FROM calls WHERE clinic_id = $2 AND call_id = $3
    ON CONFLICT (clinic_id, call_id) DO NOTHING)sql");
const QString DueAtNetwork = QStringLiteral(R"sql(
    SELECT clinic_id, call_id, network_call_id, failures, due_at FROM network_recordings
    WHERE due_at <= $1 ORDER BY due_at, call_id LIMIT 1)sql");
const QString ClaimAtNetwork = QStringLiteral(R"sql(
    UPDATE network_recordings SET due_at = $1 WHERE clinic_id = $2 AND call_id = $3 AND due_at = $4)sql");
const QString LookAtNetwork = QStringLiteral(R"sql(
    UPDATE network_recordings SET failures = $1, due_at = $2 WHERE clinic_id = $3 AND call_id = $4)sql");
const QString HurryNetwork = QStringLiteral(R"sql(
    UPDATE network_recordings SET due_at = $1 WHERE network_call_id = $2)sql");
const QString DueNow = QStringLiteral(R"sql(
    UPDATE network_recordings SET due_at = $1 WHERE clinic_id = $2 AND call_id = $3)sql");
const QString NetworkDone = QStringLiteral("DELETE FROM network_recordings WHERE clinic_id = $1 AND call_id = $2");

BodyPlace placeOf(const ClinicId &clinic, const CallId &call)
{
    return {QLatin1String("recordings"), clinic, call.text()};
}

ClinicEvent changeOf(const ClinicId &clinic, const CallId &call, const QDateTime &now)
{
    return {clinic, 0, QStringLiteral("call.changed"), call.text(), now};
}

QJsonObject bodyOf(const RecordingRecord &recording)
{
    return {{QStringLiteral("key"), QString::fromLatin1(recording.key.toBase64())},
            {QStringLiteral("peaks"), QString::fromLatin1(recording.peaks.toBase64())},
            {QStringLiteral("consent_words"), recording.consentWords}};
}

QByteArray bytesFrom(const QJsonObject &body, const char *name)
{
    return QByteArray::fromBase64(body.value(QLatin1String(name)).toString().toLatin1());
}

/// Whether `next` may follow `known`: writes that come again, or late, change nothing.
bool isNews(const RecordingRecord &known, const RecordingRecord &next)
{
    const bool isSame = known.node == next.node && known.state == next.state && known.consent == next.consent &&
                        known.consentAt == next.consentAt && known.consentWords == next.consentWords &&
                        known.key == next.key && known.duration == next.duration && known.peaks == next.peaks &&
                        known.changedAt == next.changedAt;
    return known.state < RecordingState::Declined && next.state >= known.state && !isSame;
}

} // namespace

Result<RecordingRecord> SqlRecordingStore::read(const SqlRow &row)
{
    RecordingRecord recording;
    recording.clinic = ClinicId(row.text(0));
    recording.call = CallId(row.text(1));
    const auto state = recordingStateFromName(row.text(3));
    const auto consent = recordingConsentFromName(row.text(4));
    const auto body = m_bodies.unpack(placeOf(recording.clinic, recording.call), row.bytes(8));
    if (!body) {
        return body.error();
    }
    if (!state || !consent) {
        return unreadable("recording");
    }
    recording.node = NodeId(row.text(2));
    recording.state = *state;
    recording.consent = *consent;
    recording.consentAt = row.time(5);
    recording.duration = Milliseconds(row.integer(6));
    recording.changedAt = row.time(7);
    recording.key = bytesFrom(*body, "key");
    recording.peaks = bytesFrom(*body, "peaks");
    recording.consentWords = body->value(QLatin1String("consent_words")).toString();
    return recording;
}

Result<void> SqlRecordingStore::write(const RecordingRecord &recording)
{
    const auto body = m_bodies.pack(placeOf(recording.clinic, recording.call), bodyOf(recording));
    if (!body) {
        return body.error();
    }
    const auto done = m_connection.execute(SaveRecording,
                                           {recording.clinic.text(), recording.call.text(), recording.node.text(),
                                            recordingStateName(recording.state),
                                            recordingConsentName(recording.consent), toSqlTime(recording.consentAt),
                                            qint64{recording.duration.count()}, toSqlTime(recording.changedAt), *body});
    return done ? Result<void>() : done.error();
}

Result<void> SqlRecordingStore::save(const RecordingRecord &recording)
{
    return m_connection.transaction([&]() -> Result<void> {
        const auto known = find(recording.clinic, recording.call);
        if (!known && known.error().code != ErrorCode::NotFound) {
            return known.error();
        }
        if (known && !isNews(*known, recording)) {
            return {};
        }
        return announced(m_connection, m_events, changeOf(recording.clinic, recording.call, recording.changedAt),
                         [&]() -> Result<void> {
                             if (auto written = write(recording); !written) {
                                 return written;
                             }
                             return recording.state == RecordingState::AtNetwork
                                        ? noteAtNetwork(recording)
                                        : dueAtNetwork(recording, recording.changedAt);
                         });
    });
}

Result<RecordingRecord> SqlRecordingStore::find(const ClinicId &clinic, const CallId &call)
{
    return readOne<RecordingRecord>(m_connection.query(FindRecording, {clinic.text(), call.text()}), "recording",
                                    [this](const SqlRow &row) { return read(row); });
}

Result<bool> SqlRecordingStore::isPlayable(const ClinicId &clinic, const CallId &call)
{
    const auto rows = m_connection.query(IsPlayable, {clinic.text(), call.text()});
    return rows ? Result<bool>(!rows->empty()) : rows.error();
}

Result<ExpiredCalls> SqlRecordingStore::madeBefore(const ClinicId &clinic, const QDateTime &before,
                                                   const std::optional<CallCursor> &after, int limit)
{
    const SqlValue from = after ? toSqlTime(after->startedAt) : SqlValue(qint64{-1});
    const auto rows = m_connection.query(
        MadeBefore, {clinic.text(), toSqlTime(before), from, after ? after->id.text() : QString(), pageSize(limit)});
    if (!rows) {
        return rows.error();
    }
    ExpiredCalls found;
    for (const SqlRow &row : *rows) {
        found.calls.emplace_back(row.text(0));
    }
    if (static_cast<qint64>(rows->size()) == pageSize(limit)) {
        found.last = CallCursor{rows->back().time(1), found.calls.back()};
    }
    return found;
}

Result<bool> SqlRecordingStore::erase(const ClinicId &clinic, const CallId &call, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<bool> {
        const auto recording = find(clinic, call);
        if (!recording) {
            return recording.error().code == ErrorCode::NotFound ? Result<bool>(false) : recording.error();
        }
        if (!recording->isPlayable() && recording->state != RecordingState::AtNetwork) {
            return false;
        }
        if (const auto may = mayBeErased(*recording); !may) {
            return may.error();
        }
        return announced(m_connection, m_events, changeOf(clinic, call, now), [&]() -> Result<bool> {
            const auto forgotten = forgetKey(*recording, now);
            return forgotten ? Result<bool>(true) : forgotten.error();
        });
    });
}

/// One that says running and whose call is over was cut off.
Result<void> SqlRecordingStore::mayBeErased(const RecordingRecord &recording)
{
    const auto runs = m_connection.query(CallRuns, {recording.clinic.text(), recording.call.text()});
    if (!runs) {
        return runs.error();
    }
    return recording.state <= RecordingState::Running && !runs->empty()
               ? Error{ErrorCode::Conflict, QStringLiteral("This call is still being recorded.")}
               : Result<void>();
}

Result<void> SqlRecordingStore::forgetKey(RecordingRecord recording, const QDateTime &now)
{
    recording.key.clear();
    recording.peaks.clear();
    const auto body = m_bodies.pack(placeOf(recording.clinic, recording.call), bodyOf(recording));
    if (!body) {
        return body.error();
    }
    const QString clinic = recording.clinic.text();
    const QString call = recording.call.text();
    const auto forgotten = m_connection.execute(ForgetKey, {toSqlTime(now), *body, clinic, call});
    const auto noted =
        forgotten ? m_connection.execute(NoteFile, {clinic, call, toSqlTime(now)}) : Result<qint64>(forgotten.error());
    recording.state = RecordingState::Erased;
    return noted ? dueAtNetwork(recording, now) : noted.error();
}

Result<std::vector<RecordingFile>> SqlRecordingStore::filesToRemove(int limit)
{
    return readAll<RecordingFile>(m_connection.query(FilesToRemove, {pageSize(limit)}), [](const SqlRow &row) {
        return Result<RecordingFile>(RecordingFile{ClinicId(row.text(0)), CallId(row.text(1))});
    });
}

Result<void> SqlRecordingStore::fileRemoved(const RecordingFile &file)
{
    const auto done = m_connection.execute(FileRemoved, {file.clinic.text(), file.call.text()});
    return done ? Result<void>() : done.error();
}

Result<void> SqlRecordingStore::noteAtNetwork(const RecordingRecord &recording)
{
    const QDateTime due = recording.changedAt.addMSecs(NetworkPatience.count());
    const auto noted =
        m_connection.execute(NoteAtNetwork, {toSqlTime(due), recording.clinic.text(), recording.call.text()});
    return noted ? Result<void>() : noted.error();
}

/// Our store has it, or nobody may: what lies at the network can go.
Result<void> SqlRecordingStore::dueAtNetwork(const RecordingRecord &recording, const QDateTime &now)
{
    if (recording.state < RecordingState::Kept) {
        return {};
    }
    const auto hurried = m_connection.execute(DueNow, {toSqlTime(now), recording.clinic.text(), recording.call.text()});
    return hurried ? Result<void>() : hurried.error();
}

Result<std::optional<NetworkRecording>> SqlRecordingStore::claimFromNetwork(const QDateTime &now,
                                                                            const QDateTime &again)
{
    using Claimed = std::optional<NetworkRecording>;
    while (true) {
        const auto rows = m_connection.query(DueAtNetwork, {toSqlTime(now)});
        if (!rows || rows->empty()) {
            return rows ? Result<Claimed>(Claimed()) : rows.error();
        }
        const SqlRow &row = rows->front();
        const auto mine =
            m_connection.execute(ClaimAtNetwork, {toSqlTime(again), row.text(0), row.text(1), row.integer(4)});
        if (!mine) {
            return mine.error();
        }
        if (*mine == 1) {
            return Claimed(NetworkRecording{ClinicId(row.text(0)), CallId(row.text(1)), row.text(2),
                                            static_cast<int>(row.integer(3))});
        }
        // Another node was faster: the next one.
    }
}

Result<void> SqlRecordingStore::lookAtNetwork(const NetworkRecording &recording, int failures, const QDateTime &at)
{
    const auto done = m_connection.execute(
        LookAtNetwork, {qint64{failures}, toSqlTime(at), recording.clinic.text(), recording.call.text()});
    return done ? Result<void>() : done.error();
}

Result<void> SqlRecordingStore::hurryNetwork(const QString &networkCallId, const QDateTime &now)
{
    const auto done = m_connection.execute(HurryNetwork, {toSqlTime(now), networkCallId});
    return done ? Result<void>() : done.error();
}

Result<void> SqlRecordingStore::networkDone(const NetworkRecording &recording)
{
    const auto done = m_connection.execute(NetworkDone, {recording.clinic.text(), recording.call.text()});
    return done ? Result<void>() : done.error();
}

} // namespace Frontdesk::Storage
