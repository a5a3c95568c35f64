#include "service/api/internal/operations.h"
#include "service/api/internal/taskdeeds.h"
#include "service/api/pages.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

// HL7 FHIR R4, resource Task: https://hl7.org/fhir/R4/task.html

QString fhirStatus(const Storage::DeskTask &task)
{
    if (task.task.status == TaskStatus::Completed) {
        return QStringLiteral("completed");
    }
    if (task.task.status == TaskStatus::InProgress) {
        return QStringLiteral("in-progress");
    }
    return task.assignee.isEmpty() ? QStringLiteral("requested") : QStringLiteral("accepted");
}

QString fhirPriority(TaskPriority priority)
{
    switch (priority) {
    case TaskPriority::Normal:
        return QStringLiteral("routine");
    case TaskPriority::Urgent:
        return QStringLiteral("urgent");
    case TaskPriority::Emergency:
        return QStringLiteral("stat");
    }
    return {};
}

QJsonObject textInput(const QString &name, const QString &value)
{
    return {{QStringLiteral("type"), QJsonObject{{QStringLiteral("text"), name}}},
            {QStringLiteral("valueString"), value}};
}

QJsonObject fhirTask(const Storage::DeskTask &desk, NameBook &names)
{
    const Task &task = desk.task;
    QJsonArray input;
    for (const auto &[name, slot] : task.slotValues) {
        input.append(textInput(slotNameText(name), slot.value));
    }
    QJsonObject json{
        {QStringLiteral("resourceType"), QStringLiteral("Task")},
        {QStringLiteral("id"), task.id.text()},
        {QStringLiteral("meta"), QJsonObject{{QStringLiteral("versionId"), QString::number(desk.version)},
                                             {QStringLiteral("lastUpdated"), timeJson(task.updatedAt)}}},
        {QStringLiteral("identifier"),
         QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:frontdesk:task-number")},
                                {QStringLiteral("value"), task.number}}}},
        {QStringLiteral("status"), fhirStatus(desk)},
        {QStringLiteral("intent"), QStringLiteral("order")},
        {QStringLiteral("priority"), fhirPriority(task.priority)},
        {QStringLiteral("code"),
         QJsonObject{{QStringLiteral("coding"),
                      QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:frontdesk:request-type")},
                                             {QStringLiteral("code"), requestTypeName(task.type)}}}}}},
        {QStringLiteral("authoredOn"), timeJson(task.createdAt)},
        {QStringLiteral("lastModified"), timeJson(task.updatedAt)},
        {QStringLiteral("input"), input}};
    if (const QString patient = task.slot(SlotName::PatientName); !patient.isEmpty()) {
        json.insert(QStringLiteral("for"), QJsonObject{{QStringLiteral("display"), patient}});
    }
    if (!desk.assignee.isEmpty()) {
        json.insert(QStringLiteral("owner"), QJsonObject{{QStringLiteral("display"), names.name(desk.assignee)}});
    }
    if (!task.note.isEmpty()) {
        json.insert(QStringLiteral("note"), QJsonArray{QJsonObject{{QStringLiteral("text"), task.note}}});
    }
    return json;
}

Http::HttpResponse fhirAnswer(const QJsonObject &json)
{
    Http::HttpResponse response = jsonAnswer(200, json);
    response.setHeader("Content-Type", "application/fhir+json; fhirVersion=4.0");
    return response;
}

Http::HttpResponse one(ApiCall &call)
{
    const auto task = call.store.desk().find(call.clinic(), TaskId(call.parameter("id")));
    if (!task) {
        return problem(task.error());
    }
    NameBook names(call);
    const auto noted = call.audit("task.read", {QStringLiteral("task"), task->task.id.text()}, QStringLiteral("fhir"));
    return noted ? fhirAnswer(fhirTask(*task, names)) : problem(noted.error());
}

/// Newest first, `_count` at a time; `page` goes on where the link of the last answer says.
Http::HttpResponse bundle(ApiCall &call)
{
    Storage::TaskSearch search{.clinic = call.clinic(), .order = Storage::TaskSearch::Order::Newest};
    bool isNumber = false;
    if (const int wanted = call.query("_count").toInt(&isNumber); isNumber) {
        search.limit = wanted;
    }
    if (const QString page = call.query("page"); !page.isEmpty()) {
        const auto place = decodeCursor(page, 3);
        if (!place) {
            return badCursor();
        }
        search.after = *place;
    }
    const auto found = call.store.desk().search(search);
    if (!found) {
        return found.error().code == ErrorCode::InvalidInput ? badCursor() : problem(found.error());
    }
    NameBook names(call);
    QJsonArray entries;
    for (const Storage::DeskTask &task : found->tasks) {
        entries.append(QJsonObject{{QStringLiteral("resource"), fhirTask(task, names)}});
    }
    QJsonObject json{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                     {QStringLiteral("type"), QStringLiteral("searchset")},
                     {QStringLiteral("entry"), entries}};
    if (!found->next.isEmpty()) {
        json.insert(QStringLiteral("link"),
                    QJsonArray{QJsonObject{
                        {QStringLiteral("relation"), QStringLiteral("next")},
                        {QStringLiteral("url"),
                         QStringLiteral("Task?_count=%1&page=%2").arg(search.limit).arg(encodeCursor(found->next))}}});
    }
    const auto noted =
        call.audit("tasks.listed", {QStringLiteral("clinic"), call.clinic().text()}, QStringLiteral("fhir"));
    return noted ? fhirAnswer(json) : problem(noted.error());
}

} // namespace

std::vector<Operation> fhirOperations()
{
    using enum Http::Method;
    constexpr auto Read = Identity::Permission::ReadFhir;
    return {{Get, QStringLiteral("/fhir/Task"), Read, bundle, {}},
            {Get, QStringLiteral("/fhir/Task/{id}"), Read, one, {}}};
}

} // namespace Frontdesk::Api
