#include "service/api/internal/costs.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/taskdeeds.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

#include <array>
#include <map>

namespace Frontdesk::Api {

namespace {

using Storage::HourOfCalls;
using Storage::Period;

constexpr qint64 MostDays = 400;
constexpr size_t HoursPerDay = 24;

/// From the first moment of one local day to the last of another.
Period localDays(const QDate &from, const QDate &to, const QTimeZone &zone)
{
    return {from.startOfDay(zone).toUTC(), to.addDays(1).startOfDay(zone).toUTC()};
}

double share(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Sums over the hours, and what lists are made of.
struct Totals {
    HourOfCalls all;
    std::map<QDate, HourOfCalls> byDay;
    std::array<qint64, HoursPerDay> byHour{};
};

Totals sumUp(const std::vector<HourOfCalls> &hours)
{
    Totals totals;
    for (const HourOfCalls &hour : hours) {
        for (HourOfCalls *sum : {&totals.all, &totals.byDay[hour.date]}) {
            sum->calls += hour.calls;
            sum->ended += hour.ended;
            sum->escalated += hour.escalated;
            sum->milliseconds += hour.milliseconds;
            sum->handledMilliseconds += hour.handledMilliseconds;
        }
        totals.byHour.at(static_cast<size_t>(hour.hour)) += hour.calls;
    }
    return totals;
}

Result<QJsonObject> callCounts(ApiCall &call, const ClinicProfile &clinic, qint64 total)
{
    const QDate today = clinic.localTime(call.now).date();
    QJsonObject json{{QStringLiteral("total"), total}};
    const std::array<std::pair<QString, QDate>, 3> starts{{
        {QStringLiteral("today"), today},
        {QStringLiteral("this_week"), today.addDays(1 - today.dayOfWeek())},
        {QStringLiteral("this_month"), QDate(today.year(), today.month(), 1)},
    }};
    for (const auto &[name, start] : starts) {
        const auto count = call.store.analytics().calls(clinic.id, localDays(start, today, clinic.timeZone));
        if (!count) {
            return count.error();
        }
        json.insert(name, *count);
    }
    return json;
}

QJsonArray daysJson(const Totals &totals, const QDate &from, const QDate &to)
{
    QJsonArray json;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        const auto found = totals.byDay.find(day);
        const HourOfCalls counts = found == totals.byDay.end() ? HourOfCalls() : found->second;
        json.append(QJsonObject{{QStringLiteral("date"), day.toString(Qt::ISODate)},
                                {QStringLiteral("calls"), counts.calls},
                                {QStringLiteral("escalated"), counts.escalated}});
    }
    return json;
}

QJsonArray hoursJson(const Totals &totals)
{
    QJsonArray json;
    for (size_t hour = 0; hour < HoursPerDay; ++hour) {
        json.append(QJsonObject{{QStringLiteral("hour"), static_cast<int>(hour)},
                                {QStringLiteral("calls"), totals.byHour.at(hour)}});
    }
    return json;
}

QJsonArray durationsJson(const std::vector<Storage::DurationCount> &durations)
{
    QJsonArray json;
    for (const Storage::DurationCount &length : durations) {
        json.append(QJsonObject{{QStringLiteral("from_ms"), qint64{length.from.count()}},
                                {QStringLiteral("to_ms"),
                                 length.to ? QJsonValue(qint64{length.to->count()}) : QJsonValue(QJsonValue::Null)},
                                {QStringLiteral("calls"), length.calls}});
    }
    return json;
}

QJsonArray reasonsJson(const std::vector<Storage::ReasonCount> &reasons)
{
    QJsonArray json;
    for (const Storage::ReasonCount &reason : reasons) {
        json.append(QJsonObject{{QStringLiteral("reason"), escalationReasonName(reason.reason)},
                                {QStringLiteral("emergency"), isEmergency(reason.reason)},
                                {QStringLiteral("count"), reason.count}});
    }
    return json;
}

QJsonObject tasksJson(const Storage::TaskFigures &tasks)
{
    constexpr double MillisecondsPerMinute = 60'000;
    return {{QStringLiteral("created"), tasks.created},
            {QStringLiteral("completed"), tasks.completed},
            {QStringLiteral("completion_rate"), share(tasks.completed, tasks.created)},
            {QStringLiteral("median_minutes_to_completion"),
             tasks.medianTime ? QJsonValue(static_cast<double>(tasks.medianTime->count()) / MillisecondsPerMinute)
                              : QJsonValue(QJsonValue::Null)}};
}

Http::HttpResponse figures(ApiCall &call, const Prices &prices)
{
    const auto clinic = clinicOf(call);
    if (!clinic) {
        return problem(clinic.error());
    }
    const QDate today = clinic->localTime(call.now).date();
    const QString fromText = call.query("from");
    const QString toText = call.query("to");
    const QDate to = toText.isEmpty() ? today : QDate::fromString(toText, Qt::ISODate);
    const QDate from = fromText.isEmpty() ? to.addDays(-29) : QDate::fromString(fromText, Qt::ISODate);
    if (!from.isValid() || !to.isValid() || from > to || from.daysTo(to) >= MostDays) {
        return problem(400, "bad_period",
                       QStringLiteral("from and to are days such as 2026-11-01, at most %1 of them.").arg(MostDays));
    }
    const Period period = localDays(from, to, clinic->timeZone);
    auto &analytics = call.store.analytics();
    const auto hours = analytics.callsByHour(clinic->id, period, clinic->timeZone);
    const auto reasons = analytics.escalationsByReason(clinic->id, period);
    const auto durations = analytics.callsByDuration(clinic->id, period);
    const auto tasks = analytics.tasks(clinic->id, period);
    const auto usage = call.store.usage().byDay(clinic->id, period);
    if (!hours || !reasons || !durations) {
        return problem(!hours ? hours.error() : !reasons ? reasons.error() : durations.error());
    }
    if (!tasks || !usage) {
        return problem(tasks ? usage.error() : tasks.error());
    }
    const Totals totals = sumUp(*hours);
    const HourOfCalls &all = totals.all;
    const auto counts = callCounts(call, *clinic, all.calls);
    const auto noted = call.audit("analytics.read", {QStringLiteral("clinic"), clinic->id.text()});
    if (!counts || !noted) {
        return problem(counts ? noted.error() : counts.error());
    }
    constexpr qint64 MillisecondsPerMinute = 60'000;
    return jsonAnswer(
        200, {{QStringLiteral("from"), from.toString(Qt::ISODate)},
              {QStringLiteral("to"), to.toString(Qt::ISODate)},
              {QStringLiteral("calls"), *counts},
              {QStringLiteral("handled_without_escalation"), all.ended - all.escalated},
              {QStringLiteral("escalation_rate"), share(all.escalated, all.ended)},
              {QStringLiteral("escalations_by_reason"), reasonsJson(*reasons)},
              {QStringLiteral("average_duration_ms"), all.ended == 0 ? qint64{0} : all.milliseconds / all.ended},
              {QStringLiteral("tasks"), tasksJson(*tasks)},
              {QStringLiteral("by_day"), daysJson(totals, from, to)},
              {QStringLiteral("by_hour"), hoursJson(totals)},
              {QStringLiteral("by_duration"), durationsJson(*durations)},
              {QStringLiteral("cost"), periodCostJson(*hours, *usage, prices)},
              {QStringLiteral("time_saved_minutes"), all.handledMilliseconds / MillisecondsPerMinute}});
}

} // namespace

std::vector<Operation> analyticsOperations(const Prices &prices)
{
    return {{Http::Method::Get,
             QStringLiteral("/api/v1/analytics"),
             Identity::Permission::ReadAnalytics,
             [prices](ApiCall &call) { return figures(call, prices); },
             {}}};
}

} // namespace Frontdesk::Api
