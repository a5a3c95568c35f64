#include "service/api/fields.h"
#include "service/api/internal/namebook.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/api/recordjson.h"
#include "service/api/taskjson.h"
#include "service/retention/erasure.h"

namespace Frontdesk::Api {

namespace {

using Json = Result<QJsonObject>;

constexpr int CallsPerPage = 25;
constexpr int CallsErasedAtOnce = 50;

/// A task with all that its list entry leaves out.
Json wholeTask(Storage::Store &store, const ClinicProfile &clinic, const TaskId &id, NameBook &names)
{
    const auto task = store.desk().find(clinic.id, id);
    const auto notes = store.desk().notes(clinic.id, id);
    if (!task || !notes) {
        return task ? notes.error() : task.error();
    }
    QJsonObject json = taskSummary(*task, clinic, [&names](const UserId &person) { return names.person(person); });
    QJsonArray noteList;
    for (const Storage::TaskNote &note : *notes) {
        noteList.append(QJsonObject{{QStringLiteral("author"), names.person(note.author)},
                                    {QStringLiteral("at"), timeJson(note.at)},
                                    {QStringLiteral("text"), note.text}});
    }
    QJsonObject details;
    for (const auto &[name, slot] : task->task.slotValues) {
        details.insert(slotNameText(name), slot.value);
    }
    json.insert(QStringLiteral("details"), details);
    json.insert(QStringLiteral("note"), task->task.note);
    json.insert(QStringLiteral("transcript"), task->task.transcript);
    json.insert(QStringLiteral("notes"), noteList);
    return json;
}

/// Everything that is kept of a call, but its recording.
Json wholeCall(Storage::Store &store, const ClinicProfile &clinic, const CallRecord &record, NameBook &names)
{
    auto call = callSummary(store, record);
    const auto turns = store.calls().turns(clinic.id, record.id);
    const auto tasks = store.tasks().list({.clinic = clinic.id, .call = record.id});
    const auto escalations = store.escalations().forCall(clinic.id, record.id);
    if (!call || !turns || !tasks || !escalations) {
        return !call ? call : !turns ? turns.error() : !tasks ? tasks.error() : escalations.error();
    }
    QJsonArray turnList;
    for (const TurnRecord &turn : *turns) {
        turnList.append(turnJson(turn));
    }
    QJsonArray taskList;
    for (const Task &task : *tasks) {
        const auto json = wholeTask(store, clinic, task.id, names);
        if (!json) {
            return json;
        }
        taskList.append(*json);
    }
    QJsonArray escalationList;
    for (const EscalationRecord &escalation : *escalations) {
        const auto json =
            escalationSummary(store, escalation, [&names](const UserId &person) { return names.person(person); });
        if (!json) {
            return json;
        }
        escalationList.append(*json);
    }
    call->insert(QStringLiteral("turns"), turnList);
    call->insert(QStringLiteral("tasks"), taskList);
    call->insert(QStringLiteral("escalations"), escalationList);
    return call;
}

Http::HttpResponse exportPage(ApiCall &call, Storage::CallFilter filter, const QString &cursor, const char *action)
{
    if (!cursor.isEmpty()) {
        const auto place = decodeCursor(cursor, 2);
        if (!place) {
            return badCursor();
        }
        filter.before = Storage::CallCursor{QDateTime::fromMSecsSinceEpoch(place->first().toLongLong(), Qt::UTC),
                                            CallId(place->last())};
    }
    filter.limit = CallsPerPage;
    const auto clinic = call.store.clinics().find(call.clinic());
    const auto records = call.store.calls().list(filter);
    if (!clinic || !records) {
        return problem(clinic ? records.error() : clinic.error());
    }
    NameBook names(call.store, call.clinic());
    QJsonArray items;
    for (const CallRecord &record : *records) {
        const auto json = wholeCall(call.store, *clinic, record, names);
        if (!json) {
            return problem(json.error());
        }
        items.append(*json);
    }
    QString next;
    if (records->size() == CallsPerPage) {
        const CallRecord &last = records->back();
        next = encodeCursor({QString::number(last.startedAt.toMSecsSinceEpoch()), last.id.text()});
    }
    const auto noted = call.audit(action, {QStringLiteral("clinic"), call.clinic().text()},
                                  QStringLiteral("%1 calls").arg(items.size()));
    return noted ? pageAnswer(items, next) : problem(noted.error());
}

/// Who is meant: a name, a number, or both. Everything else of the body is read by the caller.
std::optional<Storage::CallFilter> patientIn(ApiCall &call, Fields &fields)
{
    Storage::CallFilter filter;
    filter.clinic = call.clinic();
    filter.name = fields.optionalText("name", 200);
    filter.phone = fields.optionalText("phone", 32);
    if (filter.name.isEmpty() && filter.phone.isEmpty()) {
        fields.complain("name", QStringLiteral("or phone says who is meant"));
    }
    return fields.ok() ? std::optional(filter) : std::nullopt;
}

Http::HttpResponse exportPatient(ApiCall &call)
{
    Fields fields(call.body());
    const auto filter = patientIn(call, fields);
    const QString cursor = fields.optionalText("cursor", 500);
    return filter && fields.ok() ? exportPage(call, *filter, cursor, "patient.exported") : fields.refusal();
}

Http::HttpResponse exportClinic(ApiCall &call)
{
    Storage::CallFilter filter;
    filter.clinic = call.clinic();
    return exportPage(call, filter, call.query("cursor"), "clinic.exported");
}

/// Up to a batch at a time: whoever asks goes on until nothing is left.
Http::HttpResponse erasePatient(ApiCall &call, Storage::RecordingShelf *shelf)
{
    Fields fields(call.body());
    auto filter = patientIn(call, fields);
    if (!filter || !fields.ok()) {
        return fields.refusal();
    }
    filter->isLive = false;
    filter->limit = CallsErasedAtOnce;
    qint64 erased = 0;
    qint64 held = 0;
    bool more = true;
    while (more && erased == 0) {
        const auto records = call.store.calls().list(*filter);
        if (!records) {
            return problem(records.error());
        }
        std::vector<CallId> calls;
        for (const CallRecord &record : *records) {
            calls.push_back(record.id);
        }
        const auto gone = Retention::eraseCalls(call.store, shelf, call.clinic(), calls);
        if (!gone) {
            return problem(gone.error());
        }
        erased += *gone;
        held += static_cast<qint64>(calls.size()) - *gone;
        more = calls.size() == CallsErasedAtOnce;
        if (more) {
            filter->before = Storage::CallCursor{records->back().startedAt, records->back().id};
        }
    }
    const auto noted = call.audit("patient.erased", {QStringLiteral("clinic"), call.clinic().text()},
                                  QStringLiteral("%1 calls deleted, %2 held").arg(erased).arg(held));
    return noted ? jsonAnswer(200, {{QStringLiteral("erased"), erased},
                                    {QStringLiteral("held"), held},
                                    {QStringLiteral("more"), more}})
                 : problem(noted.error());
}

} // namespace

std::vector<Operation> patientOperations(Storage::RecordingShelf *shelf)
{
    using enum Http::Method;
    constexpr auto Export = Identity::Permission::ExportData;
    const QString patients = QStringLiteral("/api/v1/patients/");
    return {
        {Get, QStringLiteral("/api/v1/export"), Export, exportClinic, {}},
        {Post, patients + QStringLiteral("export"), Export, exportPatient, {}},
        {Post,
         patients + QStringLiteral("erase"),
         Identity::Permission::ErasePatients,
         [shelf](ApiCall &call) { return erasePatient(call, shelf); },
         {}},
    };
}

} // namespace Frontdesk::Api
