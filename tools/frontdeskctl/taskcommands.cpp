#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Frontdesk::Ctl {

namespace {

const QString Json = QStringLiteral("json");

/// Puts the named value of an option into the filter; an unknown name is an error.
template <typename Enum>
Result<void> readChoice(const CommandLine &line, const QString &option, std::optional<Enum> (*fromName)(QStringView),
                        std::optional<Enum> &into)
{
    if (!line.has(option)) {
        return {};
    }
    into = fromName(line.value(option));
    return into ? Result<void>()
                : Error{ErrorCode::InvalidInput,
                        QStringLiteral("\"%1\" is no %2 of a task.").arg(line.value(option), option)};
}

Result<Storage::TaskFilter> readFilter(const CommandLine &line, Storage::Store &store)
{
    Storage::TaskFilter filter;
    if (line.has(QStringLiteral("clinic"))) {
        const auto clinic = findClinic(store, line.value(QStringLiteral("clinic")));
        if (!clinic) {
            return clinic.error();
        }
        filter.clinic = clinic->id;
    }
    for (const auto &read : {readChoice(line, QStringLiteral("status"), taskStatusFromName, filter.status),
                             readChoice(line, QStringLiteral("type"), requestTypeFromName, filter.type),
                             readChoice(line, QStringLiteral("queue"), taskQueueFromName, filter.queue),
                             readChoice(line, QStringLiteral("priority"), taskPriorityFromName, filter.priority)}) {
        if (!read) {
            return read.error();
        }
    }
    const auto limit = readLimit(line);
    if (!limit) {
        return limit.error();
    }
    filter.limit = *limit;
    return filter;
}

int showTasks(const CommandLine &line, const std::vector<Task> &tasks, Output &output)
{
    if (line.has(Json)) {
        QJsonArray array;
        for (const Task &task : tasks) {
            array.append(task.toJson());
        }
        output.out << QString::fromUtf8(QJsonDocument(array).toJson());
        return Done;
    }
    std::vector<QStringList> rows;
    for (const Task &task : tasks) {
        rows.push_back({task.number, task.createdAt.toString(Qt::ISODate), taskStatusName(task.status),
                        taskPriorityName(task.priority), taskQueueName(task.queue), requestTypeName(task.type),
                        printable(task.slot(SlotName::PatientName)), printable(task.slot(SlotName::CallbackNumber))});
    }
    writeTable(output.out,
               {QStringLiteral("TASK"), QStringLiteral("CREATED"), QStringLiteral("STATUS"), QStringLiteral("PRIORITY"),
                QStringLiteral("QUEUE"), QStringLiteral("REQUEST"), QStringLiteral("PATIENT"),
                QStringLiteral("CALL BACK")},
               rows);
    return Done;
}

int listTasks(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments,
        {{QStringLiteral("clinic")},
         {QStringLiteral("status")},
         {QStringLiteral("type")},
         {QStringLiteral("queue")},
         {QStringLiteral("priority")},
         {QStringLiteral("limit")},
         {Json, Option::Kind::Flag}},
        0, output,
        [](const CommandLine &line, Storage::Store &store) -> Result<std::vector<Task>> {
            const auto filter = readFilter(line, store);
            return filter ? store.tasks().list(*filter) : filter.error();
        },
        [&output](const CommandLine &line, const std::vector<Task> &tasks) { return showTasks(line, tasks, output); });
}

} // namespace

Command tasksListCommand()
{
    return {QStringLiteral("tasks list"), QStringLiteral("Lists tasks, newest first."),
            QStringLiteral("[--json] [--clinic ID-or-NUMBER] [--status pending|in_progress|completed]\n"
                           "  [--type appointment_scheduling|...] [--queue staff|doctor]\n"
                           "  [--priority normal|urgent|emergency] [--limit 1..1000] ") +
                databaseUsage(),
            listTasks};
}

} // namespace Frontdesk::Ctl
