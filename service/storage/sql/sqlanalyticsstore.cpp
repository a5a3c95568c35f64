#include "service/storage/sql/sqlanalyticsstore.h"

#include "service/storage/sql/calltally.h"
#include "service/storage/sql/rows.h"
#include "service/storage/sql/tasktally.h"

#include <array>
#include <map>

namespace Frontdesk::Storage {

namespace {

const QString CountCalls =
    QStringLiteral("SELECT COUNT(*) FROM calls WHERE clinic_id = $1 AND started_at >= $2 AND started_at < $3");

// The same two from the tally, for periods that begin and end with a quarter of an hour.
const QString CountQuarters = QStringLiteral(R"sql(
    SELECT CAST(COALESCE(SUM(calls), 0) AS bigint) FROM call_quarters
    WHERE clinic_id = $1 AND quarter >= $2 AND quarter < $3)sql");
const QString QuartersByHour = QStringLiteral(R"sql(
    SELECT (quarter * 900000000 + $1) / 3600000000, CAST(SUM(calls) AS bigint), CAST(SUM(ended) AS bigint),
           CAST(SUM(escalated) AS bigint), CAST(SUM(ended_length) AS bigint), CAST(SUM(handled_length) AS bigint)
    FROM call_quarters WHERE clinic_id = $2 AND quarter >= $3 AND quarter < $4 AND calls > 0 GROUP BY 1 ORDER BY 1)sql");

// $1 turns UTC into the clinic's own clock; whole hours of it are counted from 1970. Answered from an index alone.
const QString CallsByHour = QStringLiteral(R"sql(
    SELECT (started_at + $1) / 3600000000, COUNT(*), COUNT(ended_at),
           COUNT(CASE WHEN outcome IN ('escalated', 'emergency_escalated', 'failover', 'unanswered') THEN 1 END),
           CAST(SUM(COALESCE(ended_at - started_at, 0)) AS bigint),
           CAST(SUM(CASE WHEN outcome IN ('escalated', 'emergency_escalated', 'failover', 'unanswered') THEN 0
                         ELSE COALESCE(ended_at - started_at, 0) END) AS bigint)
    FROM calls WHERE clinic_id = $2 AND started_at >= $3 AND started_at < $4 GROUP BY 1 ORDER BY 1)sql");

// The classes of Durations, from an index alone.
const QString ByDuration = QStringLiteral(R"sql(
    SELECT CASE WHEN ended_at - started_at < 30000000 THEN 0 WHEN ended_at - started_at < 60000000 THEN 1
                WHEN ended_at - started_at < 120000000 THEN 2 WHEN ended_at - started_at < 180000000 THEN 3
                WHEN ended_at - started_at < 300000000 THEN 4 WHEN ended_at - started_at < 600000000 THEN 5 ELSE 6 END,
           COUNT(*)
    FROM calls WHERE clinic_id = $1 AND started_at >= $2 AND started_at < $3 AND ended_at IS NOT NULL
    GROUP BY 1)sql");

/// Where each class of length begins, in seconds; it ends where the next one begins.
constexpr std::array<qint64, 7> Durations{0, 30, 60, 120, 180, 300, 600};

const QString ByReason = QStringLiteral(R"sql(
    SELECT reason, COUNT(*) FROM escalations WHERE clinic_id = $1 AND decided_at >= $2 AND decided_at < $3
    GROUP BY reason ORDER BY 2 DESC, 1)sql");

// Tasks by the time they took: of whole days from the tally, of what is left of them from the tasks.
const QString TasksOfDays = QStringLiteral(R"sql(
    SELECT bucket, CAST(SUM(tasks) AS bigint), CAST(SUM(taken) AS bigint) FROM task_days
    WHERE clinic_id = $1 AND day >= $2 AND day < $3 GROUP BY bucket)sql");
const QString TasksOfPeriod = QStringLiteral("SELECT ") + TaskTally::bucket() + QStringLiteral(R"sql(,
           COUNT(*), CAST(SUM(COALESCE(completed_at - created_at, 0)) AS bigint)
    FROM tasks WHERE clinic_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY 1)sql");

constexpr qint64 HoursPerDay = 24;
constexpr qint64 MicrosecondsPerMillisecond = 1000;

/// Stretches of the period in which the zone's clock keeps its distance from UTC.
struct Stretch {
    Period period;
    qint64 offsetMicroseconds = 0;
};

std::vector<Stretch> stretchesOf(const Period &period, const QTimeZone &zone)
{
    constexpr qint64 MicrosecondsPerSecond = 1'000'000;
    std::vector<Stretch> stretches;
    QDateTime from = period.from;
    for (const QTimeZone::OffsetData &change : zone.transitions(period.from.addMSecs(1), period.to)) {
        const QDateTime at = change.atUtc.toUTC();
        stretches.push_back({{from, at}, zone.offsetFromUtc(from) * MicrosecondsPerSecond});
        from = at;
    }
    stretches.push_back({{from, period.to}, zone.offsetFromUtc(from) * MicrosecondsPerSecond});
    return stretches;
}

bool isInQuarters(const Period &period)
{
    constexpr qint64 Milliseconds = CallTally::Quarter / MicrosecondsPerMillisecond;
    return period.from.toMSecsSinceEpoch() % Milliseconds == 0 && period.to.toMSecsSinceEpoch() % Milliseconds == 0;
}

qint64 quarterOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() * MicrosecondsPerMillisecond / CallTally::Quarter;
}

Result<HourOfCalls> readHour(const SqlRow &row)
{
    const qint64 hour = row.integer(0);
    return HourOfCalls{.date = QDate(1970, 1, 1).addDays(hour / HoursPerDay),
                       .hour = static_cast<int>(hour % HoursPerDay),
                       .calls = row.integer(1),
                       .ended = row.integer(2),
                       .escalated = row.integer(3),
                       .milliseconds = row.integer(4) / MicrosecondsPerMillisecond,
                       .handledMilliseconds = row.integer(5) / MicrosecondsPerMillisecond};
}

void add(HourOfCalls &to, const HourOfCalls &more)
{
    to.calls += more.calls;
    to.ended += more.ended;
    to.escalated += more.escalated;
    to.milliseconds += more.milliseconds;
    to.handledMilliseconds += more.handledMilliseconds;
}

} // namespace

Result<qint64> SqlAnalyticsStore::calls(const ClinicId &clinic, const Period &period)
{
    const auto counted =
        isInQuarters(period)
            ? m_connection.query(CountQuarters, {clinic.text(), quarterOf(period.from), quarterOf(period.to)})
            : m_connection.query(CountCalls, {clinic.text(), toSqlTime(period.from), toSqlTime(period.to)});
    return readOne<qint64>(counted, "count", [](const SqlRow &row) { return Result<qint64>(row.integer(0)); });
}

Result<std::vector<HourOfCalls>> SqlAnalyticsStore::callsByHour(const ClinicId &clinic, const Period &period,
                                                                const QTimeZone &zone)
{
    std::map<std::pair<QDate, int>, HourOfCalls> hours;
    for (const Stretch &stretch : stretchesOf(period, zone)) {
        const Period &within = stretch.period;
        const bool fromTally = isInQuarters(within) && stretch.offsetMicroseconds % CallTally::Quarter == 0;
        const auto rows = fromTally ? m_connection.query(QuartersByHour, {stretch.offsetMicroseconds, clinic.text(),
                                                                          quarterOf(within.from), quarterOf(within.to)})
                                    : m_connection.query(CallsByHour, {stretch.offsetMicroseconds, clinic.text(),
                                                                       toSqlTime(within.from), toSqlTime(within.to)});
        const auto part = readAll<HourOfCalls>(rows, readHour);
        if (!part) {
            return part.error();
        }
        for (const HourOfCalls &hour : *part) {
            if (const auto [known, isNew] = hours.try_emplace({hour.date, hour.hour}, hour); !isNew) {
                add(known->second, hour);
            }
        }
    }
    std::vector<HourOfCalls> all;
    for (const auto &[place, hour] : hours) {
        all.push_back(hour);
    }
    return all;
}

Result<std::vector<DurationCount>> SqlAnalyticsStore::callsByDuration(const ClinicId &clinic, const Period &period)
{
    const auto rows = m_connection.query(ByDuration, {clinic.text(), toSqlTime(period.from), toSqlTime(period.to)});
    if (!rows) {
        return rows.error();
    }
    std::vector<DurationCount> counts;
    for (const qint64 begin : Durations) {
        if (!counts.empty()) {
            counts.back().to = std::chrono::seconds(begin);
        }
        counts.push_back({.from = std::chrono::seconds(begin)});
    }
    for (const SqlRow &row : *rows) {
        counts.at(static_cast<size_t>(row.integer(0))).calls = row.integer(1);
    }
    return counts;
}

Result<std::vector<ReasonCount>> SqlAnalyticsStore::escalationsByReason(const ClinicId &clinic, const Period &period)
{
    return readAll<ReasonCount>(
        m_connection.query(ByReason, {clinic.text(), toSqlTime(period.from), toSqlTime(period.to)}),
        [](const SqlRow &row) -> Result<ReasonCount> {
            const auto reason = escalationReasonFromName(row.text(0));
            return reason ? Result<ReasonCount>(ReasonCount{*reason, row.integer(1)}) : unreadable("escalation");
        });
}

Result<void> SqlAnalyticsStore::addTo(Buckets &into, const Result<std::vector<SqlRow>> &rows)
{
    if (!rows) {
        return rows.error();
    }
    for (const SqlRow &row : *rows) {
        Counted &counted = into[row.integer(0)];
        counted.tasks += row.integer(1);
        counted.taken += row.integer(2);
    }
    return {};
}

Result<void> SqlAnalyticsStore::countTasks(const ClinicId &clinic, const Period &period, Buckets &into)
{
    constexpr qint64 Day = TaskTally::Day / MicrosecondsPerMillisecond;
    const auto rowsOf = [&](qint64 from, qint64 to) {
        return from < to
                   ? addTo(into, m_connection.query(TasksOfPeriod, {clinic.text(), from * MicrosecondsPerMillisecond,
                                                                    to * MicrosecondsPerMillisecond}))
                   : Result<void>();
    };
    const qint64 from = period.from.toMSecsSinceEpoch();
    const qint64 to = period.to.toMSecsSinceEpoch();
    const qint64 firstDay = (from + Day - 1) / Day;
    const qint64 endDay = to / Day;
    if (firstDay >= endDay) {
        return rowsOf(from, to);
    }
    const auto before = rowsOf(from, firstDay * Day);
    const auto within =
        before ? addTo(into, m_connection.query(TasksOfDays, {clinic.text(), firstDay, endDay})) : before;
    return within ? rowsOf(endDay * Day, to) : within;
}

Result<TaskFigures> SqlAnalyticsStore::tasks(const ClinicId &clinic, const Period &period)
{
    Buckets buckets;
    if (const auto counted = countTasks(clinic, period, buckets); !counted) {
        return counted.error();
    }
    TaskFigures figures;
    for (const auto &[bucket, counted] : buckets) {
        figures.created += counted.tasks;
        figures.completed += bucket < 0 ? 0 : counted.tasks;
    }
    // The one in the middle is as long as those beside it in its bucket are on average.
    qint64 shorter = 0;
    for (const auto &[bucket, counted] : buckets) {
        shorter += bucket < 0 ? 0 : counted.tasks;
        if (bucket >= 0 && 2 * shorter >= figures.completed && counted.tasks > 0) {
            figures.medianTime = Milliseconds(counted.taken / counted.tasks / MicrosecondsPerMillisecond);
            break;
        }
    }
    return figures;
}

} // namespace Frontdesk::Storage
