#include "desktop/approvals/approvalmodel.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Frontdesk::Approvals {

namespace {

/// The service's cap for one page.
const auto PageSize = u"200"_s;
/// With fewer left than this, those behind the first page are fetched.
constexpr int FewLeft = 50;
/// The service's cap for one batch.
constexpr int MostAtOnce = 50;

} // namespace

ApprovalModel::ApprovalModel(Client::ApiClient &api, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
{}

void ApprovalModel::reload()
{
    m_readAgain = m_reading != nullptr;
    if (m_readAgain)
        return;
    m_reading = std::make_unique<QObject>();
    m_api.get(u"/approvals"_s, {{u"state"_s, u"pending"_s}, {u"limit"_s, PageSize}}, m_reading.get(),
              [this](const Client::ApiAnswer &answer) {
                  m_reading.release()->deleteLater();
                  m_problem = answer.sentence();
                  if (answer.ok()) {
                      const auto kept = current().value(u"id"_s).toString();
                      beginResetModel();
                      m_waiting.clear();
                      const auto items = answer.body.value("items"_L1).toArray();
                      for (const auto &item : items) {
                          if (awaitsMe(item.toObject()))
                              m_waiting.push_back(item.toObject());
                      }
                      m_hasMore = answer.body.value("next_cursor"_L1).isString();
                      endResetModel();
                      m_loaded = true;
                      m_current = m_waiting.empty() ? -1 : std::max(0, rowOf(kept));
                  }
                  Q_EMIT changed();
                  Q_EMIT currentChanged();
                  if (m_readAgain)
                      reload();
              });
}

void ApprovalModel::clear()
{
    m_reading.reset();
    m_readAgain = m_hasMore = false;
    beginResetModel();
    m_waiting.clear();
    endResetModel();
    m_loaded = false;
    m_last = {};
    m_current = -1;
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void ApprovalModel::onTaskChanged(const QJsonObject &task)
{
    const int row = rowOf(task.value("id"_L1).toString());
    const bool waits = awaitsMe(task);
    if (row >= 0 && !waits)
        take(row);
    else if (waits && (row < 0 || m_waiting[size_t(row)].value("version"_L1) != task.value("version"_L1)))
        reload(); // The lines of the call and the note of staff are not part of the event.
}

void ApprovalModel::decide(const QString &decision, const QString &reason)
{
    if (m_current < 0)
        return;
    const int row = m_current;
    const auto task = m_waiting[size_t(row)];
    const auto id = task.value("id"_L1).toString();
    QJsonObject body{{u"decision"_s, decision}};
    if (!reason.isEmpty())
        body.insert(decision == "reject"_L1 ? "reason"_L1 : "note"_L1, reason);
    take(row);
    m_last = {.id = id};
    Q_EMIT changed();
    m_api.send({.verb = Client::ApiRequest::Verb::Post,
                .path = "/approvals/"_L1 + id,
                .query = {},
                .body = body,
                .ifMatch = task.value("version"_L1).toInt()},
               this, [this, id, row, task, decision](const Client::ApiAnswer &answer) {
                   const bool isLast = m_last.id == id;
                   if (!answer.ok()) {
                       if (isLast)
                           m_last = {};
                       putBack(row, task);
                       Q_EMIT refused(answer.sentence());
                       return;
                   }
                   if (isLast)
                       m_last.version = answer.body.value("version"_L1).toInt();
                   Q_EMIT decided(decision, 1);
                   if (isLast && m_last.takeBack)
                       undo();
                   else if (m_hasMore && count() < FewLeft)
                       reload();
               });
}

void ApprovalModel::approveKind()
{
    if (m_current < 0 || !isBatchable(m_waiting[size_t(m_current)]))
        return;
    m_last = {};
    const auto kind = m_waiting[size_t(m_current)].value("request_type"_L1);
    QJsonArray items;
    for (const auto &task : m_waiting) {
        if (task.value("request_type"_L1) == kind)
            items.append(QJsonObject{{u"id"_s, task.value("id"_L1)}, {u"version"_s, task.value("version"_L1)}});
    }
    approveNext(items, 0);
}

void ApprovalModel::approveNext(const QJsonArray &items, int approved)
{
    QJsonArray now;
    QJsonArray later;
    for (const auto &item : items)
        (now.size() < MostAtOnce ? now : later).append(item);
    m_api.send({.verb = Client::ApiRequest::Verb::Post,
                .path = u"/approvals/batch"_s,
                .query = {},
                .body = {{u"items"_s, now}, {u"decision"_s, u"approve"_s}}},
               this, [this, later, all = approved + int(now.size()), approved](const Client::ApiAnswer &answer) {
                   if (answer.ok() && !later.isEmpty()) {
                       approveNext(later, all);
                       return;
                   }
                   reload();
                   if (const int done = answer.ok() ? all : approved; done > 0)
                       Q_EMIT decided(u"approve"_s, done);
                   if (!answer.ok())
                       Q_EMIT refused(answer.sentence());
               });
}

bool ApprovalModel::awaitsMe(const QJsonObject &task) const
{
    const auto approval = task.value("approval"_L1).toObject();
    const auto state = approval.value("state"_L1).toString();
    const auto by = approval.value("decided_by"_L1).toObject().value("id"_L1).toString();
    return state == "pending"_L1 || (state == "signed"_L1 && by != m_userId);
}

void ApprovalModel::skip()
{
    if (count() < 2)
        return;
    const auto task = m_waiting[size_t(m_current)];
    const int row = m_current;
    if (row + 1 == count()) {
        setCurrentRow(0);
        return;
    }
    beginMoveRows({}, row, row, {}, count());
    m_waiting.erase(m_waiting.begin() + row);
    m_waiting.push_back(task);
    endMoveRows();
    Q_EMIT currentChanged();
}

void ApprovalModel::undo()
{
    if (m_last.id.isEmpty())
        return;
    if (m_last.version < 0) {
        // The key was faster than the service's answer, which brings the version to undo.
        m_last.takeBack = true;
        return;
    }
    const auto last = std::exchange(m_last, {});
    Q_EMIT changed();
    m_api.send({.verb = Client::ApiRequest::Verb::Post,
                .path = "/tasks/"_L1 + last.id + "/actions/undo"_L1,
                .query = {},
                .body = {},
                .ifMatch = last.version},
               this, [this](const Client::ApiAnswer &answer) {
                   reload();
                   if (answer.ok())
                       Q_EMIT undone();
                   else
                       Q_EMIT refused(answer.sentence());
               });
}

void ApprovalModel::take(int row)
{
    beginRemoveRows({}, row, row);
    m_waiting.erase(m_waiting.begin() + row);
    endRemoveRows();
    if (row < m_current)
        --m_current;
    m_current = std::min(m_current, count() - 1);
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void ApprovalModel::putBack(int row, const QJsonObject &task)
{
    if (rowOf(task.value("id"_L1).toString()) >= 0)
        return;
    row = std::min(row, count());
    beginInsertRows({}, row, row);
    m_waiting.insert(m_waiting.begin() + row, task);
    endInsertRows();
    m_current = row;
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void ApprovalModel::setCurrentRow(int row)
{
    if (row == m_current || row < 0 || row >= count())
        return;
    m_current = row;
    Q_EMIT currentChanged();
}

QVariantMap ApprovalModel::current() const
{
    return m_current < 0 ? QVariantMap() : m_waiting[size_t(m_current)].toVariantMap();
}

QVariantList ApprovalModel::kinds() const
{
    QMap<QString, int> counts;
    for (const auto &task : m_waiting)
        ++counts[task.value("request_type"_L1).toString()];
    QVariantList kinds;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        kinds << QVariantMap{{u"request_type"_s, it.key()}, {u"count"_s, it.value()}};
    std::stable_sort(kinds.begin(), kinds.end(), [](const QVariant &a, const QVariant &b) {
        return a.toMap().value(u"count"_s).toInt() > b.toMap().value(u"count"_s).toInt();
    });
    return kinds;
}

int ApprovalModel::rowOf(const QString &id) const
{
    const auto same = [&](const QJsonObject &task) { return task.value("id"_L1).toString() == id; };
    const auto place = std::find_if(m_waiting.begin(), m_waiting.end(), same);
    return place == m_waiting.end() ? -1 : int(place - m_waiting.begin());
}

bool ApprovalModel::isBatchable(const QJsonObject &task)
{
    const auto kind = task.value("request_type"_L1).toString();
    return kind == "referral_request"_L1 || kind == "medical_records"_L1;
}

int ApprovalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ApprovalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &task = m_waiting[size_t(index.row())];
    switch (role) {
    case TaskIdRole:
        return task.value("id"_L1).toString();
    case PatientNameRole:
        return task.value("patient_name"_L1).toString();
    case RequestTypeRole:
        return task.value("request_type"_L1).toString();
    case PriorityRole:
        return task.value("priority"_L1).toString();
    case WishRole:
        return task.value("details"_L1).toObject().value("reason"_L1).toString();
    case CreatedAtRole:
        return QDateTime::fromString(task.value("created_at"_L1).toString(), Qt::ISODateWithMs);
    case BatchableRole:
        return isBatchable(task);
    default:
        return {};
    }
}

QHash<int, QByteArray> ApprovalModel::roleNames() const
{
    return {{TaskIdRole, "taskId"},
            {PatientNameRole, "patientName"},
            {RequestTypeRole, "requestType"},
            {PriorityRole, "priority"},
            {WishRole, "wish"},
            {CreatedAtRole, "createdAt"},
            {BatchableRole, "batchable"}};
}

} // namespace Frontdesk::Approvals
