#include "service/api/internal/costs.h"
#include "service/api/internal/namebook.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/api/recordjson.h"

#include <iterator>

namespace Frontdesk::Api {

namespace {

constexpr size_t MostLookedAt = 2000; ///< Calls that one page may open while it looks for a caller.

/// A place in a list by time: milliseconds and id.
std::optional<std::pair<QDateTime, QString>> placeFrom(const QString &cursor)
{
    const auto parts = decodeCursor(cursor, 2);
    bool isTime = false;
    const qint64 at = parts ? parts->first().toLongLong(&isTime) : 0;
    return isTime ? std::optional(std::pair(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), parts->last())) : std::nullopt;
}

QString cursorAt(const QDateTime &time, const QString &id)
{
    return encodeCursor({QString::number(time.toMSecsSinceEpoch()), id});
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

bool isAbout(const QJsonObject &call, const QString &who)
{
    constexpr qsizetype FewestDigits = 3;
    const QString digits = digitsOf(who);
    if (digits.size() >= FewestDigits) {
        return digitsOf(call.value(QLatin1String("caller_number")).toString()).contains(digits);
    }
    const QString name = QLatin1Char(' ') + call.value(QLatin1String("patient_name")).toString().simplified();
    return name.contains(QLatin1Char(' ') + who.trimmed(), Qt::CaseInsensitive);
}

/// The call, when it is one of the clinic that is asked about.
Result<CallRecord> findCall(ApiCall &call)
{
    auto found = call.store.calls().find(CallId(call.parameter("id")));
    if (found && found->clinicId != call.clinic()) {
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such call.")};
    }
    return found;
}

/// Calls that fit, with the place where the list goes on; the place is empty at its end.
Result<std::pair<QJsonArray, QString>> collect(ApiCall &call, Storage::CallFilter filter, const QString &who)
{
    const int limit = pageLimit(call);
    filter.limit = limit + 1; // One more shows whether there is more.
    QJsonArray items;
    QString next;
    for (size_t lookedAt = 0; items.size() < limit && lookedAt < MostLookedAt;) {
        const auto records = call.store.calls().list(filter);
        if (!records) {
            return records.error();
        }
        size_t seen = 0;
        while (seen < records->size() && items.size() < limit) {
            const CallRecord &record = (*records)[seen++];
            const auto json = callSummary(call.store, record);
            if (!json) {
                return json.error();
            }
            if (who.isEmpty() || isAbout(*json, who)) {
                items.append(*json);
            }
            filter.before = Storage::CallCursor{record.startedAt, record.id};
        }
        if (seen == records->size() && seen <= static_cast<size_t>(limit)) {
            return std::pair(items, QString());
        }
        next = cursorAt(filter.before->startedAt, filter.before->id.text());
        lookedAt += seen;
    }
    return std::pair(items, next);
}

Http::HttpResponse list(ApiCall &call)
{
    bool isWrong = false;
    Storage::CallFilter filter{.clinic = call.clinic()};
    filter.outcome = call.query("outcome");
    filter.escalationReason = call.query("reason");
    filter.from = timeQuery(call, "from", isWrong).value_or(QDateTime());
    filter.to = timeQuery(call, "to", isWrong).value_or(QDateTime());
    if (const QString state = call.query("state"); !state.isEmpty()) {
        filter.isLive = state == QLatin1String("live");
        isWrong = isWrong || (state != QLatin1String("live") && state != QLatin1String("ended"));
    }
    if (isWrong || (!filter.escalationReason.isEmpty() && !escalationReasonFromName(filter.escalationReason))) {
        return problem(400, "bad_filter", QStringLiteral("A filter has a value that it does not know."));
    }
    if (const QString cursor = call.query("cursor"); !cursor.isEmpty()) {
        const auto place = placeFrom(cursor);
        if (!place) {
            return badCursor();
        }
        filter.before = Storage::CallCursor{place->first, CallId(place->second)};
    }
    const auto page = collect(call, filter, call.query("q"));
    if (!page) {
        return problem(page.error());
    }
    const auto noted = call.audit("calls.listed", {QStringLiteral("clinic"), call.clinic().text()},
                                  QString::number(page->first.size()));
    return noted ? pageAnswer(page->first, page->second) : problem(noted.error());
}

Http::HttpResponse one(ApiCall &call, const Prices &prices)
{
    const auto record = findCall(call);
    auto json = record ? callSummary(call.store, *record) : Result<QJsonObject>(record.error());
    const auto consent = json ? consentJson(call.store, *record) : Result<QJsonValue>(json.error());
    const auto usage = consent ? call.store.usage().ofCall(call.clinic(), record->id) : consent.error();
    if (!usage) {
        return problem(usage.error());
    }
    json->insert(QStringLiteral("cost"), callCostJson(*record, *usage, prices));
    json->insert(QStringLiteral("recording_consent"), *consent);
    const auto noted = call.audit("call.read", {QStringLiteral("call"), record->id.text()});
    return noted ? jsonAnswer(200, *json) : problem(noted.error());
}

Http::HttpResponse turns(ApiCall &call)
{
    const auto record = findCall(call);
    const auto turns =
        record ? call.store.calls().turns(call.clinic(), record->id) : Result<std::vector<TurnRecord>>(record.error());
    const auto times = turns ? call.store.usage().timesOf(call.clinic(), record->id) : turns.error();
    if (!times) {
        return problem(times.error());
    }
    QJsonArray items;
    for (const TurnRecord &turn : *turns) {
        QJsonObject json = turnJson(turn);
        const auto known = times->find(turn.number);
        json.insert(QStringLiteral("times"), known == times->end() ? QJsonValue() : timesJson(known->second));
        items.append(json);
    }
    const auto noted = call.audit("transcript.read", {QStringLiteral("call"), record->id.text()});
    return noted ? pageAnswer(items) : problem(noted.error());
}

Http::HttpResponse takeOver(ApiCall &call, const std::function<bool(const CallId &)> &hook)
{
    const auto record = findCall(call);
    if (!record) {
        return problem(record.error());
    }
    if (record->endedAt.isValid()) {
        return problem(409, "ended", QStringLiteral("This call has ended."));
    }
    // Written down first: what happens to the caller cannot be taken back.
    if (const auto noted = call.audit("call.taken_over", {QStringLiteral("call"), record->id.text()}); !noted) {
        return problem(noted.error());
    }
    return hook(record->id)
               ? jsonAnswer(202, {{QStringLiteral("id"), record->id.text()}})
               : problem(409, "not_here", QStringLiteral("The call is not in the assistant's hands any more."));
}

Http::HttpResponse listEscalations(ApiCall &call)
{
    Storage::EscalationFilter filter{.clinic = call.clinic()};
    const int limit = pageLimit(call);
    filter.limit = limit + 1;
    if (const QString state = call.query("state"); !state.isEmpty()) {
        filter.isOpen = state == QLatin1String("open");
        if (state != QLatin1String("open") && state != QLatin1String("acknowledged")) {
            return problem(400, "bad_filter", QStringLiteral("The state is open or acknowledged."));
        }
    }
    if (const QString cursor = call.query("cursor"); !cursor.isEmpty()) {
        const auto place = placeFrom(cursor);
        if (!place) {
            return badCursor();
        }
        filter.before = Storage::EscalationCursor{place->first, EscalationId(place->second)};
    }
    const auto records = call.store.escalations().list(filter);
    if (!records) {
        return problem(records.error());
    }
    NameBook names(call);
    QJsonArray items;
    QString next;
    for (const EscalationRecord &record : *records) {
        if (items.size() == limit) {
            const EscalationRecord &last = (*records)[static_cast<size_t>(limit) - 1];
            next = cursorAt(last.decidedAt, last.id.text());
            break;
        }
        const auto json = escalationSummary(call.store, record, [&](const UserId &id) { return names.person(id); });
        if (!json) {
            return problem(json.error());
        }
        items.append(*json);
    }
    const auto noted = call.audit("escalations.listed", {QStringLiteral("clinic"), call.clinic().text()},
                                  QString::number(items.size()));
    return noted ? pageAnswer(items, next) : problem(noted.error());
}

Http::HttpResponse oneEscalation(ApiCall &call)
{
    const EscalationId id(call.parameter("id"));
    const auto record = call.store.escalations().find(call.clinic(), id);
    if (!record) {
        return problem(record.error());
    }
    NameBook names(call);
    const auto json = escalationSummary(call.store, *record, [&](const UserId &user) { return names.person(user); });
    const auto noted = call.audit("escalation.read", {QStringLiteral("escalation"), id.text()});
    return json && noted ? jsonAnswer(200, *json) : problem(json ? noted.error() : json.error());
}

Http::HttpResponse acknowledge(ApiCall &call)
{
    const EscalationId id(call.parameter("id"));
    NameBook names(call);
    const auto person = [&](const UserId &user) { return names.person(user); };
    const auto taken = call.store.escalations().acknowledge(call.clinic(), id, call.caller.user.id, call.now);
    if (!taken) {
        const auto owner = taken.error().code == ErrorCode::Conflict ? call.store.escalations().find(call.clinic(), id)
                                                                     : Result<EscalationRecord>(taken.error());
        return owner ? problem(409, "owned", taken.error().message,
                               {{QStringLiteral("owner"), names.person(owner->acknowledgedBy)}})
                     : problem(owner.error());
    }
    const auto json = escalationSummary(call.store, *taken, person);
    const auto noted = call.audit("escalation.acknowledged", {QStringLiteral("escalation"), id.text()});
    return json && noted ? jsonAnswer(200, *json) : problem(json ? noted.error() : json.error());
}

} // namespace

std::vector<Operation> callOperations(const std::function<bool(const CallId &)> &takeOverHook, const Prices &prices)
{
    using enum Http::Method;
    const auto read = Identity::Permission::ReadCalls;
    const QString calls = QStringLiteral("/api/v1/calls");
    const QString escalations = QStringLiteral("/api/v1/escalations");
    std::vector<Operation> operations{
        {Get, calls, read, list, {}},
        {Get, calls + QStringLiteral("/{id}"), read, [prices](ApiCall &call) { return one(call, prices); }, {}},
        {Get, calls + QStringLiteral("/{id}/turns"), read, turns, {}},
        {Get, escalations, read, listEscalations, {}},
        {Get, escalations + QStringLiteral("/{id}"), read, oneEscalation, {}},
        {Post,
         escalations + QStringLiteral("/{id}/acknowledge"),
         Identity::Permission::AcknowledgeEscalations,
         acknowledge,
         {}},
    };
    if (takeOverHook) {
        operations.push_back({Post,
                              calls + QStringLiteral("/{id}/take-over"),
                              Identity::Permission::TakeOverCalls,
                              [takeOverHook](ApiCall &call) { return takeOver(call, takeOverHook); },
                              {}});
    }
    return operations;
}

} // namespace Frontdesk::Api
