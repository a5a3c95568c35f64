#include "service/storage/sql/sqlescalationstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/internal/body.h"
#include "service/storage/sql/rows.h"
#include "shared/model/escalationjson.h"

namespace Frontdesk::Storage {

namespace {

const QString InsertEscalation = QStringLiteral(R"sql(
    INSERT INTO escalations (clinic_id, escalation_id, call_id, reason, score, thresholds_version, turn, decided_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (clinic_id, escalation_id) DO NOTHING)sql");

const QString EscalationsOfCall = QStringLiteral(R"sql(
    SELECT clinic_id, escalation_id, call_id, reason, score, thresholds_version, turn, decided_at, body
    FROM escalations WHERE clinic_id = $1 AND call_id = $2 ORDER BY decided_at, escalation_id)sql");

Result<EscalationRecord> readEscalation(const SqlRow &row)
{
    const auto reason = escalationReasonFromName(row.text(3));
    const auto body = unpackBody(row.bytes(8));
    if (!reason || !body) {
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
    const ClinicEvent event{escalation.clinicId, 0, QStringLiteral("escalation.raised"), escalation.id.text(),
                            escalation.decidedAt};
    return announced(m_connection, m_events, event, [&]() -> Result<EscalationRecord> {
        const auto done = m_connection.execute(
            InsertEscalation, {escalation.clinicId.text(), escalation.id.text(), escalation.callId.text(),
                               escalationReasonName(escalation.reason), escalation.score, escalation.thresholdsVersion,
                               qint64{escalation.turn}, toSqlTime(escalation.decidedAt),
                               packBody({{QStringLiteral("evidence"), evidenceToJson(escalation.evidence)}})});
        return done ? Result<EscalationRecord>(escalation) : done.error();
    });
}

Result<std::vector<EscalationRecord>> SqlEscalationStore::forCall(const ClinicId &clinic, const CallId &call)
{
    return readAll<EscalationRecord>(m_connection.query(EscalationsOfCall, {clinic.text(), call.text()}),
                                     readEscalation);
}

} // namespace Frontdesk::Storage
