#pragma once

#include "desktop/client/apiclient.h"
#include "desktop/queue/taskmodel.h"

#include <QHash>
#include <QQueue>

namespace Frontdesk::Queue {

/// What a person does with a task. The queue shows the change at once and takes it back when the service refuses.
///
/// Keys come faster than answers: what is done with one task goes out one after another, each with the version that the
/// answer before it brought.
class TaskActions final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged)

public:
    TaskActions(Client::ApiClient &api, TaskModel &tasks, QObject *parent = nullptr);

    /// Who acts, for showing a claim before the service has answered.
    void setUser(const QString &id, const QString &name);

    /// Takes the task and begins with it: everybody sees it in progress.
    Q_INVOKABLE void claim(const QString &id) { perform(id, QStringLiteral("start")); }
    Q_INVOKABLE void release(const QString &id) { perform(id, QStringLiteral("release")); }
    Q_INVOKABLE void complete(const QString &id) { perform(id, QStringLiteral("complete")); }
    Q_INVOKABLE void reopen(const QString &id) { perform(id, QStringLiteral("reopen")); }
    Q_INVOKABLE void toggleFlag(const QString &id);
    Q_INVOKABLE void note(const QString &id, const QString &text);
    /// `doctorId` may be empty: any doctor.
    Q_INVOKABLE void assignToDoctor(const QString &id, const QString &doctorId = {});
    /// `dial` follows with the link the system's phone understands.
    Q_INVOKABLE void callBack(const QString &id) { perform(id, QStringLiteral("call-back")); }
    /// Takes back the last thing done here, also when its answer is still on the way.
    Q_INVOKABLE void undo();

    [[nodiscard]] bool canUndo() const { return !m_undoId.isEmpty(); }

Q_SIGNALS:
    void canUndoChanged();
    /// `action` is the service's word, for example `complete`.
    void performed(const QString &id, const QString &action);
    void refused(const QString &id, const QString &sentence);
    void dial(const QUrl &link);

private:
    struct Step {
        QString action;
        QJsonObject body;
    };

    void perform(const QString &id, const QString &action, const QJsonObject &body = {});
    void send(const QString &id, const Step &step);
    void sendNext(const QString &id);
    void setUndo(const QString &id);
    void onAnswer(const QString &id, const QString &action, const TaskRow &before, const Client::ApiAnswer &answer);
    [[nodiscard]] TaskRow expected(TaskRow row, const QString &action) const;

    Client::ApiClient &m_api;
    TaskModel &m_tasks;
    QString m_userId;
    QString m_userName;
    QString m_undoId;
    /// What waits, for each task of which an answer is on the way.
    QHash<QString, QQueue<Step>> m_waiting;
};

} // namespace Frontdesk::Queue
