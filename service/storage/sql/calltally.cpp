#include "service/storage/sql/calltally.h"

#include <array>

namespace Frontdesk::Storage {

namespace {

const QString Add = QStringLiteral(R"sql(
    INSERT INTO call_quarters (clinic_id, quarter, calls, ended, escalated, ended_length, handled_length)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (clinic_id, quarter) DO UPDATE SET
        calls = call_quarters.calls + excluded.calls, ended = call_quarters.ended + excluded.ended,
        escalated = call_quarters.escalated + excluded.escalated,
        ended_length = call_quarters.ended_length + excluded.ended_length,
        handled_length = call_quarters.handled_length + excluded.handled_length)sql");

/// Ended, escalated, length of the ended, length of those that ended without people.
using Sums = std::array<qint64, 4>;

Sums sumsOf(const CallTally::Counted &call)
{
    if (!call.endedAt) {
        return {0, 0, 0, 0};
    }
    const bool withPeople = call.outcome == QLatin1String("escalated") ||
                            call.outcome == QLatin1String("emergency_escalated") ||
                            call.outcome == QLatin1String("failover") || call.outcome == QLatin1String("unanswered");
    const qint64 length = *call.endedAt - call.startedAt;
    return {1, withPeople ? 1 : 0, length, withPeople ? 0 : length};
}

Result<void> add(SqlConnection &connection, const ClinicId &clinic, qint64 startedAt, qint64 calls, const Sums &sums)
{
    const auto added = connection.execute(
        Add, {clinic.text(), startedAt / CallTally::Quarter, calls, sums[0], sums[1], sums[2], sums[3]});
    return added ? Result<void>() : added.error();
}

} // namespace

Result<void> CallTally::began(const ClinicId &clinic, const Counted &call)
{
    return add(m_connection, clinic, call.startedAt, 1, sumsOf(call));
}

Result<void> CallTally::changed(const ClinicId &clinic, const Counted &before, const Counted &after)
{
    Sums sums = sumsOf(after);
    const Sums old = sumsOf(before);
    for (size_t i = 0; i < sums.size(); ++i) {
        sums.at(i) -= old.at(i);
    }
    return add(m_connection, clinic, after.startedAt, 0, sums);
}

} // namespace Frontdesk::Storage
