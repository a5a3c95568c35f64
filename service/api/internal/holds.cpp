#include "service/api/fields.h"
#include "service/api/internal/idempotency.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

using Storage::LegalHold;

QJsonObject holdJson(const LegalHold &hold)
{
    return {{QStringLiteral("id"), hold.id},
            {QStringLiteral("kind"), Storage::holdKindName(hold.kind)},
            {QStringLiteral("call_id"), hold.call.text()},
            {QStringLiteral("name"), hold.name},
            {QStringLiteral("phone"), hold.phone},
            {QStringLiteral("reason"), hold.reason},
            {QStringLiteral("placed_by"), hold.placedBy},
            {QStringLiteral("placed_at"), timeJson(hold.placedAt)}};
}

Http::HttpResponse list(ApiCall &call)
{
    const auto holds = call.store.retention().holds(call.clinic());
    if (!holds) {
        return problem(holds.error());
    }
    QJsonArray items;
    for (const LegalHold &hold : *holds) {
        items.append(holdJson(hold));
    }
    const auto noted = call.audit("holds.listed", {QStringLiteral("clinic"), call.clinic().text()});
    return noted ? pageAnswer(items) : problem(noted.error());
}

/// The same request came again. It may have been released since: then it is gone.
Http::HttpResponse placedBefore(ApiCall &call, const QString &id)
{
    const auto holds = call.store.retention().holds(call.clinic());
    if (!holds) {
        return problem(holds.error());
    }
    const auto found = std::find_if(holds->begin(), holds->end(), [&](const LegalHold &hold) { return hold.id == id; });
    return found != holds->end() ? jsonAnswer(201, holdJson(*found))
                                 : problem(404, "not_found", QStringLiteral("There is no such legal hold any more."));
}

Http::HttpResponse place(ApiCall &call)
{
    Fields fields(call.body());
    LegalHold hold;
    hold.clinic = call.clinic();
    hold.reason = fields.text("reason");
    hold.call = CallId(fields.optionalText("call_id", 64));
    hold.name = fields.optionalText("name", 200);
    hold.phone = fields.optionalText("phone", 32);
    hold.placedBy = call.caller.user.name;
    hold.placedAt = call.now;
    const auto kind = fields.choice<LegalHold::Kind>("kind", Storage::holdKindFromName);
    if (kind == LegalHold::Kind::Call && hold.call.isEmpty()) {
        fields.complain("call_id", QStringLiteral("is missing"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    hold.kind = *kind;
    const RepeatedRequest repeated(call);
    if (const auto known = repeated.made(); known || known.error().code != ErrorCode::NotFound) {
        return known ? placedBefore(call, *known) : problem(known.error());
    }
    const auto placed = call.store.retention().place(hold);
    const auto kept = placed ? repeated.keep(placed->id) : Result<void>(placed.error());
    if (!kept) {
        return problem(kept.error());
    }
    const auto noted = call.audit("hold.placed", {QStringLiteral("hold"), placed->id});
    return noted ? jsonAnswer(201, holdJson(*placed)) : problem(noted.error());
}

Http::HttpResponse release(ApiCall &call)
{
    const QString id = call.parameter("id");
    const auto released = call.store.retention().release(call.clinic(), id, call.caller.user.id.text(), call.now);
    if (!released) {
        return problem(released.error());
    }
    const auto noted = call.audit("hold.released", {QStringLiteral("hold"), id});
    return noted ? Http::HttpResponse::empty(204) : problem(noted.error());
}

} // namespace

std::vector<Operation> holdOperations()
{
    using enum Http::Method;
    constexpr auto Change = Identity::Permission::ChangeClinic;
    const QString holds = QStringLiteral("/api/v1/legal-holds");
    return {
        {Get, holds, Change, list, {}},
        {Post, holds, Change, place, {}},
        {Delete, holds + QStringLiteral("/{id}"), Change, release, {}},
    };
}

} // namespace Frontdesk::Api
