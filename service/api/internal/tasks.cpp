#include "service/api/fields.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/taskdeeds.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

using Storage::TaskSearch;

/// A query item that must be one of an enum's names.
template <typename Enum>
bool readChoice(const ApiCall &call, const char *name, std::optional<Enum> (*fromName)(QStringView),
                std::optional<Enum> &into)
{
    const QString text = call.query(name);
    if (text.isEmpty()) {
        return true;
    }
    into = fromName(text);
    return into.has_value();
}

bool readStatuses(const ApiCall &call, TaskSearch &search)
{
    for (const QString &name : call.query("status").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto status = taskStatusFromName(name);
        if (!status) {
            return false;
        }
        search.statuses.push_back(*status);
    }
    return search.statuses.size() <= 3;
}

bool readAssignee(const ApiCall &call, TaskSearch &search)
{
    const QString text = call.query("assignee");
    if (text == QLatin1String("me")) {
        search.assignee = call.caller.user.id;
    } else if (text == QLatin1String("none")) {
        search.assignee = UserId();
    } else if (!text.isEmpty()) {
        search.assignee = UserId(text);
    }
    return true;
}

bool readOrder(const ApiCall &call, TaskSearch &search)
{
    const QString sort = call.query("sort");
    search.order = sort == QLatin1String("newest") ? TaskSearch::Order::Newest : TaskSearch::Order::Urgency;
    const QString flagged = call.query("flagged");
    if (!flagged.isEmpty()) {
        search.flagged = flagged == QLatin1String("true");
    }
    return sort.isEmpty() || sort == QLatin1String("newest") || sort == QLatin1String("urgency");
}

Http::HttpResponse list(ApiCall &call)
{
    TaskSearch search{.clinic = call.clinic()};
    bool wrongTime = false;
    const bool isRight = readStatuses(call, search) && readChoice(call, "type", requestTypeFromName, search.type) &&
                         readChoice(call, "priority", taskPriorityFromName, search.priority) &&
                         readChoice(call, "queue", taskQueueFromName, search.queue) && readAssignee(call, search) &&
                         readOrder(call, search);
    search.from = timeQuery(call, "from", wrongTime);
    search.to = timeQuery(call, "to", wrongTime);
    if (!isRight || wrongTime) {
        return problem(400, "bad_filter", QStringLiteral("A filter has a value that it does not know."));
    }
    search.who = call.query("q");
    search.limit = pageLimit(call);
    if (const QString cursor = call.query("cursor"); !cursor.isEmpty()) {
        const auto place = decodeCursor(cursor, 3);
        if (!place) {
            return badCursor();
        }
        search.after = *place;
    }
    const auto page = call.store.desk().search(search);
    if (!page) {
        return page.error().code == ErrorCode::InvalidInput ? badCursor() : problem(page.error());
    }
    return summaries(call, *page);
}

Http::HttpResponse one(ApiCall &call)
{
    const auto task = call.store.desk().find(call.clinic(), TaskId(call.parameter("id")));
    return task ? fullTask(call, *task) : problem(task.error());
}

bool isDoctorHere(ApiCall &call, const UserId &id)
{
    const auto doctor = call.store.users().find(id);
    return doctor && doctor->clinicId == call.clinic() && doctor->role == Role::Doctor &&
           doctor->status == UserStatus::Active;
}

/// Who gets a task that is meant for this doctor: they, or whoever stands in for them now, also for somebody who stands in
/// and is away as well. Where that leads nowhere (a circle, somebody who has left), it stays with the last one.
Result<UserId> doctorOnDuty(ApiCall &call, const UserId &wanted)
{
    constexpr int MostSteps = 10;
    if (!isDoctorHere(call, wanted)) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("doctor_id names no doctor of this clinic.")};
    }
    UserId onDuty = wanted;
    for (int step = 0; step < MostSteps; ++step) {
        const auto delegation = call.store.delegations().of(call.clinic(), onDuty);
        if (!delegation) {
            return delegation.error();
        }
        const auto &absence = *delegation;
        const bool isAway = absence && absence->from <= call.now && call.now < absence->until;
        if (!isAway || absence->delegate == wanted || !isDoctorHere(call, absence->delegate)) {
            break;
        }
        onDuty = absence->delegate;
    }
    return onDuty;
}

Http::HttpResponse act(ApiCall &call, TaskAction action)
{
    const TaskId id(call.parameter("id"));
    const auto expected = call.expectedVersion();
    Fields fields(call.body());
    const QString text = action == TaskAction::Note ? fields.text("text", 4000) : fields.optionalText("text", 4000);
    const UserId wantedDoctor(fields.optionalText("doctor_id", 100));
    if (!expected || !fields.ok()) {
        return expected ? fields.refusal() : preconditionRequired();
    }
    auto task = call.store.desk().find(call.clinic(), id);
    if (!task) {
        return problem(task.error());
    }
    UserId doctor;
    if (action == TaskAction::AssignToDoctor && !wantedDoctor.isEmpty()) {
        const auto onDuty = doctorOnDuty(call, wantedDoctor);
        if (!onDuty) {
            return problem(onDuty.error());
        }
        doctor = *onDuty;
    }
    Storage::DeskTask changed = *task;
    if (const auto refusal = perform(action, changed, call.caller.user, doctor, call.now)) {
        return refusedTask(call, *task, *refusal);
    }
    changed.version = *expected;
    const auto kept = call.store.desk().change(changed, {.action = taskActionName(action),
                                                         .by = call.caller.user.id,
                                                         .at = call.now,
                                                         .detail = doctor.text(),
                                                         .note = text});
    if (!kept) {
        return kept.error().code == ErrorCode::Conflict ? staleTask(call, id) : problem(kept.error());
    }
    const QByteArray deed = "task." + taskActionName(action).replace(QLatin1Char('-'), QLatin1Char('_')).toLatin1();
    if (const auto noted = call.audit(deed.constData(), {QStringLiteral("task"), id.text()}); !noted) {
        return problem(noted.error());
    }
    if (action == TaskAction::CallBack) {
        const QString number = kept->task.slot(SlotName::CallbackNumber);
        return fullTask(call, *kept, {{QStringLiteral("dial_uri"), QStringLiteral("tel:") + number}});
    }
    return fullTask(call, *kept);
}

Http::HttpResponse undo(ApiCall &call)
{
    const TaskId id(call.parameter("id"));
    const auto expected = call.expectedVersion();
    if (!expected) {
        return preconditionRequired();
    }
    const QDateTime since = call.now.addSecs(-std::chrono::seconds(UndoTime).count());
    const auto undone = call.store.desk().undo(call.clinic(), id, *expected, call.caller.user.id, since, call.now);
    if (!undone) {
        switch (undone.error().code) {
        case ErrorCode::Conflict:
            return staleTask(call, id);
        case ErrorCode::Refused:
            return problem(409, "cannot_undo", undone.error().message);
        default:
            return problem(undone.error());
        }
    }
    const auto noted = call.audit("task.undone", {QStringLiteral("task"), id.text()});
    return noted ? fullTask(call, *undone) : problem(noted.error());
}

} // namespace

std::vector<Operation> taskOperations()
{
    using enum Http::Method;
    const auto read = Identity::Permission::ReadTasks;
    const auto work = Identity::Permission::WorkOnTasks;
    const QString tasks = QStringLiteral("/api/v1/tasks");
    const QString actions = tasks + QStringLiteral("/{id}/actions/");
    std::vector<Operation> operations{{Get, tasks, read, list, {}},
                                      {Get, tasks + QStringLiteral("/{id}"), read, one, {}}};
    for (const TaskAction action :
         {TaskAction::Claim, TaskAction::Release, TaskAction::Start, TaskAction::Complete, TaskAction::Reopen,
          TaskAction::AssignToDoctor, TaskAction::CallBack, TaskAction::Flag, TaskAction::Unflag, TaskAction::Note}) {
        operations.push_back(
            {Post, actions + taskActionName(action), work, [action](ApiCall &call) { return act(call, action); }, {}});
    }
    operations.push_back({Post, actions + QStringLiteral("undo"), work, undo, {}});
    return operations;
}

} // namespace Frontdesk::Api
