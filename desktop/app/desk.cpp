#include "desktop/app/desk.h"

#include <QEvent>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Desktop {

Desk::Desk(Scheduler &scheduler, Client::SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_session(m_api, scheduler, secrets)
    , m_live(scheduler)
    , m_tasks(m_api, scheduler)
    , m_actions(m_api, m_tasks)
    , m_detail(m_api, m_tasks)
    , m_escalations(m_api)
    , m_calls(m_api)
    , m_approvals(m_api)
{
    connect(&m_session, &Client::Session::accessGranted, this, &Desk::onAccess);
    connect(&m_session, &Client::Session::signedOut, this, &Desk::clear);
    connect(&m_live, &Client::LiveConnection::snapshotArrived, this, &Desk::onSnapshot);
    connect(&m_live, &Client::LiveConnection::eventArrived, this, &Desk::onEvent);
    connect(&m_live, &Client::LiveConnection::transientArrived, this, &Desk::onTransient);
    connect(&m_live, &Client::LiveConnection::tokenRefused, &m_api, &Client::ApiClient::accessExpired);
    connect(&m_preferences, &Platform::Preferences::changed, this,
            [this] { m_session.setIdleMinutes(m_preferences.lockMinutes()); });
    m_session.setIdleMinutes(m_preferences.lockMinutes());
}

void Desk::start()
{
    m_session.restore(m_preferences.server(), m_preferences.email());
}

void Desk::onAccess(bool fresh)
{
    if (!fresh) {
        m_live.renew(m_api.accessToken());
        return;
    }
    m_preferences.setServer(m_session.server());
    m_preferences.setEmail(m_session.email());
    m_preferences.rememberAccount(m_session.email(), m_session.userName());
    m_tasks.setUserId(m_session.userId());
    m_detail.setUserId(m_session.userId());
    m_approvals.setUserId(m_session.userId());
    m_actions.setUser(m_session.userId(), m_session.userName());
    m_live.open(m_api.server(), m_api.accessToken());
    if (m_session.role() == "doctor"_L1)
        m_approvals.reload();
}

void Desk::onSnapshot(const QJsonObject &snapshot)
{
    const auto tasks = snapshot.value("tasks"_L1).toArray();
    std::vector<Queue::TaskRow> rows;
    rows.reserve(size_t(tasks.size()));
    for (const auto &task : tasks)
        rows.push_back(Queue::TaskRow::fromJson(task.toObject()));
    m_tasks.replaceAll(rows);
    m_escalations.replaceAll(snapshot.value("escalations"_L1).toArray());
    m_calls.replaceAll(snapshot.value("calls"_L1).toArray());
}

void Desk::onEvent(const QString &kind, const QJsonObject &data)
{
    // What is gone by the time its news arrives comes without an id.
    const bool isThere = data.contains("id"_L1);
    if (kind == "call.turn"_L1) {
        onTurn(data.value("call_id"_L1).toString(), data.value("turn"_L1).toObject());
    } else if (!isThere) {
        return;
    } else if (kind.startsWith("task."_L1)) {
        m_tasks.upsert(Queue::TaskRow::fromJson(data));
        if (m_approvals.loaded())
            m_approvals.onTaskChanged(data);
    } else if (kind == "call.ended"_L1) {
        m_calls.remove(data.value("id"_L1).toString());
    } else if (kind.startsWith("call."_L1)) {
        m_calls.upsert(data);
    } else if (kind.startsWith("escalation."_L1)) {
        m_escalations.upsert(data);
    }
    Q_EMIT happened(kind);
}

void Desk::onTransient(const QString &kind, const QJsonObject &data)
{
    if (kind != "call.words"_L1)
        return;
    m_calls.onCallWords(data);
    m_escalations.onCallWords(data);
    Q_EMIT callWords(data.toVariantMap());
}

void Desk::onTurn(const QString &callId, const QJsonObject &turn)
{
    if (turn.isEmpty())
        return;
    onTransient(u"call.words"_s, {{u"call_id"_s, callId},
                                  {u"turn"_s, turn.value("number"_L1)},
                                  {u"speaker"_s, turn.value("speaker"_L1)},
                                  {u"text"_s, turn.value("text"_L1)},
                                  {u"final"_s, true},
                                  {u"record"_s, turn}});
}

void Desk::clear()
{
    m_live.close();
    m_detail.setTaskId({});
    m_tasks.clear();
    m_escalations.clear();
    m_calls.replaceAll({});
    m_approvals.clear();
}

bool Desk::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseMove || type == QEvent::MouseButtonPress ||
        type == QEvent::Wheel)
        m_session.touch();
    return QObject::eventFilter(watched, event);
}

} // namespace Frontdesk::Desktop
