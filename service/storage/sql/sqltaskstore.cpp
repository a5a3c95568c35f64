#include "service/storage/sql/sqltaskstore.h"

#include "service/storage/internal/announced.h"
#include "service/storage/sql/rows.h"
#include "shared/model/slotsjson.h"

#include <QTimeZone>

namespace Frontdesk::Storage {

namespace {

const QString ClinicTimeZone = QStringLiteral("SELECT time_zone FROM clinics WHERE clinic_id = $1");

const QString NextNumber = QStringLiteral(R"sql(
    INSERT INTO task_counters (clinic_id, year, last) VALUES ($1, $2, 1)
    ON CONFLICT (clinic_id, year) DO UPDATE SET last = task_counters.last + 1
    RETURNING last)sql");

const QString InsertTask = QStringLiteral(R"sql(
    INSERT INTO tasks (clinic_id, task_id, call_id, submit_key, number, type, queue, priority, status,
                       created_at, updated_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql");

const QString UpdateTask = QStringLiteral(R"sql(
    UPDATE tasks SET type = $1, queue = CASE WHEN assignee_id IS NULL THEN $2 ELSE queue END, priority = $3,
                     updated_at = $4, body = $5, version = version + 1
    WHERE clinic_id = $6 AND task_id = $7)sql");

const QString SelectTask = QStringLiteral(R"sql(
    SELECT clinic_id, task_id, call_id, number, type, queue, priority, status, created_at, updated_at, body
    FROM tasks )sql");
const QString FindTask = SelectTask + QStringLiteral("WHERE task_id = $1");
const QString FindTaskByNumber = SelectTask + QStringLiteral("WHERE clinic_id = $1 AND number = $2");
const QString FindTaskByKey = SelectTask + QStringLiteral("WHERE clinic_id = $1 AND call_id = $2 AND submit_key = $3");
const QString ListTasks = SelectTask + QStringLiteral(R"sql(
    WHERE ($1 = '' OR clinic_id = $1) AND ($2 = '' OR call_id = $2) AND ($3 = '' OR status = $3)
      AND ($4 = '' OR type = $4) AND ($5 = '' OR queue = $5) AND ($6 = '' OR priority = $6)
      AND ($7 = 0 OR task_id IN (
        SELECT subject_id FROM blind_index
        WHERE clinic_id = $1 AND subject = 'task' AND token IN ($8, $9, $10, $11, $12)
        GROUP BY subject_id HAVING count(*) = $7))
    ORDER BY created_at DESC, task_id DESC LIMIT $13)sql");

BodyPlace placeOf(const ClinicId &clinic, const QString &task)
{
    return {QLatin1String("tasks"), clinic, task};
}

QJsonObject taskBody(const Task &task)
{
    return {{QStringLiteral("slots"), slotsToJson(task.slotValues)},
            {QStringLiteral("note"), task.note},
            {QStringLiteral("escalation_reason"), task.escalationReason},
            {QStringLiteral("transcript"), task.transcript},
            {QStringLiteral("recording_url"), task.recordingUrl}};
}

Result<QByteArray> packTask(SealedBodies &bodies, const Task &task)
{
    return bodies.pack(placeOf(task.clinicId, task.id.text()), taskBody(task));
}

/// What a call says about its task, as it was said before.
bool saysTheSame(const Task &a, const Task &b)
{
    return a.type == b.type && a.queue == b.queue && a.priority == b.priority && taskBody(a) == taskBody(b);
}

Result<Task> readTask(SealedBodies &bodies, const SqlRow &row)
{
    const auto body = bodies.unpack(placeOf(ClinicId(row.text(0)), row.text(1)), row.bytes(10));
    if (!body) {
        return body.error();
    }
    const auto type = requestTypeFromName(row.text(4));
    const auto queue = taskQueueFromName(row.text(5));
    const auto priority = taskPriorityFromName(row.text(6));
    const auto status = taskStatusFromName(row.text(7));
    if (!type || !queue || !priority || !status) {
        return unreadable("task");
    }
    auto slotValues = slotsFromJson(body->value(QLatin1String("slots")).toObject());
    if (!slotValues) {
        return unreadable("task");
    }
    Task task;
    task.clinicId = ClinicId(row.text(0));
    task.id = TaskId(row.text(1));
    task.callId = CallId(row.text(2));
    task.number = row.text(3);
    task.type = *type;
    task.queue = *queue;
    task.priority = *priority;
    task.status = *status;
    task.createdAt = row.time(8);
    task.updatedAt = row.time(9);
    task.slotValues = std::move(slotValues).value();
    task.note = body->value(QLatin1String("note")).toString();
    task.escalationReason = body->value(QLatin1String("escalation_reason")).toString();
    task.transcript = body->value(QLatin1String("transcript")).toString();
    task.recordingUrl = body->value(QLatin1String("recording_url")).toString();
    return task;
}

Findable findableBy(const SlotMap &slotValues)
{
    const auto value = [&](SlotName name) {
        const auto slot = slotValues.find(name);
        return slot == slotValues.end() ? QString() : slot->second.value;
    };
    return {{value(SlotName::PatientName), value(SlotName::CallerName)}, {value(SlotName::CallbackNumber)}};
}

/// The text form, or nothing for a filter that is not set.
template <typename Enum>
QString filterText(const std::optional<Enum> &wanted, QString (*name)(Enum))
{
    return wanted ? name(*wanted) : QString();
}

} // namespace

Result<Task> SqlTaskStore::submit(Task task, const QString &key)
{
    if (key.isEmpty() || !task.createdAt.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A task needs a key and the time it was made.")};
    }
    if (!task.updatedAt.isValid()) {
        task.updatedAt = task.createdAt;
    }
    return m_connection.transaction([&]() -> Result<Task> {
        if (const auto alone = m_connection.lock(QStringLiteral("tasks of ") + task.callId.text()); !alone) {
            return alone.error();
        }
        const auto kept = readOne<Task>(
            m_connection.query(FindTaskByKey, {task.clinicId.text(), task.callId.text(), key}), "task", reader());
        if (!kept && kept.error().code != ErrorCode::NotFound) {
            return kept;
        }
        if (kept && saysTheSame(task, *kept)) {
            return kept;
        }
        if (task.id.isEmpty()) {
            task.id = TaskId::create();
        }
        const ClinicEvent event{task.clinicId, 0,
                                kept ? QStringLiteral("task.changed") : QStringLiteral("task.created"),
                                kept ? kept->id.text() : task.id.text(), task.updatedAt};
        return announced(m_connection, m_events, event, [&] { return kept ? update(task, *kept) : insert(task, key); });
    });
}

Result<Task> SqlTaskStore::insert(Task task, const QString &key)
{
    auto number = nextNumber(task.clinicId, task.createdAt);
    if (!number) {
        return number.error();
    }
    task.number = std::move(number).value();
    const auto body = packTask(m_bodies, task);
    if (!body) {
        return body.error();
    }
    const auto done = m_connection.execute(
        InsertTask, {task.clinicId.text(), task.id.text(), task.callId.text(), key, task.number,
                     requestTypeName(task.type), taskQueueName(task.queue), taskPriorityName(task.priority),
                     taskStatusName(task.status), toSqlTime(task.createdAt), toSqlTime(task.updatedAt), *body});
    const auto counted = done ? m_tally.add(task.clinicId, task.id) : Result<void>(done.error());
    return counted ? findable(std::move(task)) : counted.error();
}

Result<Task> SqlTaskStore::update(Task task, const Task &kept)
{
    task.id = kept.id;
    task.number = kept.number;
    task.status = kept.status;
    task.createdAt = kept.createdAt;
    const auto body = packTask(m_bodies, task);
    if (!body) {
        return body.error();
    }
    const auto done = m_connection.execute(UpdateTask, {requestTypeName(task.type), taskQueueName(task.queue),
                                                        taskPriorityName(task.priority), toSqlTime(task.updatedAt),
                                                        *body, task.clinicId.text(), task.id.text()});
    return done ? findable(std::move(task)) : done.error();
}

Result<Task> SqlTaskStore::findable(Task task)
{
    const Findable by = findableBy(task.slotValues);
    const auto found = m_search.replace(SearchIndex::Tasks, task.clinicId, task.id.text(), by);
    if (!found) {
        return found.error();
    }
    // A call is found by everybody its tasks speak of.
    const auto call = m_search.add(SearchIndex::Calls, task.clinicId, task.callId.text(), by);
    return call ? Result<Task>(std::move(task)) : call.error();
}

SqlTaskStore::Reader SqlTaskStore::reader()
{
    return [this](const SqlRow &row) { return readTask(m_bodies, row); };
}

Result<QString> SqlTaskStore::nextNumber(const ClinicId &clinic, const QDateTime &at)
{
    const auto zone = readOne<QString>(m_connection.query(ClinicTimeZone, {clinic.text()}), "clinic",
                                       [](const SqlRow &row) { return Result<QString>(row.text(0)); });
    if (!zone) {
        return zone.error();
    }
    const int year = at.toTimeZone(QTimeZone(zone->toLatin1())).date().year();
    const auto last = m_connection.query(NextNumber, {clinic.text(), qint64{year}});
    if (!last) {
        return last.error();
    }
    return QStringLiteral("TASK-%1-%2").arg(year).arg(last->front().integer(0), 4, 10, QLatin1Char('0'));
}

Result<Task> SqlTaskStore::find(const TaskId &id)
{
    return readOne<Task>(m_connection.query(FindTask, {id.text()}), "task", reader());
}

Result<Task> SqlTaskStore::findByNumber(const ClinicId &clinic, const QString &number)
{
    return readOne<Task>(m_connection.query(FindTaskByNumber, {clinic.text(), number}), "task", reader());
}

Result<std::vector<Task>> SqlTaskStore::list(const TaskFilter &filter)
{
    const auto search = m_search.wanted(filter.clinic, filter.name, filter.phone);
    if (!search) {
        return search.error();
    }
    std::vector<SqlValue> parameters{filter.clinic.text(),
                                     filter.call.text(),
                                     filterText(filter.status, taskStatusName),
                                     filterText(filter.type, requestTypeName),
                                     filterText(filter.queue, taskQueueName),
                                     filterText(filter.priority, taskPriorityName),
                                     search->count};
    parameters.insert(parameters.end(), search->tokens.begin(), search->tokens.end());
    parameters.emplace_back(pageSize(filter.limit));
    const auto rows = m_connection.query(ListTasks, parameters);
    return readAll<Task>(rows, reader());
}

} // namespace Frontdesk::Storage
