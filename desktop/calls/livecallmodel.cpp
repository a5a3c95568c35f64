#include "desktop/calls/livecallmodel.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

LiveCallModel::LiveCallModel(Client::ApiClient &api, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
{}

LiveCallModel::LiveCall LiveCallModel::fromJson(const QJsonObject &json)
{
    LiveCall call;
    call.id = json.value("id"_L1).toString();
    call.callerNumber = json.value("caller_number"_L1).toString();
    call.patientName = json.value("patient_name"_L1).toString();
    call.phase = json.value("phase"_L1).toString();
    call.escalationReason = json.value("escalation_reason"_L1).toString();
    call.startedAt = QDateTime::fromString(json.value("started_at"_L1).toString(), Qt::ISODateWithMs);
    return call;
}

void LiveCallModel::replaceAll(const QJsonArray &calls)
{
    beginResetModel();
    m_calls.clear();
    for (const auto &call : calls)
        m_calls.push_back(fromJson(call.toObject()));
    std::stable_sort(m_calls.begin(), m_calls.end(),
                     [](const LiveCall &a, const LiveCall &b) { return a.startedAt < b.startedAt; });
    endResetModel();
    Q_EMIT countChanged();
}

void LiveCallModel::upsert(const QJsonObject &json)
{
    auto call = fromJson(json);
    const int at = rowOf(call.id);
    if (!json.value("ended_at"_L1).toString().isEmpty()) {
        remove(call.id);
    } else if (at >= 0) {
        auto &known = m_calls[size_t(at)];
        call.lastWords = known.lastWords;
        call.lastSpeaker = known.lastSpeaker;
        known = std::move(call);
        Q_EMIT dataChanged(index(at), index(at));
    } else {
        beginInsertRows({}, count(), count());
        m_calls.push_back(std::move(call));
        endInsertRows();
        Q_EMIT countChanged();
    }
}

void LiveCallModel::remove(const QString &callId)
{
    const int at = rowOf(callId);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_calls.erase(m_calls.begin() + at);
    endRemoveRows();
    Q_EMIT countChanged();
}

void LiveCallModel::onCallWords(const QJsonObject &words)
{
    const int at = rowOf(words.value("call_id"_L1).toString());
    if (at < 0)
        return;
    m_calls[size_t(at)].lastWords = words.value("text"_L1).toString();
    m_calls[size_t(at)].lastSpeaker = words.value("speaker"_L1).toString();
    Q_EMIT dataChanged(index(at), index(at), {LastWordsRole, LastSpeakerRole});
}

void LiveCallModel::takeOver(const QString &callId)
{
    m_api.send({.verb = Client::ApiRequest::Verb::Post, .path = "/calls/"_L1 + callId + "/take-over"_L1}, this,
               [this, callId](const Client::ApiAnswer &answer) {
                   if (answer.ok())
                       Q_EMIT takenOver(callId);
                   else
                       Q_EMIT refused(answer.sentence());
               });
}

QString LiveCallModel::idAt(int row) const
{
    return row >= 0 && row < count() ? m_calls[size_t(row)].id : QString();
}

QVariantMap LiveCallModel::call(const QString &callId) const
{
    const int at = rowOf(callId);
    if (at < 0)
        return {};
    const auto &known = m_calls[size_t(at)];
    return {{u"patient_name"_s, known.patientName}, {u"caller_number"_s, known.callerNumber}};
}

int LiveCallModel::rowOf(const QString &callId) const
{
    const auto same = [&](const LiveCall &call) { return call.id == callId; };
    const auto place = std::find_if(m_calls.begin(), m_calls.end(), same);
    return place == m_calls.end() ? -1 : int(place - m_calls.begin());
}

int LiveCallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LiveCallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &call = m_calls[size_t(index.row())];
    switch (role) {
    case CallIdRole:
        return call.id;
    case CallerNumberRole:
        return call.callerNumber;
    case PatientNameRole:
        return call.patientName;
    case PhaseRole:
        return call.phase;
    case EscalationReasonRole:
        return call.escalationReason;
    case LastWordsRole:
        return call.lastWords;
    case LastSpeakerRole:
        return call.lastSpeaker;
    case StartedAtRole:
        return call.startedAt;
    default:
        return {};
    }
}

QHash<int, QByteArray> LiveCallModel::roleNames() const
{
    return {{CallIdRole, "callId"},
            {CallerNumberRole, "callerNumber"},
            {PatientNameRole, "patientName"},
            {PhaseRole, "phase"},
            {EscalationReasonRole, "escalationReason"},
            {LastWordsRole, "lastWords"},
            {LastSpeakerRole, "lastSpeaker"},
            {StartedAtRole, "startedAt"}};
}

} // namespace Frontdesk::Calls
