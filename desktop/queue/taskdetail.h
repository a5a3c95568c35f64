#pragma once

#include "desktop/client/apiclient.h"
#include "desktop/queue/taskmodel.h"

#include <QVariantList>

namespace Frontdesk::Queue {

/// The one task that is open, in full: read when opened and again whenever it changes.
class TaskDetail final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(QString taskId READ taskId WRITE setTaskId NOTIFY taskIdChanged)
    Q_PROPERTY(QString callId READ callId NOTIFY changed)
    /// The task as the service sent it; empty until loaded.
    Q_PROPERTY(QVariantMap task READ task NOTIFY changed)
    /// [{name, value, said_as, confidence, turn, from_ms, to_ms, confirmed}], in the order a person reads them.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    TaskDetail(Client::ApiClient &api, TaskModel &tasks, QObject *parent = nullptr);

    void setUserId(const QString &id) { m_userId = id; }
    [[nodiscard]] QString taskId() const { return m_taskId; }
    void setTaskId(const QString &id);
    [[nodiscard]] QString callId() const { return m_task.value(QStringLiteral("call_id")).toString(); }
    [[nodiscard]] QVariantMap task() const { return m_task; }
    [[nodiscard]] QVariantList fields() const { return m_fields; }
    [[nodiscard]] bool mine() const;
    [[nodiscard]] bool ready() const { return !m_task.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void taskIdChanged();
    void changed();

private:
    void load();
    void onRowChanged(const QString &id);

    Client::ApiClient &m_api;
    TaskModel &m_tasks;
    QString m_userId;
    QString m_taskId;
    QVariantMap m_task;
    QVariantList m_fields;
    QString m_problem;
};

} // namespace Frontdesk::Queue
