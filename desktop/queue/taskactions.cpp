#include "desktop/queue/taskactions.h"

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

TaskActions::TaskActions(Client::ApiClient &api, TaskModel &tasks, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_tasks(tasks)
{}

void TaskActions::setUser(const QString &id, const QString &name)
{
    m_userId = id;
    m_userName = name;
    m_waiting.clear();
    setUndo({});
}

void TaskActions::toggleFlag(const QString &id)
{
    const auto *task = m_tasks.find(id);
    perform(id, task && task->flagged ? u"unflag"_s : u"flag"_s);
}

void TaskActions::note(const QString &id, const QString &text)
{
    if (!text.trimmed().isEmpty())
        perform(id, u"note"_s, {{u"text"_s, text.trimmed()}});
}

void TaskActions::assignToDoctor(const QString &id, const QString &doctorId)
{
    perform(id, u"assign-to-doctor"_s, doctorId.isEmpty() ? QJsonObject() : QJsonObject{{u"doctor_id"_s, doctorId}});
}

void TaskActions::undo()
{
    if (const QString id = m_undoId; canUndo())
        perform(id, u"undo"_s);
}

void TaskActions::perform(const QString &id, const QString &action, const QJsonObject &body)
{
    const auto *task = m_tasks.find(id);
    if (!task)
        return;
    setUndo(action == u"undo" || action == u"call-back" ? QString() : id);
    const auto waiting = m_waiting.find(id);
    if (waiting == m_waiting.end()) {
        m_waiting.insert(id, {});
        send(id, {action, body});
        return;
    }
    m_tasks.upsert(expected(*task, action));
    waiting->enqueue({action, body});
}

void TaskActions::send(const QString &id, const Step &step)
{
    const TaskRow before = *m_tasks.find(id);
    m_tasks.upsert(expected(before, step.action));
    m_api.send({.verb = Client::ApiRequest::Verb::Post,
                .path = "/tasks/"_L1 + id + "/actions/"_L1 + step.action,
                .query = {},
                .body = step.body,
                .ifMatch = before.version},
               this, [this, id, action = step.action, before](const Client::ApiAnswer &answer) {
                   onAnswer(id, action, before, answer);
                   sendNext(id);
               });
}

void TaskActions::sendNext(const QString &id)
{
    const auto waiting = m_waiting.find(id);
    if (waiting == m_waiting.end())
        return;
    if (waiting->isEmpty() || !m_tasks.find(id))
        m_waiting.erase(waiting);
    else
        send(id, waiting->dequeue());
}

void TaskActions::setUndo(const QString &id)
{
    m_undoId = id;
    Q_EMIT canUndoChanged();
}

TaskRow TaskActions::expected(TaskRow row, const QString &action) const
{
    if (action == "start"_L1 || action == "complete"_L1) {
        row.assigneeId = m_userId;
        row.assigneeName = m_userName;
        row.status = action == "start"_L1 ? TaskRow::Status::InProgress : TaskRow::Status::Completed;
        if (action == "complete"_L1)
            row.completedAt = QDateTime::currentDateTimeUtc();
    } else if (action == "release"_L1) {
        row.assigneeId.clear();
        row.assigneeName.clear();
        row.status = TaskRow::Status::Pending;
    } else if (action == "reopen"_L1) {
        row.status = TaskRow::Status::Pending;
    } else if (action == "flag"_L1 || action == "unflag"_L1) {
        row.flagged = action == "flag"_L1;
    } else if (action == "note"_L1) {
        ++row.noteCount;
    }
    return row;
}

void TaskActions::onAnswer(const QString &id, const QString &action, const TaskRow &before,
                           const Client::ApiAnswer &answer)
{
    if (!answer.ok()) {
        // The service's own view wins over what stood here before; while waiting an event may have brought it already.
        const auto current = answer.body.value("current"_L1).toObject();
        const auto *now = m_tasks.find(id);
        if (!current.isEmpty())
            m_tasks.upsert(TaskRow::fromJson(current));
        else if (now && now->version == before.version)
            m_tasks.upsert(before);
        if (m_undoId == id)
            setUndo({});
        // What was never done must not take back something older.
        m_waiting[id].removeIf([](const Step &step) { return step.action == u"undo"; });
        Q_EMIT refused(id, answer.sentence());
        return;
    }
    const auto nested = answer.body.value("task"_L1).toObject();
    m_tasks.upsert(TaskRow::fromJson(nested.isEmpty() ? answer.body : nested));
    if (action == "call-back"_L1)
        Q_EMIT dial(QUrl(answer.body.value("dial_uri"_L1).toString()));
    Q_EMIT performed(id, action);
}

} // namespace Frontdesk::Queue
