#include "service/storage/sql/sqleventstore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString NextSequence = QStringLiteral(R"sql(
    INSERT INTO event_counters (clinic_id, last) VALUES ($1, 1)
    ON CONFLICT (clinic_id) DO UPDATE SET last = event_counters.last + 1
    RETURNING last)sql");

const QString AppendEvent =
    QStringLiteral("INSERT INTO events (clinic_id, sequence, kind, subject, at) VALUES ($1, $2, $3, $4, $5)");

const QString EventsAfter = QStringLiteral(R"sql(
    SELECT clinic_id, sequence, kind, subject, at FROM events
    WHERE clinic_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3)sql");

const QString LastSequence = QStringLiteral("SELECT last FROM event_counters WHERE clinic_id = $1");

const QString OldestSequence = QStringLiteral("SELECT min(sequence) FROM events WHERE clinic_id = $1");

const QString ForgetEvents = QStringLiteral("DELETE FROM events WHERE clinic_id = $1 AND at < $2");

Result<ClinicEvent> readEvent(const SqlRow &row)
{
    return ClinicEvent{ClinicId(row.text(0)), row.integer(1), row.text(2), row.text(3), row.time(4)};
}

} // namespace

Result<qint64> SqlEventStore::append(const ClinicId &clinic, const QString &kind, const QString &subject,
                                     const QDateTime &at)
{
    return m_connection.joined([&]() -> Result<qint64> {
        const auto next = m_connection.query(NextSequence, {clinic.text()});
        if (!next) {
            return next.error();
        }
        const qint64 sequence = next->front().integer(0);
        const auto kept = m_connection.execute(AppendEvent, {clinic.text(), sequence, kind, subject, toSqlTime(at)});
        if (!kept) {
            return kept.error();
        }
        const auto raised = m_connection.raise(QLatin1String(EventTopic), clinic.text());
        return raised ? Result<qint64>(sequence) : raised.error();
    });
}

Result<std::vector<ClinicEvent>> SqlEventStore::after(const ClinicId &clinic, qint64 sequence, int limit)
{
    return readAll<ClinicEvent>(m_connection.query(EventsAfter, {clinic.text(), sequence, pageSize(limit)}), readEvent);
}

Result<qint64> SqlEventStore::last(const ClinicId &clinic)
{
    const auto rows = m_connection.query(LastSequence, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? qint64{0} : rows->front().integer(0);
}

Result<qint64> SqlEventStore::oldest(const ClinicId &clinic)
{
    const auto rows = m_connection.query(OldestSequence, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    if (!rows->front().isNull(0)) {
        return rows->front().integer(0);
    }
    const auto newest = last(clinic);
    return newest ? Result<qint64>(*newest + 1) : newest;
}

Result<qint64> SqlEventStore::forget(const ClinicId &clinic, const QDateTime &before)
{
    return m_connection.execute(ForgetEvents, {clinic.text(), toSqlTime(before)});
}

} // namespace Frontdesk::Storage
