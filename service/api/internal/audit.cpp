#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

QJsonObject entryJson(const Storage::AuditEntry &entry)
{
    return {{QStringLiteral("sequence"), entry.sequence},
            {QStringLiteral("at"), timeJson(entry.at)},
            {QStringLiteral("actor"), QJsonObject{{QStringLiteral("id"), entry.actorId},
                                                  {QStringLiteral("name"), entry.actorName},
                                                  {QStringLiteral("role"), entry.actorRole}}},
            {QStringLiteral("action"), entry.action},
            {QStringLiteral("subject_type"), entry.subjectType},
            {QStringLiteral("subject_id"), entry.subjectId},
            {QStringLiteral("detail"), entry.detail},
            {QStringLiteral("address"), entry.address},
            {QStringLiteral("reason"), entry.reason}};
}

Http::HttpResponse search(ApiCall &call)
{
    bool isWrong = false;
    const int limit = pageLimit(call);
    Storage::AuditFilter filter{.clinic = call.clinic(),
                                .actorId = call.query("actor"),
                                .action = call.query("action"),
                                .subjectId = call.query("subject"),
                                .limit = limit + 1};
    filter.from = timeQuery(call, "from", isWrong).value_or(QDateTime());
    filter.until = timeQuery(call, "to", isWrong).value_or(QDateTime());
    if (isWrong) {
        return problem(400, "bad_filter", QStringLiteral("A filter has a value that it does not know."));
    }
    if (const QString cursor = call.query("cursor"); !cursor.isEmpty()) {
        const auto place = decodeCursor(cursor, 1);
        filter.before = place ? place->first().toLongLong() : 0;
        if (filter.before <= 0) {
            return badCursor();
        }
    }
    const auto entries = call.store.audit().list(filter);
    if (!entries) {
        return problem(entries.error());
    }
    QJsonArray items;
    QString next;
    for (const Storage::AuditEntry &entry : *entries) {
        if (items.size() == limit) {
            next = encodeCursor({QString::number((*entries)[static_cast<size_t>(limit) - 1].sequence)});
            break;
        }
        items.append(entryJson(entry));
    }
    const auto noted = call.audit("audit.read", {QStringLiteral("clinic"), call.clinic().text()});
    return noted ? pageAnswer(items, next) : problem(noted.error());
}

Http::HttpResponse verify(ApiCall &call, const Storage::AuditSeal &seal)
{
    const auto check = call.store.audit().verify(call.clinic(), seal);
    if (!check) {
        return problem(check.error());
    }
    const auto noted = call.audit("audit.verified", {QStringLiteral("clinic"), call.clinic().text()},
                                  check->firstBad ? QStringLiteral("not whole") : QStringLiteral("whole"));
    return noted ? jsonAnswer(200, {{QStringLiteral("ok"), !check->firstBad},
                                    {QStringLiteral("rows"), check->entries},
                                    {QStringLiteral("first_bad"),
                                     check->firstBad ? QJsonValue(*check->firstBad) : QJsonValue(QJsonValue::Null)},
                                    {QStringLiteral("what"), check->what}})
                 : problem(noted.error());
}

} // namespace

std::vector<Operation> auditOperations(const Storage::AuditSeal &seal)
{
    using enum Http::Method;
    constexpr auto Read = Identity::Permission::ReadAudit;
    const QString audit = QStringLiteral("/api/v1/audit");
    return {
        {Get, audit, Read, search, {}},
        {Post, audit + QStringLiteral("/verify"), Read, [seal](ApiCall &call) { return verify(call, seal); }, {}},
    };
}

} // namespace Frontdesk::Api
