#include "desktop/queue/taskdetail.h"

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

namespace {

/// As a person wants to read a request; what is not named here follows in the order it came.
const QStringList &readingOrder()
{
    static const QStringList order{u"patient_name"_s,    u"caller_name"_s,    u"relationship"_s,   u"date_of_birth"_s,
                                   u"callback_number"_s, u"preferred_date"_s, u"preferred_days"_s, u"preferred_time"_s,
                                   u"provider_name"_s,   u"reason"_s};
    return order;
}

QVariantList fieldsOf(const QVariantMap &slots)
{
    QStringList names;
    for (const auto &name : readingOrder()) {
        if (slots.contains(name))
            names << name;
    }
    for (auto it = slots.cbegin(); it != slots.cend(); ++it) {
        if (!names.contains(it.key()))
            names << it.key();
    }
    QVariantList fields;
    for (const auto &name : std::as_const(names)) {
        auto field = slots.value(name).toMap();
        field.insert(u"name"_s, name);
        fields << field;
    }
    return fields;
}

} // namespace

TaskDetail::TaskDetail(Client::ApiClient &api, TaskModel &tasks, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_tasks(tasks)
{
    connect(&m_tasks, &TaskModel::rowChanged, this, &TaskDetail::onRowChanged);
}

void TaskDetail::setTaskId(const QString &id)
{
    if (id == m_taskId)
        return;
    m_taskId = id;
    m_task.clear();
    m_fields.clear();
    m_problem.clear();
    Q_EMIT taskIdChanged();
    Q_EMIT changed();
    if (!id.isEmpty())
        load();
}

bool TaskDetail::mine() const
{
    return !m_userId.isEmpty() && m_task.value(u"assignee"_s).toMap().value(u"id"_s).toString() == m_userId;
}

void TaskDetail::load()
{
    m_api.get("/tasks/"_L1 + m_taskId, {}, this, [this, id = m_taskId](const Client::ApiAnswer &answer) {
        if (id != m_taskId)
            return;
        m_problem = answer.sentence();
        if (answer.ok()) {
            m_task = answer.body.toVariantMap();
            m_fields = fieldsOf(m_task.value(u"slots"_s).toMap());
        }
        Q_EMIT changed();
    });
}

void TaskDetail::onRowChanged(const QString &id)
{
    if (id != m_taskId || !ready())
        return;
    const auto *row = m_tasks.find(id);
    if (!row || row->version != m_task.value(u"version"_s).toInt())
        load();
}

} // namespace Frontdesk::Queue
