#include "service/storage/sql/sqlusagestore.h"

#include "service/storage/sql/calltally.h"
#include "service/storage/sql/rows.h"

#include <algorithm>

namespace Frontdesk::Storage {

namespace {

const QString WhenItBegan = QStringLiteral("SELECT started_at FROM calls WHERE clinic_id = $1 AND call_id = $2");
const QString OfConversation = QStringLiteral(
    "SELECT vendor, unit, amount FROM call_usage WHERE clinic_id = $1 AND call_id = $2 AND conversation = $3");
const QString SaveLine = QStringLiteral(R"sql(
    INSERT INTO call_usage (clinic_id, call_id, conversation, vendor, unit, amount) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (clinic_id, call_id, conversation, vendor, unit) DO UPDATE SET amount = excluded.amount)sql");
const QString Count = QStringLiteral(R"sql(
    INSERT INTO usage_quarters (clinic_id, quarter, vendor, unit, amount) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (clinic_id, quarter, vendor, unit) DO UPDATE SET amount = usage_quarters.amount + excluded.amount)sql");
const QString OfCall = QStringLiteral(R"sql(
    SELECT vendor, unit, CAST(SUM(amount) AS bigint) FROM call_usage WHERE clinic_id = $1 AND call_id = $2
    GROUP BY vendor, unit)sql");
const QString ByDay = QStringLiteral(R"sql(
    SELECT vendor, unit, CAST(SUM(amount) AS bigint), quarter / 96 FROM usage_quarters
    WHERE clinic_id = $1 AND quarter >= $2 AND quarter < $3 GROUP BY 4, 1, 2 ORDER BY 4, 1, 2)sql");
const QString SaveTimes = QStringLiteral(R"sql(
    INSERT INTO turn_times (clinic_id, call_id, number, endpoint_wait_ms, recognizer_ms, model_first_token_ms,
                            voice_first_byte_ms, own_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (clinic_id, call_id, number) DO UPDATE SET
        endpoint_wait_ms = excluded.endpoint_wait_ms, recognizer_ms = excluded.recognizer_ms,
        model_first_token_ms = excluded.model_first_token_ms, voice_first_byte_ms = excluded.voice_first_byte_ms,
        own_ms = excluded.own_ms)sql");
const QString TimesOf = QStringLiteral(R"sql(
    SELECT number, endpoint_wait_ms, recognizer_ms, model_first_token_ms, voice_first_byte_ms, own_ms FROM turn_times
    WHERE clinic_id = $1 AND call_id = $2)sql");

constexpr qint64 MicrosecondsPerMillisecond = 1000;

Result<UsageLine> readLine(const SqlRow &row)
{
    const auto unit = usageUnitFromName(row.text(1));
    return unit ? Result<UsageLine>(UsageLine{row.text(0), *unit, row.integer(2)}) : unreadable("figure of usage");
}

SqlValue millisecondsOrNull(const std::optional<Milliseconds> &time)
{
    return time ? SqlValue(qint64{time->count()}) : SqlValue();
}

std::optional<Milliseconds> readMilliseconds(const SqlRow &row, size_t column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Milliseconds(row.integer(column)));
}

Result<void> done(const Result<qint64> &changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<void> SqlUsageStore::save(const ClinicId &clinic, const CallId &call, int conversation, const CallUsage &usage)
{
    return m_connection.transaction([&]() -> Result<void> {
        const auto began = readOne<qint64>(m_connection.query(WhenItBegan, {clinic.text(), call.text()}), "call",
                                           [](const SqlRow &row) { return Result<qint64>(row.integer(0)); });
        const auto known = readAll<UsageLine>(
            m_connection.query(OfConversation, {clinic.text(), call.text(), qint64{conversation}}), readLine);
        if (!began || !known) {
            return began ? known.error() : began.error();
        }
        CallUsage sorted = usage; // Calls that end together touch the tally's rows in the same order.
        std::sort(sorted.begin(), sorted.end());
        for (const UsageLine &line : sorted) {
            const auto before = std::find_if(known->begin(), known->end(), [&](const UsageLine &candidate) {
                return candidate.vendor == line.vendor && candidate.unit == line.unit;
            });
            const qint64 more = line.amount - (before == known->end() ? 0 : before->amount);
            const auto saved =
                done(m_connection.execute(SaveLine, {clinic.text(), call.text(), qint64{conversation}, line.vendor,
                                                     usageUnitName(line.unit), line.amount}));
            const auto counted =
                saved ? count(clinic, *began / CallTally::Quarter, {line.vendor, line.unit, more}) : saved;
            if (!counted) {
                return counted;
            }
        }
        return {};
    });
}

Result<void> SqlUsageStore::count(const ClinicId &clinic, qint64 quarter, const UsageLine &more)
{
    return more.amount == 0 ? Result<void>()
                            : done(m_connection.execute(
                                  Count, {clinic.text(), quarter, more.vendor, usageUnitName(more.unit), more.amount}));
}

Result<CallUsage> SqlUsageStore::ofCall(const ClinicId &clinic, const CallId &call)
{
    auto usage = readAll<UsageLine>(m_connection.query(OfCall, {clinic.text(), call.text()}), readLine);
    if (usage) {
        std::sort(usage->begin(), usage->end());
    }
    return usage;
}

Result<std::vector<DayOfUsage>> SqlUsageStore::byDay(const ClinicId &clinic, const Period &period)
{
    const auto quarter = [](const QDateTime &time) {
        return time.toMSecsSinceEpoch() * MicrosecondsPerMillisecond / CallTally::Quarter;
    };
    const QDateTime lastMoment = period.to.addMSecs(-1);
    return readAll<DayOfUsage>(
        m_connection.query(ByDay, {clinic.text(), quarter(period.from), quarter(lastMoment) + 1}),
        [](const SqlRow &row) -> Result<DayOfUsage> {
            auto used = readLine(row);
            return used ? Result<DayOfUsage>(DayOfUsage{QDate(1970, 1, 1).addDays(row.integer(3)), *used})
                        : used.error();
        });
}

Result<void> SqlUsageStore::saveTimes(const ClinicId &clinic, const CallId &call, int turn, const TurnTimes &times)
{
    return done(
        m_connection.execute(SaveTimes, {clinic.text(), call.text(), qint64{turn}, qint64{times.endpointWait.count()},
                                         qint64{times.recognizer.count()}, millisecondsOrNull(times.modelFirstToken),
                                         millisecondsOrNull(times.voiceFirstByte), qint64{times.own.count()}}));
}

Result<std::map<int, TurnTimes>> SqlUsageStore::timesOf(const ClinicId &clinic, const CallId &call)
{
    const auto rows = m_connection.query(TimesOf, {clinic.text(), call.text()});
    if (!rows) {
        return rows.error();
    }
    std::map<int, TurnTimes> times;
    for (const SqlRow &row : *rows) {
        times[static_cast<int>(row.integer(0))] = {Milliseconds(row.integer(1)), Milliseconds(row.integer(2)),
                                                   readMilliseconds(row, 3), readMilliseconds(row, 4),
                                                   Milliseconds(row.integer(5))};
    }
    return times;
}

} // namespace Frontdesk::Storage
