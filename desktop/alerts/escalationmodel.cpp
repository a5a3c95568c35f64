#include "desktop/alerts/escalationmodel.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Alerts {

EscalationModel::Escalation EscalationModel::Escalation::fromJson(const QJsonObject &json)
{
    Escalation escalation;
    escalation.id = json.value("id"_L1).toString();
    escalation.callId = json.value("call_id"_L1).toString();
    escalation.taskId = json.value("task_id"_L1).toString();
    escalation.reason = json.value("reason"_L1).toString();
    escalation.patientName = json.value("patient_name"_L1).toString();
    escalation.callerNumber = json.value("caller_number"_L1).toString();
    escalation.lastWords = json.value("last_words"_L1).toString();
    escalation.decidedAt = QDateTime::fromString(json.value("decided_at"_L1).toString(), Qt::ISODateWithMs);
    escalation.emergency = json.value("emergency"_L1).toBool();
    return escalation;
}

bool EscalationModel::Escalation::isBefore(const Escalation &other) const
{
    if (emergency != other.emergency)
        return emergency;
    return decidedAt != other.decidedAt ? decidedAt < other.decidedAt : id < other.id;
}

EscalationModel::EscalationModel(Client::ApiClient &api, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
{}

void EscalationModel::replaceAll(const QJsonArray &open)
{
    beginResetModel();
    m_open.clear();
    for (const auto &item : open)
        m_open.push_back(Escalation::fromJson(item.toObject()));
    std::sort(m_open.begin(), m_open.end(), [](const auto &a, const auto &b) { return a.isBefore(b); });
    endResetModel();
    Q_EMIT countChanged();
}

void EscalationModel::upsert(const QJsonObject &json)
{
    auto escalation = Escalation::fromJson(json);
    const auto known = find(escalation.id);
    if (!json.value("acknowledged_at"_L1).toString().isEmpty()) {
        if (known != m_open.end())
            remove(known);
        return;
    }
    if (known != m_open.end()) {
        *known = std::move(escalation);
        const int at = int(known - m_open.begin());
        Q_EMIT dataChanged(index(at), index(at));
        return;
    }
    const auto before = [](const Escalation &a, const Escalation &b) { return a.isBefore(b); };
    const auto place = std::lower_bound(m_open.begin(), m_open.end(), escalation, before);
    const int at = int(place - m_open.begin());
    beginInsertRows({}, at, at);
    const auto added = *m_open.insert(place, std::move(escalation));
    endInsertRows();
    Q_EMIT countChanged();
    Q_EMIT raised(added.id, added.reason, added.emergency,
                  added.patientName.isEmpty() ? added.callerNumber : added.patientName);
}

void EscalationModel::onCallWords(const QJsonObject &words)
{
    if (words.value("speaker"_L1).toString() != "caller"_L1)
        return;
    const auto callId = words.value("call_id"_L1).toString();
    for (size_t at = 0; at < m_open.size(); ++at) {
        if (m_open[at].callId != callId)
            continue;
        m_open[at].lastWords = words.value("text"_L1).toString();
        Q_EMIT dataChanged(index(int(at)), index(int(at)), {LastWordsRole});
    }
}

void EscalationModel::clear()
{
    replaceAll({});
}

void EscalationModel::acknowledge(const QString &id)
{
    // Remembered now: the news of it may come by the live line before the answer does.
    const auto taskId = taskIdOf(id);
    m_api.send({.verb = Client::ApiRequest::Verb::Post, .path = "/escalations/"_L1 + id + "/acknowledge"_L1}, this,
               [this, id, taskId](const Client::ApiAnswer &answer) {
                   const auto known = find(id);
                   const bool gone = answer.ok() || answer.code == "owned"_L1 || answer.status == 404;
                   if (gone && known != m_open.end())
                       remove(known);
                   if (answer.ok())
                       Q_EMIT acknowledged(id, taskId);
                   else
                       Q_EMIT taken(answer.sentence());
               });
}

QString EscalationModel::idAt(int row) const
{
    return row >= 0 && row < count() ? m_open[size_t(row)].id : QString();
}

QString EscalationModel::taskIdOf(const QString &id) const
{
    const auto same = [&](const Escalation &escalation) { return escalation.id == id; };
    const auto place = std::find_if(m_open.cbegin(), m_open.cend(), same);
    return place == m_open.cend() ? QString() : place->taskId;
}

std::vector<EscalationModel::Escalation>::iterator EscalationModel::find(const QString &id)
{
    return std::find_if(m_open.begin(), m_open.end(), [&](const Escalation &known) { return known.id == id; });
}

void EscalationModel::remove(std::vector<Escalation>::iterator place)
{
    const int at = int(place - m_open.begin());
    beginRemoveRows({}, at, at);
    m_open.erase(place);
    endRemoveRows();
    Q_EMIT countChanged();
}

int EscalationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EscalationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &escalation = m_open[size_t(index.row())];
    switch (role) {
    case EscalationIdRole:
        return escalation.id;
    case CallIdRole:
        return escalation.callId;
    case TaskIdRole:
        return escalation.taskId;
    case ReasonRole:
        return escalation.reason;
    case EmergencyRole:
        return escalation.emergency;
    case PatientNameRole:
        return escalation.patientName;
    case CallerNumberRole:
        return escalation.callerNumber;
    case LastWordsRole:
        return escalation.lastWords;
    case DecidedAtRole:
        return escalation.decidedAt;
    default:
        return {};
    }
}

QHash<int, QByteArray> EscalationModel::roleNames() const
{
    return {{EscalationIdRole, "escalationId"},
            {CallIdRole, "callId"},
            {TaskIdRole, "taskId"},
            {ReasonRole, "reason"},
            {EmergencyRole, "emergency"},
            {PatientNameRole, "patientName"},
            {CallerNumberRole, "callerNumber"},
            {LastWordsRole, "lastWords"},
            {DecidedAtRole, "decidedAt"}};
}

} // namespace Frontdesk::Alerts
