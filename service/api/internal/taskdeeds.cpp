#include "service/api/internal/taskdeeds.h"

#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/api/taskjson.h"
#include "shared/model/slotsjson.h"

namespace Frontdesk::Api {

namespace {

QJsonArray notesJson(const std::vector<Storage::TaskNote> &notes, NameBook &names)
{
    QJsonArray json;
    for (const Storage::TaskNote &note : notes) {
        json.append(QJsonObject{{QStringLiteral("id"), note.id},
                                {QStringLiteral("author"), names.person(note.author)},
                                {QStringLiteral("text"), note.text},
                                {QStringLiteral("at"), timeJson(note.at)}});
    }
    return json;
}

QJsonArray historyJson(const std::vector<Storage::TaskDeed> &deeds, NameBook &names)
{
    QJsonArray json;
    for (const Storage::TaskDeed &deed : deeds) {
        json.append(QJsonObject{{QStringLiteral("action"), deed.action},
                                {QStringLiteral("by"), names.person(deed.by)},
                                {QStringLiteral("at"), timeJson(deed.at)},
                                {QStringLiteral("detail"), deed.detail}});
    }
    return json;
}

Result<QJsonObject> fullJson(ApiCall &call, const Storage::DeskTask &task)
{
    const auto clinic = clinicOf(call);
    const auto notes = call.store.desk().notes(call.clinic(), task.task.id);
    const auto history = call.store.desk().history(call.clinic(), task.task.id);
    if (!clinic || !notes || !history) {
        return !clinic ? clinic.error() : !notes ? notes.error() : history.error();
    }
    NameBook names(call);
    QJsonObject json = taskSummary(task, *clinic, [&](const UserId &id) { return names.person(id); });
    json.insert(QStringLiteral("note"), task.task.note);
    json.insert(QStringLiteral("slots"), slotsToJson(task.task.slotValues));
    json.insert(QStringLiteral("call_transcript"), task.task.transcript);
    json.insert(QStringLiteral("call_recording_url"),
                task.hasRecording
                    ? QJsonValue(QStringLiteral("/api/v1/calls/%1/recording").arg(task.task.callId.text()))
                    : QJsonValue(QJsonValue::Null));
    json.insert(QStringLiteral("notes"), notesJson(*notes, names));
    json.insert(QStringLiteral("history"), historyJson(*history, names));
    return json;
}

} // namespace

Result<ClinicProfile> clinicOf(ApiCall &call)
{
    return call.store.clinics().find(call.clinic());
}

Http::HttpResponse fullTask(ApiCall &call, const Storage::DeskTask &task, const QJsonObject &more)
{
    const auto json = fullJson(call, task);
    const auto noted = call.audit("task.read", {QStringLiteral("task"), task.task.id.text()});
    if (!json || !noted) {
        return problem(json ? noted.error() : json.error());
    }
    if (more.isEmpty()) {
        return versioned(jsonAnswer(200, *json), task.version);
    }
    QJsonObject body = more;
    body.insert(QStringLiteral("task"), *json);
    return versioned(jsonAnswer(200, body), task.version);
}

Http::HttpResponse summaries(ApiCall &call, const Storage::TaskPage &page)
{
    const auto clinic = clinicOf(call);
    if (!clinic) {
        return problem(clinic.error());
    }
    NameBook names(call);
    QJsonArray items;
    for (const Storage::DeskTask &task : page.tasks) {
        items.append(taskSummary(task, *clinic, [&](const UserId &id) { return names.person(id); }));
    }
    const auto noted = call.audit("tasks.listed", {QStringLiteral("clinic"), call.clinic().text()},
                                  QString::number(page.tasks.size()));
    return noted ? pageAnswer(items, page.next.isEmpty() ? QString() : encodeCursor(page.next))
                 : problem(noted.error());
}

Http::HttpResponse refusedTask(ApiCall &call, const Storage::DeskTask &task, const TaskRefusal &refusal)
{
    NameBook names(call);
    const bool isOwned = qstrcmp(refusal.code, "owned") == 0;
    return problem(409, refusal.code, refusal.detail,
                   isOwned ? QJsonObject{{QStringLiteral("owner"), names.person(task.assignee)}} : QJsonObject());
}

Http::HttpResponse staleTask(ApiCall &call, const TaskId &id)
{
    const auto now = call.store.desk().find(call.clinic(), id);
    const auto json = now ? fullJson(call, *now) : Result<QJsonObject>(now.error());
    return json ? changedMeanwhile(*json) : problem(json.error());
}

} // namespace Frontdesk::Api
