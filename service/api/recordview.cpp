#include "service/api/recordview.h"

#include "service/api/internal/namebook.h"
#include "service/api/recordjson.h"
#include "service/api/taskjson.h"

#include <QJsonArray>

namespace Frontdesk::Api {

namespace {

using Json = Result<QJsonObject>;

/// What is gone by now has no data; other errors stay errors.
Json unlessGone(Json json)
{
    return json || json.error().code != ErrorCode::NotFound ? std::move(json) : Json(QJsonObject());
}

Json taskData(Storage::Store &store, const Storage::ClinicEvent &event)
{
    const auto task = store.desk().find(event.clinic, TaskId(event.subject));
    const auto clinic = store.clinics().find(event.clinic);
    if (!task || !clinic) {
        return !task ? task.error() : clinic.error();
    }
    NameBook names(store, event.clinic);
    return taskSummary(*task, *clinic, [&names](const UserId &id) { return names.person(id); });
}

Json callData(Storage::Store &store, const Storage::ClinicEvent &event)
{
    const auto call = store.calls().find(CallId(event.subject));
    return call ? callSummary(store, *call) : Json(call.error());
}

Json turnData(Storage::Store &store, const Storage::ClinicEvent &event)
{
    const CallId call(event.subject.section(QLatin1Char(':'), 0, 0));
    const int number = event.subject.section(QLatin1Char(':'), 1).toInt();
    const auto turn = store.calls().turn(event.clinic, call, number);
    if (!turn) {
        return turn.error();
    }
    return QJsonObject{{QStringLiteral("call_id"), call.text()}, {QStringLiteral("turn"), turnJson(*turn)}};
}

Json escalationData(Storage::Store &store, const Storage::ClinicEvent &event)
{
    const auto escalation = store.escalations().find(event.clinic, EscalationId(event.subject));
    if (!escalation) {
        return escalation.error();
    }
    NameBook names(store, event.clinic);
    return escalationSummary(store, *escalation, [&names](const UserId &id) { return names.person(id); });
}

Result<QJsonArray> openTasks(Storage::Store &store, const ClinicProfile &clinic, NameBook &names)
{
    QJsonArray tasks;
    Storage::TaskSearch search{.clinic = clinic.id, .statuses = {TaskStatus::Pending, TaskStatus::InProgress}};
    search.limit = 200;
    do {
        const auto page = store.desk().search(search);
        if (!page) {
            return page.error();
        }
        for (const Storage::DeskTask &task : page->tasks) {
            tasks.append(taskSummary(task, clinic, [&names](const UserId &id) { return names.person(id); }));
        }
        search.after = page->next;
    } while (!search.after.isEmpty());
    return tasks;
}

Result<QJsonArray> openEscalations(Storage::Store &store, const ClinicId &clinic, NameBook &names)
{
    const auto open = store.escalations().list({.clinic = clinic, .isOpen = true});
    if (!open) {
        return open.error();
    }
    QJsonArray escalations;
    for (const EscalationRecord &escalation : *open) {
        const auto json = escalationSummary(store, escalation, [&names](const UserId &id) { return names.person(id); });
        if (!json) {
            return json.error();
        }
        escalations.append(*json);
    }
    return escalations;
}

Result<QJsonArray> liveCalls(Storage::Store &store, const ClinicId &clinic)
{
    Storage::CallFilter filter{.clinic = clinic};
    filter.isLive = true;
    const auto running = store.calls().list(filter);
    if (!running) {
        return running.error();
    }
    QJsonArray calls;
    for (const CallRecord &call : *running) {
        const auto json = callSummary(store, call);
        if (!json) {
            return json.error();
        }
        calls.append(*json);
    }
    return calls;
}

} // namespace

Json RecordView::snapshot(Storage::Store &store, const ClinicId &clinicId) const
{
    const auto clinic = store.clinics().find(clinicId);
    if (!clinic) {
        return clinic.error();
    }
    NameBook names(store, clinicId);
    const auto tasks = openTasks(store, *clinic, names);
    const auto escalations = openEscalations(store, clinicId, names);
    const auto calls = liveCalls(store, clinicId);
    for (const auto *part : {&tasks, &escalations, &calls}) {
        if (!*part) {
            return part->error();
        }
    }
    return QJsonObject{{QStringLiteral("tasks"), *tasks},
                       {QStringLiteral("escalations"), *escalations},
                       {QStringLiteral("calls"), *calls}};
}

Json RecordView::data(Storage::Store &store, const Storage::ClinicEvent &event) const
{
    if (event.kind == QLatin1String("call.turn")) {
        return unlessGone(turnData(store, event));
    }
    const QString subject = event.kind.section(QLatin1Char('.'), 0, 0);
    if (subject == QLatin1String("task")) {
        return unlessGone(taskData(store, event));
    }
    if (subject == QLatin1String("call")) {
        return unlessGone(callData(store, event));
    }
    if (subject == QLatin1String("escalation")) {
        return unlessGone(escalationData(store, event));
    }
    // What else changed is asked for by whoever needs it.
    return QJsonObject{{QStringLiteral("id"), event.subject}};
}

} // namespace Frontdesk::Api
