#include "service/api/fields.h"
#include "service/api/internal/approvalrules.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/taskdeeds.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/api/taskjson.h"

namespace Frontdesk::Api {

namespace {

using Storage::ApprovalState;
using Storage::TaskSearch;

constexpr int MostAtOnce = 50;

std::optional<ApprovalState> decisionFromName(QStringView name)
{
    if (name == QLatin1String("approve")) {
        return ApprovalState::Approved;
    }
    if (name == QLatin1String("reject")) {
        return ApprovalState::Rejected;
    }
    return name == QLatin1String("return") ? std::optional(ApprovalState::Returned) : std::nullopt;
}

/// What a doctor needs beside the summary: how the call ended, and what staff wrote last.
Result<void> addContext(ApiCall &call, const Storage::DeskTask &task, QJsonObject &json)
{
    constexpr size_t Lines = 4;
    const auto turns = call.store.calls().turns(call.clinic(), task.task.callId);
    const auto notes = call.store.desk().notes(call.clinic(), task.task.id);
    if (!turns || !notes) {
        return turns ? notes.error() : turns.error();
    }
    QJsonArray lines;
    for (size_t i = turns->size() - std::min(Lines, turns->size()); i < turns->size(); ++i) {
        const TurnRecord &turn = (*turns)[i];
        lines.append(
            QJsonObject{{QStringLiteral("speaker"), speakerName(turn.speaker)},
                        {QStringLiteral("text"), turn.speaker == Speaker::Caller ? turn.text : turn.heardText}});
    }
    json.insert(QStringLiteral("last_lines"), lines);
    json.insert(QStringLiteral("staff_note"),
                notes->empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(notes->back().text));
    return {};
}

Http::HttpResponse list(ApiCall &call)
{
    const QString state = call.query("state");
    TaskSearch search{.clinic = call.clinic(), .limit = pageLimit(call)};
    search.decision = state == QLatin1String("decided") ? TaskSearch::Decision::Made : TaskSearch::Decision::Awaited;
    search.order = state == QLatin1String("decided") ? TaskSearch::Order::Newest : TaskSearch::Order::Urgency;
    if (!state.isEmpty() && state != QLatin1String("decided") && state != QLatin1String("pending")) {
        return problem(400, "bad_filter", QStringLiteral("The state is pending or decided."));
    }
    if (const QString cursor = call.query("cursor"); !cursor.isEmpty()) {
        const auto place = decodeCursor(cursor, 3);
        if (!place) {
            return badCursor();
        }
        search.after = *place;
    }
    const auto page = call.store.desk().search(search);
    const auto clinic = clinicOf(call);
    if (!page || !clinic) {
        return problem(page ? clinic.error() : page.error());
    }
    NameBook names(call);
    QJsonArray items;
    for (const Storage::DeskTask &task : page->tasks) {
        QJsonObject json = taskSummary(task, *clinic, [&](const UserId &id) { return names.person(id); });
        if (const auto added = addContext(call, task, json); !added) {
            return problem(added.error());
        }
        items.append(json);
    }
    const auto noted = call.audit("approvals.listed", {QStringLiteral("clinic"), call.clinic().text()},
                                  QString::number(page->tasks.size()));
    return noted ? pageAnswer(items, page->next.isEmpty() ? QString() : encodeCursor(page->next))
                 : problem(noted.error());
}

/// The decided task, or the answer that says why not.
std::variant<Storage::DeskTask, Http::HttpResponse> decideOne(ApiCall &call, const TaskId &id, qint64 version,
                                                              const Storage::Approval &decision, bool lowRiskOnly)
{
    const auto task = call.store.desk().find(call.clinic(), id);
    if (!task) {
        return problem(task.error());
    }
    if (lowRiskOnly && !isLowRisk(task->task.type)) {
        return problem(409, "not_low_risk", QStringLiteral("This kind of request is decided one by one."));
    }
    const auto needed = signaturesFor(call, task->task.type);
    if (!needed) {
        return problem(needed.error());
    }
    Storage::DeskTask changed = *task;
    if (const auto refusal = decide(changed, decision, *needed)) {
        return refusedTask(call, *task, *refusal);
    }
    changed.version = version;
    const QString name = approvalStateName(changed.approval->state);
    const auto kept = call.store.desk().change(
        changed, {.action = name, .by = call.caller.user.id, .at = call.now, .detail = {}, .note = {}});
    if (!kept) {
        return kept.error().code == ErrorCode::Conflict ? staleTask(call, id) : problem(kept.error());
    }
    const auto noted = call.audit("approval.decided", {QStringLiteral("task"), id.text()}, name);
    return noted ? std::variant<Storage::DeskTask, Http::HttpResponse>(*kept) : problem(noted.error());
}

Http::HttpResponse decideTask(ApiCall &call)
{
    Fields fields(call.body());
    const auto state = fields.choice("decision", decisionFromName);
    const QString reason = fields.optionalText("reason", 1000);
    const QString note = fields.optionalText("note", 4000);
    if (state == ApprovalState::Rejected && reason.isEmpty()) {
        fields.complain("reason", QStringLiteral("is needed to reject"));
    }
    const auto version = call.expectedVersion();
    if (!version || !fields.ok() || !state) {
        return version ? fields.refusal() : preconditionRequired();
    }
    const auto decided = decideOne(call, TaskId(call.parameter("id")), *version,
                                   {*state, call.caller.user.id, call.now, reason, note}, false);
    const auto *task = std::get_if<Storage::DeskTask>(&decided);
    return task ? fullTask(call, *task) : std::get<Http::HttpResponse>(decided);
}

/// All or nothing.
Http::HttpResponse decideMany(ApiCall &call)
{
    Fields fields(call.body());
    const QJsonArray entries = fields.list("items", MostAtOnce);
    if (fields.text("decision") != QLatin1String("approve")) {
        fields.complain("decision", QStringLiteral("can only be approve for many at once"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    std::optional<RequestType> kind;
    QJsonArray items;
    const auto clinic = clinicOf(call);
    if (!clinic) {
        return problem(clinic.error());
    }
    NameBook names(call);
    for (const QJsonValue &entry : entries) {
        const TaskId id(entry.toObject().value(QLatin1String("id")).toString());
        const auto decided = decideOne(call, id, entry.toObject().value(QLatin1String("version")).toInteger(),
                                       {ApprovalState::Approved, call.caller.user.id, call.now, {}, {}}, true);
        const auto *task = std::get_if<Storage::DeskTask>(&decided);
        if (!task) {
            return std::get<Http::HttpResponse>(decided);
        }
        if (kind.value_or(task->task.type) != task->task.type) {
            return problem(409, "mixed_kinds", QStringLiteral("Only requests of one kind are decided at once."));
        }
        kind = task->task.type;
        items.append(taskSummary(*task, *clinic, [&](const UserId &person) { return names.person(person); }));
    }
    return pageAnswer(items);
}

Http::HttpResponse readDelegation(ApiCall &call)
{
    const auto kept = call.store.delegations().of(call.clinic(), call.caller.user.id);
    if (!kept) {
        return problem(kept.error());
    }
    NameBook names(call);
    const bool isOver = kept->has_value() && (*kept)->until <= call.now;
    const Storage::Delegation delegation = isOver ? Storage::Delegation() : kept->value_or(Storage::Delegation());
    const QString to = delegation.delegate.text();
    return jsonAnswer(200,
                      {{QStringLiteral("delegate_to"), to.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(to)},
                       {QStringLiteral("delegate_name"), names.name(delegation.delegate)},
                       {QStringLiteral("from"), timeJson(delegation.from)},
                       {QStringLiteral("until"), timeJson(delegation.until)}});
}

Http::HttpResponse putDelegation(ApiCall &call)
{
    const UserId self = call.caller.user.id;
    const QJsonObject wanted = call.body();
    if (wanted.value(QLatin1String("delegate_to")).isNull()) {
        const auto removed = call.store.delegations().remove(call.clinic(), self);
        const auto noted = call.audit("delegation.ended", {QStringLiteral("user"), self.text()});
        return removed && noted ? readDelegation(call) : problem(removed ? noted.error() : removed.error());
    }
    Fields fields(wanted);
    const UserId to(fields.text("delegate_to", 100));
    const auto from = fields.time("from");
    const auto until = fields.time("until");
    const auto other = call.store.users().find(to);
    const bool canDecide = other && other->clinicId == call.clinic() && other->status == UserStatus::Active &&
                           other->id != self && Identity::allows(other->role, Identity::Permission::DecideApprovals);
    if (!to.isEmpty() && !canDecide) {
        fields.complain("delegate_to", QStringLiteral("is no other doctor of this clinic"));
    }
    if (from && until && *until <= *from) {
        fields.complain("until", QStringLiteral("must be later than from"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    const auto kept = call.store.delegations().put(call.clinic(), {self, to, *from, *until});
    const auto noted = call.audit("delegation.begun", {QStringLiteral("user"), self.text()}, to.text());
    return kept && noted ? readDelegation(call) : problem(kept ? noted.error() : kept.error());
}

} // namespace

std::vector<Operation> approvalOperations()
{
    using enum Http::Method;
    constexpr auto Decide = Identity::Permission::DecideApprovals;
    const QString approvals = QStringLiteral("/api/v1/approvals");
    return {
        {Get, approvals, Decide, list, {}},
        {Post, approvals + QStringLiteral("/batch"), Decide, decideMany, {}},
        {Post, approvals + QStringLiteral("/{id}"), Decide, decideTask, {}},
        {Get, QStringLiteral("/api/v1/delegation"), Decide, readDelegation, {}},
        {Put, QStringLiteral("/api/v1/delegation"), Decide, putDelegation, {}},
    };
}

} // namespace Frontdesk::Api
