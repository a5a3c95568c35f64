#include "service/storage/sql/sqlcallstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"
#include "service/storage/sql/turnrows.h"

#include <limits>

namespace Frontdesk::Storage {

namespace {

const QString InsertCall = QStringLiteral(R"sql(
    INSERT INTO calls (clinic_id, call_id, network_call_id, phase, outcome, started_at, ended_at, body, node_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (network_call_id) DO NOTHING)sql");

const QString SetPhase = QStringLiteral(R"sql(
    UPDATE calls SET phase = $1 WHERE clinic_id = $2 AND call_id = $3 AND ended_at IS NULL)sql");

const QString FinishCall = QStringLiteral(R"sql(
    UPDATE calls SET phase = $1, outcome = $2, ended_at = $3
    WHERE clinic_id = $4 AND call_id = $5 AND (ended_at IS NULL OR (phase = 'abandoned' AND $1 <> 'abandoned')))sql");

const QString WhereCallStands =
    QStringLiteral("SELECT phase, started_at, ended_at, outcome FROM calls WHERE clinic_id = $1 AND call_id = $2");

const QString SelectCall = QStringLiteral(R"sql(
    SELECT clinic_id, call_id, network_call_id, phase, outcome, started_at, ended_at, body FROM calls )sql");
const QString FindCall = SelectCall + QStringLiteral("WHERE call_id = $1");
const QString FindCallByNetworkId = SelectCall + QStringLiteral("WHERE network_call_id = $1");
const QString UnfinishedCalls = SelectCall + QStringLiteral(R"sql(
    WHERE node_id = $1 AND ended_at IS NULL ORDER BY started_at, call_id)sql");
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

const QString TurnsOfCall = QStringLiteral("SELECT %1 FROM turns WHERE clinic_id = $1 AND call_id = $2 ORDER BY number")
                                .arg(QLatin1String(TurnColumns));
const QString FindTurn = QStringLiteral("SELECT %1 FROM turns WHERE clinic_id = $1 AND call_id = $2 AND number = $3")
                             .arg(QLatin1String(TurnColumns));

BodyPlace placeOfCall(const ClinicId &clinic, const QString &call)
{
    return {QLatin1String("calls"), clinic, call};
}

qint64 microseconds(const QDateTime &time)
{
    return std::get<qint64>(toSqlTime(time));
}

CallTally::Counted countedAs(const CallRecord &call)
{
    CallTally::Counted counted{microseconds(call.startedAt), {}, call.outcome};
    if (call.endedAt.isValid()) {
        counted.endedAt = microseconds(call.endedAt);
    }
    return counted;
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

} // namespace

Result<CallRecord> SqlCallStore::begin(CallRecord call, const NodeId &node)
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
                         call.outcome, toSqlTime(call.startedAt), toSqlTime(call.endedAt), *body, node.text()});
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
        const auto counted = told ? m_tally.began(call.clinicId, countedAs(call)) : told.error();
        return counted ? Result<CallRecord>(call) : counted.error();
    });
}

Result<void> SqlCallStore::setPhase(const ClinicId &clinic, const CallId &call, CallPhase phase, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<void> {
        const auto stands = standing(clinic, call);
        if (!stands) {
            return stands.error();
        }
        if (stands->counted.endedAt) {
            return Error{ErrorCode::Conflict, QStringLiteral("The call has ended already.")};
        }
        if (stands->phase == callPhaseName(phase)) {
            return {};
        }
        const ClinicEvent event{clinic, 0, QStringLiteral("call.changed"), call.text(), now};
        return announced(m_connection, m_events, event, [&]() -> Result<void> {
            const auto changed = m_connection.execute(SetPhase, {callPhaseName(phase), clinic.text(), call.text()});
            return changed ? Result<void>() : changed.error();
        });
    });
}

Result<bool> SqlCallStore::finish(const ClinicId &clinic, const CallId &call, const QString &outcome,
                                  const QDateTime &endedAt, CallPhase phase)
{
    if (!endedAt.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A call ends at a time.")};
    }
    return m_connection.transaction([&]() -> Result<bool> {
        const auto stands = standing(clinic, call);
        if (!stands) {
            return stands.error();
        }
        const bool wasGivenUp = stands->phase == callPhaseName(CallPhase::Abandoned) && phase != CallPhase::Abandoned;
        if (stands->counted.endedAt && !wasGivenUp) {
            return false;
        }
        const ClinicEvent event{clinic, 0, QStringLiteral("call.ended"), call.text(), endedAt};
        return announced(m_connection, m_events, event, [&]() -> Result<bool> {
            const auto changed = m_connection.execute(
                FinishCall, {callPhaseName(phase), outcome, toSqlTime(endedAt), clinic.text(), call.text()});
            if (!changed || *changed == 0) {
                return changed ? Result<bool>(false) : changed.error();
            }
            const CallTally::Counted after{stands->counted.startedAt, microseconds(endedAt), outcome};
            const auto counted = m_tally.changed(clinic, stands->counted, after);
            return counted ? Result<bool>(true) : counted.error();
        });
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

Result<std::vector<CallRecord>> SqlCallStore::unfinished(const NodeId &node)
{
    return readAll<CallRecord>(m_connection.query(UnfinishedCalls, {node.text()}), callReader());
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
    return m_connection.joined([&]() -> Result<void> {
        const auto known = this->turn(clinic, turn.callId, turn.number);
        if (!known && known.error().code != ErrorCode::NotFound) {
            return known.error();
        }
        if (known && isSameTurn(*known, turn)) {
            return {};
        }
        const auto body = packTurn(m_bodies, clinic, turn);
        if (!body) {
            return body.error();
        }
        const ClinicEvent event{clinic, 0, QStringLiteral("call.turn"),
                                QStringLiteral("%1:%2").arg(turn.callId.text()).arg(turn.number), turn.at};
        return announced(m_connection, m_events, event, [&]() -> Result<void> {
            const auto done = m_connection.execute(SaveTurn, {clinic.text(), turn.callId.text(), qint64{turn.number},
                                                              speakerName(turn.speaker), turn.confidence,
                                                              turn.audioQuality, qint64{turn.start.count()},
                                                              qint64{turn.end.count()}, toSqlTime(turn.at), *body});
            return done ? Result<void>() : done.error();
        });
    });
}

Result<TurnRecord> SqlCallStore::turn(const ClinicId &clinic, const CallId &call, int number)
{
    return readOne<TurnRecord>(m_connection.query(FindTurn, {clinic.text(), call.text(), qint64{number}}), "turn",
                               [&](const SqlRow &row) { return readTurn(m_bodies, clinic, row); });
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

Result<SqlCallStore::Standing> SqlCallStore::standing(const ClinicId &clinic, const CallId &call)
{
    return readOne<Standing>(m_connection.query(WhereCallStands, {clinic.text(), call.text()}), "call",
                             [](const SqlRow &row) {
                                 Standing standing{row.text(0), {row.integer(1), {}, row.text(3)}};
                                 if (!row.isNull(2)) {
                                     standing.counted.endedAt = row.integer(2);
                                 }
                                 return Result<Standing>(std::move(standing));
                             });
}

} // namespace Frontdesk::Storage
