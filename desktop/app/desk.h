#pragma once

#include "desktop/alerts/escalationmodel.h"
#include "desktop/approvals/approvalmodel.h"
#include "desktop/calls/livecallmodel.h"
#include "desktop/client/liveconnection.h"
#include "desktop/client/session.h"
#include "desktop/platform/preferences.h"
#include "desktop/queue/taskactions.h"
#include "desktop/queue/taskdetail.h"

namespace Frontdesk::Desktop {

/// One desk: builds the parts and carries what arrives from the service to them. QML receives this and nothing else.
class Desk final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(Frontdesk::Client::ApiClient *api READ api CONSTANT)
    Q_PROPERTY(Frontdesk::Client::Session *session READ session CONSTANT)
    Q_PROPERTY(Frontdesk::Client::LiveConnection *live READ live CONSTANT)
    Q_PROPERTY(Frontdesk::Platform::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(Frontdesk::Queue::TaskModel *tasks READ tasks CONSTANT)
    Q_PROPERTY(Frontdesk::Queue::TaskActions *actions READ actions CONSTANT)
    Q_PROPERTY(Frontdesk::Queue::TaskDetail *detail READ detail CONSTANT)
    Q_PROPERTY(Frontdesk::Alerts::EscalationModel *escalations READ escalations CONSTANT)
    Q_PROPERTY(Frontdesk::Calls::LiveCallModel *calls READ calls CONSTANT)
    Q_PROPERTY(Frontdesk::Approvals::ApprovalModel *approvals READ approvals CONSTANT)

public:
    /// `secrets` may be null. Both outlive the desk.
    Desk(Scheduler &scheduler, Client::SecretStore *secrets, QObject *parent = nullptr);

    /// Signs in with what was kept, when something was.
    void start();

    [[nodiscard]] Client::ApiClient *api() { return &m_api; }
    [[nodiscard]] Client::Session *session() { return &m_session; }
    [[nodiscard]] Client::LiveConnection *live() { return &m_live; }
    [[nodiscard]] Platform::Preferences *preferences() { return &m_preferences; }
    [[nodiscard]] Queue::TaskModel *tasks() { return &m_tasks; }
    [[nodiscard]] Queue::TaskActions *actions() { return &m_actions; }
    [[nodiscard]] Queue::TaskDetail *detail() { return &m_detail; }
    [[nodiscard]] Alerts::EscalationModel *escalations() { return &m_escalations; }
    [[nodiscard]] Calls::LiveCallModel *calls() { return &m_calls; }
    [[nodiscard]] Approvals::ApprovalModel *approvals() { return &m_approvals; }

    /// Any key or movement keeps the desk from locking.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Words as they are being said in a live call.
    void callWords(const QVariantMap &words);
    /// Something an open page may want to read again, for example `clinic.changed`.
    void happened(const QString &kind);

private:
    void onAccess(bool fresh);
    void onSnapshot(const QJsonObject &snapshot);
    void onEvent(const QString &kind, const QJsonObject &data);
    void onTurn(const QString &callId, const QJsonObject &turn);
    void onTransient(const QString &kind, const QJsonObject &data);
    void clear();

    Platform::Preferences m_preferences;
    Client::ApiClient m_api;
    Client::Session m_session;
    Client::LiveConnection m_live;
    Queue::TaskModel m_tasks;
    Queue::TaskActions m_actions;
    Queue::TaskDetail m_detail;
    Alerts::EscalationModel m_escalations;
    Calls::LiveCallModel m_calls;
    Approvals::ApprovalModel m_approvals;
};

} // namespace Frontdesk::Desktop
