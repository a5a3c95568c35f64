#include "service/storage/sql/sqlcallstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"
#include "shared/model/callrecordjson.h"

#include <limits>

namespace Frontdesk::Storage {

namespace {

const QString InsertCall = QStringLiteral(R"sql(
    INSERT INTO calls (clinic_id, call_id, network_call_id, phase, outcome, started_at, ended_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (network_call_id) DO NOTHING)sql");

const QString SetPhase = QStringLiteral(R"sql(
    UPDATE calls SET phase = $1 WHERE clinic_id = $2 AND call_id = $3 AND ended_at IS NULL)sql");

const QString FinishCall = QStringLiteral(R"sql(
    UPDATE calls SET phase = $1, outcome = $2, ended_at = $3
    WHERE clinic_id = $4 AND call_id = $5 AND ended_at IS NULL)sql");

const QString CallExists = QStringLiteral("SELECT 1 FROM calls WHERE clinic_id = $1 AND call_id = $2");

const QString SelectCall = QStringLiteral(R"sql(
    SELECT clinic_id, call_id, network_call_id, phase, outcome, started_at, ended_at, body FROM calls )sql");
const QString FindCall = SelectCall + QStringLiteral("WHERE call_id = $1");
const QString FindCallByNetworkId = SelectCall + QStringLiteral("WHERE network_call_id = $1");
const QString UnfinishedCalls = SelectCall + QStringLiteral(R"sql(
    WHERE ended_at IS NULL AND started_at < $1 ORDER BY started_at, call_id)sql");
const QString ListCalls = SelectCall + QStringLiteral(R"sql(
    WHERE ($1 = '' OR clinic_id = $1) AND (started_at, call_id) < ($2, $3) AND started_at >= $4 AND started_at < $5
      AND ($6 < 0 OR ($6 = 1 AND ended_at IS NULL) OR ($6 = 0 AND ended_at IS NOT NULL))
      AND ($7 = '' OR outcome = $7)
      AND ($8 = '' OR EXISTS (SELECT 1 FROM escalations e WHERE e.clinic_id = calls.clinic_id
                              AND e.call_id = calls.call_id AND e.reason = $8))
      AND ($9 = 0 OR call_id IN (
        SELECT subject_id FROM blind_index
        WHERE clinic_id = $1 AND subject = 'call' AND token IN ($10, $11, $12, $13, $14)
        GROUP BY subject_id HAVING count(*) = $9))
    ORDER BY started_at DESC, call_id DESC LIMIT $15)sql");

const QString SaveTurn = QStringLiteral(R"sql(
    INSERT INTO turns (clinic_id, call_id, number, speaker, confidence, audio_quality, start_ms, end_ms, at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (clinic_id, call_id, number) DO UPDATE SET
        speaker = excluded.speaker, confidence = excluded.confidence, audio_quality = excluded.audio_quality,
        start_ms = excluded.start_ms, end_ms = excluded.end_ms, at = excluded.at, body = excluded.body)sql");

const QString TurnsOfCall = QStringLiteral(R"sql(
    SELECT call_id, number, speaker, confidence, audio_quality, start_ms, end_ms, at, body FROM turns
    WHERE clinic_id = $1 AND call_id = $2 ORDER BY number)sql");

BodyPlace placeOfCall(const ClinicId &clinic, const QString &call)
{
    return {QLatin1String("calls"), clinic, call};
}

BodyPlace placeOfTurn(const ClinicId &clinic, const QString &call, qint64 number)
{
    return {QLatin1String("turns"), clinic, QStringLiteral("%1/%2").arg(call).arg(number)};
}

Result<CallRecord> readCall(SealedBodies &bodies, const SqlRow &row)
{
    const auto body = bodies.unpack(placeOfCall(ClinicId(row.text(0)), row.text(1)), row.bytes(7));
    if (!body) {
        return body.error();
    }
    const auto phase = callPhaseFromName(row.text(3));
    if (!phase) {
        return unreadable("call");
    }
    CallRecord call;
    call.clinicId = ClinicId(row.text(0));
    call.id = CallId(row.text(1));
    call.networkCallId = row.text(2);
    call.phase = *phase;
    call.outcome = row.text(4);
    call.startedAt = row.time(5);
    call.endedAt = row.time(6);
    call.callerNumber = body->value(QLatin1String("caller_number")).toString();
    return call;
}

Result<TurnRecord> readTurn(SealedBodies &bodies, const ClinicId &clinic, const SqlRow &row)
{
    const auto body = bodies.unpack(placeOfTurn(clinic, row.text(0), row.integer(1)), row.bytes(8));
    if (!body) {
        return body.error();
    }
    const auto speaker = speakerFromName(row.text(2));
    if (!speaker) {
        return unreadable("turn");
    }
    auto words = wordsFromJson(body->value(QLatin1String("words")).toArray());
    if (!words) {
        return unreadable("turn");
    }
    TurnRecord turn;
    turn.callId = CallId(row.text(0));
    turn.number = static_cast<int>(row.integer(1));
    turn.speaker = *speaker;
    turn.confidence = row.real(3);
    turn.audioQuality = row.real(4);
    turn.start = Milliseconds(row.integer(5));
    turn.end = Milliseconds(row.integer(6));
    turn.at = row.time(7);
    turn.text = body->value(QLatin1String("text")).toString();
    turn.heardText = body->value(QLatin1String("heard_text")).toString();
    turn.words = std::move(words).value();
    return turn;
}

QJsonObject turnBody(const TurnRecord &turn)
{
    return {{QStringLiteral("text"), turn.text},
            {QStringLiteral("heard_text"), turn.heardText},
            {QStringLiteral("words"), wordsToJson(turn.words)}};
}

} // namespace

Result<CallRecord> SqlCallStore::begin(CallRecord call)
{
    if (call.networkCallId.isEmpty() || !call.startedAt.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A call needs the phone network's id and its start.")};
    }
    if (call.id.isEmpty()) {
        call.id = CallId::create();
    }
    const auto body = m_bodies.pack(placeOfCall(call.clinicId, call.id.text()),
                                    {{QStringLiteral("caller_number"), call.callerNumber}});
    if (!body) {
        return body.error();
    }
    return m_connection.transaction([&]() -> Result<CallRecord> {
        const auto added = m_connection.execute(
            InsertCall, {call.clinicId.text(), call.id.text(), call.networkCallId, callPhaseName(call.phase),
                         call.outcome, toSqlTime(call.startedAt), toSqlTime(call.endedAt), *body});
        if (!added) {
            return added.error();
        }
        if (*added == 0) {
            return findByNetworkId(call.networkCallId);
        }
        if (const auto findable =
                m_search.add(SearchIndex::Calls, call.clinicId, call.id.text(), {.numbers = {call.callerNumber}});
            !findable) {
            return findable.error();
        }
        const auto told =
            m_events.append(call.clinicId, QStringLiteral("call.started"), call.id.text(), call.startedAt);
        return told ? Result<CallRecord>(call) : told.error();
    });
}

Result<void> SqlCallStore::setPhase(const ClinicId &clinic, const CallId &call, CallPhase phase, const QDateTime &now)
{
    const ClinicEvent event{clinic, 0, QStringLiteral("call.changed"), call.text(), now};
    return announced(m_connection, m_events, event, [&]() -> Result<void> {
        const auto changed = m_connection.execute(SetPhase, {callPhaseName(phase), clinic.text(), call.text()});
        if (!changed) {
            return changed.error();
        }
        if (*changed > 0) {
            return {};
        }
        if (const auto exists = mustExist(clinic, call); !exists) {
            return exists;
        }
        return Error{ErrorCode::Conflict, QStringLiteral("The call has ended already.")};
    });
}

Result<bool> SqlCallStore::finish(const ClinicId &clinic, const CallId &call, const QString &outcome,
                                  const QDateTime &endedAt, CallPhase phase)
{
    if (!endedAt.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A call ends at a time.")};
    }
    const ClinicEvent event{clinic, 0, QStringLiteral("call.ended"), call.text(), endedAt};
    return announced(m_connection, m_events, event, [&]() -> Result<bool> {
        const auto changed = m_connection.execute(
            FinishCall, {callPhaseName(phase), outcome, toSqlTime(endedAt), clinic.text(), call.text()});
        if (!changed) {
            return changed.error();
        }
        if (*changed > 0) {
            return true;
        }
        const auto exists = mustExist(clinic, call);
        return exists ? Result<bool>(false) : exists.error();
    });
}

Result<CallRecord> SqlCallStore::find(const CallId &call)
{
    return readOne<CallRecord>(m_connection.query(FindCall, {call.text()}), "call", callReader());
}

Result<CallRecord> SqlCallStore::findByNetworkId(const QString &networkCallId)
{
    return readOne<CallRecord>(m_connection.query(FindCallByNetworkId, {networkCallId}), "call", callReader());
}

Result<std::vector<CallRecord>> SqlCallStore::unfinished(const QDateTime &startedBefore)
{
    return readAll<CallRecord>(m_connection.query(UnfinishedCalls, {toSqlTime(startedBefore)}), callReader());
}

Result<std::vector<CallRecord>> SqlCallStore::list(const CallFilter &filter)
{
    const SqlValue before =
        filter.before ? toSqlTime(filter.before->startedAt) : SqlValue(std::numeric_limits<qint64>::max());
    const QString beforeId = filter.before ? filter.before->id.text() : QString();
    const SqlValue from = filter.from.isValid() ? toSqlTime(filter.from) : SqlValue(qint64{0});
    const SqlValue to = filter.to.isValid() ? toSqlTime(filter.to) : SqlValue(std::numeric_limits<qint64>::max());
    const qint64 live = filter.isLive ? (*filter.isLive ? 1 : 0) : -1;
    const auto search = m_search.wanted(filter.clinic, filter.name, filter.phone);
    if (!search) {
        return search.error();
    }
    std::vector<SqlValue> parameters{filter.clinic.text(),    before,       beforeId, from, to, live, filter.outcome,
                                     filter.escalationReason, search->count};
    parameters.insert(parameters.end(), search->tokens.begin(), search->tokens.end());
    parameters.emplace_back(pageSize(filter.limit));
    return readAll<CallRecord>(m_connection.query(ListCalls, parameters), callReader());
}

Result<void> SqlCallStore::saveTurn(const ClinicId &clinic, const TurnRecord &turn)
{
    const ClinicEvent event{clinic, 0, QStringLiteral("call.turn"),
                            QStringLiteral("%1:%2").arg(turn.callId.text()).arg(turn.number), turn.at};
    return announced(m_connection, m_events, event, [&]() -> Result<void> {
        const auto body = m_bodies.pack(placeOfTurn(clinic, turn.callId.text(), turn.number), turnBody(turn));
        if (!body) {
            return body.error();
        }
        const auto done = m_connection.execute(SaveTurn, {clinic.text(), turn.callId.text(), qint64{turn.number},
                                                          speakerName(turn.speaker), turn.confidence, turn.audioQuality,
                                                          qint64{turn.start.count()}, qint64{turn.end.count()},
                                                          toSqlTime(turn.at), *body});
        return done ? Result<void>() : done.error();
    });
}

Result<std::vector<TurnRecord>> SqlCallStore::turns(const ClinicId &clinic, const CallId &call)
{
    return readAll<TurnRecord>(m_connection.query(TurnsOfCall, {clinic.text(), call.text()}),
                               [&](const SqlRow &row) { return readTurn(m_bodies, clinic, row); });
}

SqlCallStore::Reader SqlCallStore::callReader()
{
    return [this](const SqlRow &row) { return readCall(m_bodies, row); };
}

Result<void> SqlCallStore::mustExist(const ClinicId &clinic, const CallId &call)
{
    const auto rows = m_connection.query(CallExists, {clinic.text(), call.text()});
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? Result<void>(noSuch("call")) : Result<void>();
}

} // namespace Frontdesk::Storage
