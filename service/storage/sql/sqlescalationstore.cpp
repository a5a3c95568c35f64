#include "service/storage/sql/sqlescalationstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"
#include "shared/model/escalationjson.h"

#include <limits>

namespace Frontdesk::Storage {

namespace {

const QString InsertEscalation = QStringLiteral(R"sql(
    INSERT INTO escalations (clinic_id, escalation_id, call_id, reason, score, thresholds_version, turn, decided_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (clinic_id, escalation_id) DO NOTHING)sql");

const QString SelectEscalation = QStringLiteral(R"sql(
    SELECT clinic_id, escalation_id, call_id, reason, score, thresholds_version, turn, decided_at, body,
           acknowledged_by, acknowledged_at
    FROM escalations )sql");
const QString EscalationsOfCall =
    SelectEscalation + QStringLiteral("WHERE clinic_id = $1 AND call_id = $2 ORDER BY decided_at, escalation_id");
const QString FindEscalation = SelectEscalation + QStringLiteral("WHERE clinic_id = $1 AND escalation_id = $2");
const QString ListEscalations = SelectEscalation + QStringLiteral(R"sql(
    WHERE clinic_id = $1 AND (decided_at, escalation_id) < ($2, $3)
      AND ($4 < 0 OR ($4 = 1 AND acknowledged_by IS NULL) OR ($4 = 0 AND acknowledged_by IS NOT NULL))
    ORDER BY decided_at DESC, escalation_id DESC LIMIT $5)sql");
const QString Acknowledge = QStringLiteral(R"sql(
    UPDATE escalations SET acknowledged_by = $1, acknowledged_at = $2
    WHERE clinic_id = $3 AND escalation_id = $4 AND acknowledged_by IS NULL)sql");

BodyPlace placeOf(const ClinicId &clinic, const QString &escalation)
{
    return {QLatin1String("escalations"), clinic, escalation};
}

Result<EscalationRecord> readEscalation(SealedBodies &bodies, const SqlRow &row)
{
    const auto body = bodies.unpack(placeOf(ClinicId(row.text(0)), row.text(1)), row.bytes(8));
    if (!body) {
        return body.error();
    }
    const auto reason = escalationReasonFromName(row.text(3));
    if (!reason) {
        return unreadable("escalation");
    }
    auto evidence = evidenceFromJson(body->value(QLatin1String("evidence")).toArray());
    if (!evidence) {
        return unreadable("escalation");
    }
    EscalationRecord escalation;
    escalation.clinicId = ClinicId(row.text(0));
    escalation.id = EscalationId(row.text(1));
    escalation.callId = CallId(row.text(2));
    escalation.reason = *reason;
    escalation.score = row.real(4);
    escalation.thresholdsVersion = row.text(5);
    escalation.turn = static_cast<int>(row.integer(6));
    escalation.decidedAt = row.time(7);
    escalation.evidence = std::move(evidence).value();
    escalation.acknowledgedBy = UserId(row.text(9));
    escalation.acknowledgedAt = row.time(10);
    return escalation;
}

} // namespace

Result<EscalationRecord> SqlEscalationStore::record(EscalationRecord escalation)
{
    if (!escalation.decidedAt.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("An escalation is decided at a time.")};
    }
    if (escalation.id.isEmpty()) {
        escalation.id = EscalationId::create();
    }
    const auto body = m_bodies.pack(placeOf(escalation.clinicId, escalation.id.text()),
                                    {{QStringLiteral("evidence"), evidenceToJson(escalation.evidence)}});
    if (!body) {
        return body.error();
    }
    return m_connection.transaction([&]() -> Result<EscalationRecord> {
        if (const auto known = find(escalation.clinicId, escalation.id);
            known || known.error().code != ErrorCode::NotFound) {
            return known;
        }
        const ClinicEvent event{escalation.clinicId, 0, QStringLiteral("escalation.raised"), escalation.id.text(),
                                escalation.decidedAt};
        return announced(m_connection, m_events, event, [&]() -> Result<EscalationRecord> {
            const auto done = m_connection.execute(InsertEscalation,
                                                   {escalation.clinicId.text(), escalation.id.text(),
                                                    escalation.callId.text(), escalationReasonName(escalation.reason),
                                                    escalation.score, escalation.thresholdsVersion,
                                                    qint64{escalation.turn}, toSqlTime(escalation.decidedAt), *body});
            return done ? Result<EscalationRecord>(escalation) : done.error();
        });
    });
}

Result<EscalationRecord> SqlEscalationStore::find(const ClinicId &clinic, const EscalationId &id)
{
    return readOne<EscalationRecord>(m_connection.query(FindEscalation, {clinic.text(), id.text()}), "escalation",
                                     reader());
}

Result<std::vector<EscalationRecord>> SqlEscalationStore::list(const EscalationFilter &filter)
{
    const SqlValue before =
        filter.before ? toSqlTime(filter.before->decidedAt) : SqlValue(std::numeric_limits<qint64>::max());
    const QString beforeId = filter.before ? filter.before->id.text() : QString();
    const qint64 open = filter.isOpen ? (*filter.isOpen ? 1 : 0) : -1;
    return readAll<EscalationRecord>(
        m_connection.query(ListEscalations, {filter.clinic.text(), before, beforeId, open, pageSize(filter.limit)}),
        reader());
}

Result<EscalationRecord> SqlEscalationStore::acknowledge(const ClinicId &clinic, const EscalationId &id,
                                                         const UserId &by, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<EscalationRecord> {
        if (const auto known = find(clinic, id); !known || known->acknowledgedBy == by) {
            return known;
        }
        const ClinicEvent event{clinic, 0, QStringLiteral("escalation.acknowledged"), id.text(), now};
        return announced(m_connection, m_events, event, [&]() -> Result<EscalationRecord> {
            const auto taken = m_connection.execute(Acknowledge, {by.text(), toSqlTime(now), clinic.text(), id.text()});
            if (!taken) {
                return taken.error();
            }
            auto kept = find(clinic, id);
            if (kept && kept->acknowledgedBy != by) {
                return Error{ErrorCode::Conflict, QStringLiteral("Somebody else has taken this on.")};
            }
            return kept;
        });
    });
}

Result<std::vector<EscalationRecord>> SqlEscalationStore::forCall(const ClinicId &clinic, const CallId &call)
{
    return readAll<EscalationRecord>(m_connection.query(EscalationsOfCall, {clinic.text(), call.text()}), reader());
}

SqlEscalationStore::Reader SqlEscalationStore::reader()
{
    return [this](const SqlRow &row) { return readEscalation(m_bodies, row); };
}

} // namespace Frontdesk::Storage
