#include "service/storage/internal/migration.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <functional>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

constexpr qint64 Calls = 1'000'000;
constexpr int Repeats = 5;
constexpr qint64 YearMicroseconds = qint64{365} * 86'400 * 1'000'000;

/// A year of one clinic, spread evenly: each call with a task, every fifth handed over, nine of ten tasks done.
const char Fill[] = R"sql(
INSERT INTO calls (clinic_id, call_id, network_call_id, phase, outcome, started_at, ended_at, body)
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < %2)
SELECT '%1', 'c' || n, 'CA' || n, 'finished', CASE WHEN n % 5 = 0 THEN 'escalated' ELSE 'completed' END,
       %3 + n * (%4 / %2), %3 + n * (%4 / %2) + 60000000 + (n % 180) * 1000000, %5 FROM numbers;
INSERT INTO tasks (clinic_id, task_id, call_id, submit_key, number, type, queue, priority, status, created_at, updated_at,
                   completed_at, body)
SELECT clinic_id, 't' || call_id, call_id, '1', call_id, 'other', 'staff', 'normal', 'completed', ended_at, ended_at,
       CASE WHEN length(call_id) < 7 THEN NULL ELSE ended_at + (ended_at - started_at) * 37 % 7200000000 END, %5
FROM calls;
INSERT INTO escalations (clinic_id, escalation_id, call_id, reason, score, thresholds_version, turn, decided_at, body)
SELECT clinic_id, 'e' || call_id, call_id, CASE WHEN length(call_id) % 2 = 0 THEN 'human_request' ELSE 'medication' END, 1, '1', 1,
       ended_at, %5
FROM calls WHERE outcome = 'escalated';
)sql";

void must(const Result<void> &done)
{
    if (!done) {
        qFatal("%s", qPrintable(done.error().message));
    }
}

void fill(StoreFixture &fixture, const ClinicProfile &clinic, const QDateTime &from, bool postgres)
{
    const auto connection = fixture.database().connect();
    const QString empty = postgres ? QStringLiteral("''::bytea") : QStringLiteral("x''");
    const QString text = QString::fromLatin1(Fill)
                             .arg(clinic.id.text())
                             .arg(Calls)
                             .arg(from.toMSecsSinceEpoch() * 1000)
                             .arg(YearMicroseconds)
                             .arg(empty);
    for (const QString &statement : text.split(QLatin1Char(';'))) {
        if (!statement.trimmed().isEmpty()) {
            must(connection->command(statement));
        }
    }
    // The layout step that brought the tally counted what was there; here it is counted after the fact.
    for (const Migration &step : shippedMigrations()) {
        if (step.name == QLatin1String("call_quarters") || step.name == QLatin1String("tallies")) {
            const QString backfill =
                step.sql.section(QLatin1String("INSERT INTO"), 1, 1).section(QLatin1Char(';'), 0, 0);
            must(connection->command(QStringLiteral("INSERT INTO") + backfill));
        }
    }
    must(connection->command(postgres ? QStringLiteral("VACUUM ANALYZE") : QStringLiteral("ANALYZE")));
}

void measure(const char *what, const std::function<bool()> &work)
{
    qint64 slowest = 0;
    qint64 total = 0;
    for (int i = 0; i < Repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!work()) {
            qFatal("%s failed", what);
        }
        slowest = std::max(slowest, timer.elapsed());
        total += timer.elapsed();
    }
    std::printf("  %-28s mean %5lld ms, slowest %5lld ms\n", what, total / Repeats, slowest);
    std::fflush(stdout);
}

void bench(const QString &backend)
{
    StoreFixture fixture(backend);
    const ClinicProfile clinic = fixture.givenClinic();
    const QDateTime from(QDate(2025, 11, 22), QTime(5, 0), Qt::UTC);
    QElapsedTimer timer;
    timer.start();
    fill(fixture, clinic, from, backend == QLatin1String("postgres"));
    std::printf("%s: %lld calls, tasks and escalations in %lld s\n", qPrintable(backend), Calls,
                timer.elapsed() / 1000);
    AnalyticsStore &analytics = fixture.store().analytics();
    const Period year{from, from.addDays(365)};
    const QTimeZone zone("America/New_York");
    measure("number of calls", [&] { return analytics.calls(clinic.id, year).valueOr(0) == Calls; });
    measure("calls by hour", [&] { return !analytics.callsByHour(clinic.id, year, zone).valueOr({}).empty(); });
    measure("escalations by reason", [&] { return analytics.escalationsByReason(clinic.id, year)->size() == 2; });
    measure("calls by duration", [&] { return analytics.callsByDuration(clinic.id, year)->size() == 7; });
    measure("tasks and their median", [&] { return analytics.tasks(clinic.id, year)->medianTime.has_value(); });
    measure("all of it", [&] {
        return analytics.calls(clinic.id, year).ok() && analytics.callsByHour(clinic.id, year, zone).ok() &&
               analytics.escalationsByReason(clinic.id, year).ok() && analytics.callsByDuration(clinic.id, year).ok() &&
               analytics.tasks(clinic.id, year).ok();
    });
}

} // namespace

/// How long the figures of a clinic with a million calls in a year take, on both stores.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    for (const QString &backend : {QStringLiteral("sqlite"), QStringLiteral("postgres")}) {
        bench(backend);
    }
    return 0;
}
