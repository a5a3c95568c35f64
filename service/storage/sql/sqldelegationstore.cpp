#include "service/storage/sql/sqldelegationstore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString FindDelegation = QStringLiteral(R"sql(
    SELECT doctor_id, delegate_id, from_at, until_at FROM delegations WHERE clinic_id = $1 AND doctor_id = $2)sql");
const QString PutDelegation = QStringLiteral(R"sql(
    INSERT INTO delegations (clinic_id, doctor_id, delegate_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (clinic_id, doctor_id) DO UPDATE SET
        delegate_id = excluded.delegate_id, from_at = excluded.from_at, until_at = excluded.until_at)sql");
const QString RemoveDelegation = QStringLiteral("DELETE FROM delegations WHERE clinic_id = $1 AND doctor_id = $2");

Result<void> withoutCount(const Result<qint64> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<std::optional<Delegation>> SqlDelegationStore::of(const ClinicId &clinic, const UserId &doctor)
{
    const auto rows = m_connection.query(FindDelegation, {clinic.text(), doctor.text()});
    if (!rows) {
        return rows.error();
    }
    if (rows->empty()) {
        return std::optional<Delegation>();
    }
    const SqlRow &row = rows->front();
    return std::optional(Delegation{UserId(row.text(0)), UserId(row.text(1)), row.time(2), row.time(3)});
}

Result<void> SqlDelegationStore::put(const ClinicId &clinic, const Delegation &delegation)
{
    return withoutCount(
        m_connection.execute(PutDelegation, {clinic.text(), delegation.doctor.text(), delegation.delegate.text(),
                                             toSqlTime(delegation.from), toSqlTime(delegation.until)}));
}

Result<void> SqlDelegationStore::remove(const ClinicId &clinic, const UserId &doctor)
{
    return withoutCount(m_connection.execute(RemoveDelegation, {clinic.text(), doctor.text()}));
}

} // namespace Frontdesk::Storage
