#include "desktop/queue/taskmodel.h"

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

namespace {

QString priorityName(TaskRow::Priority priority)
{
    switch (priority) {
    case TaskRow::Priority::Emergency:
        return u"emergency"_s;
    case TaskRow::Priority::Urgent:
        return u"urgent"_s;
    case TaskRow::Priority::Normal:
        break;
    }
    return u"normal"_s;
}

QString statusName(TaskRow::Status status)
{
    switch (status) {
    case TaskRow::Status::Completed:
        return u"completed"_s;
    case TaskRow::Status::InProgress:
        return u"in_progress"_s;
    case TaskRow::Status::Pending:
        break;
    }
    return u"pending"_s;
}

} // namespace

TaskModel::TaskModel(Client::ApiClient &api, Scheduler &scheduler, QObject *parent)
    : QAbstractListModel(parent)
    , m_lookup(api, scheduler)
{
    connect(&m_lookup, &TaskLookup::found, this, &TaskModel::onFound);
    connect(&m_lookup, &TaskLookup::changed, this, &TaskModel::lookingChanged);
}

void TaskModel::replaceAll(const std::vector<TaskRow> &rows)
{
    QHash<QString, RowPointer> all;
    all.reserve(qsizetype(rows.size()) + m_all.size());
    for (const auto &row : std::as_const(m_all)) {
        if (row->status == TaskRow::Status::Completed)
            all.insert(row->id, row);
    }
    m_pending = m_inProgress = m_urgent = 0;
    for (const auto &row : rows) {
        all.insert(row.id, std::make_shared<TaskRow>(row));
        count(row, 1);
    }
    const auto old = std::exchange(m_all, std::move(all));
    const bool isFirst = !std::exchange(m_loaded, true);
    if (m_shown.empty())
        refilter();
    else
        settle(); // A resumed desk keeps its place.
    if (isFirst)
        look({});
    Q_EMIT countsChanged();
    for (const auto &before : old) {
        const auto *now = find(before->id);
        if (!now || now->version != before->version)
            Q_EMIT rowChanged(before->id);
    }
}

void TaskModel::upsert(const TaskRow &row)
{
    auto &known = m_all[row.id];
    if (known && known->version > row.version)
        return;
    const bool isNew = !known;
    if (known)
        count(*known, -1);
    count(row, 1);
    // The place is looked up with the old values, because the list is sorted by them.
    const int at = isNew ? -1 : positionOf(*known);
    if (isNew)
        known = std::make_shared<TaskRow>(row);
    const RowPointer pointer = known;
    const bool moves = at < 0 || !fits(row) || pointer->priority != row.priority || placeOf(*pointer) != placeOf(row);
    if (at >= 0 && moves && !m_holding) {
        beginRemoveRows({}, at, at);
        m_shown.erase(m_shown.begin() + at);
        endRemoveRows();
    }
    *pointer = row;
    if (at >= 0 && (!moves || m_holding))
        Q_EMIT dataChanged(index(at), index(at));
    else if (fits(row))
        place(pointer);
    Q_EMIT countsChanged();
    Q_EMIT rowChanged(row.id);
}

void TaskModel::place(const RowPointer &row)
{
    if (m_holding) {
        ++m_arrivals;
        return;
    }
    const auto before = [](const RowPointer &a, const RowPointer &b) { return a->isBefore(*b); };
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), row, before);
    const int at = int(place - m_shown.begin());
    beginInsertRows({}, at, at);
    m_shown.insert(place, row);
    endInsertRows();
}

void TaskModel::settle()
{
    const auto target = wanted();
    QSet<QString> keep;
    keep.reserve(qsizetype(target.size()));
    for (const auto &row : target)
        keep.insert(row->id);
    for (int at = int(m_shown.size()) - 1; at >= 0; --at) {
        if (keep.contains(m_shown[size_t(at)]->id))
            continue;
        beginRemoveRows({}, at, at);
        m_shown.erase(m_shown.begin() + at);
        endRemoveRows();
    }
    for (size_t at = 0; at < target.size(); ++at) {
        if (at < m_shown.size() && m_shown[at]->id == target[at]->id) {
            const auto old = std::exchange(m_shown[at], target[at]);
            if (*old != *target[at])
                Q_EMIT dataChanged(index(int(at)), index(int(at)));
            continue;
        }
        const auto same = [&](const RowPointer &row) { return row->id == target[at]->id; };
        const auto from = std::find_if(m_shown.begin() + qsizetype(at), m_shown.end(), same);
        if (from == m_shown.end()) {
            beginInsertRows({}, int(at), int(at));
            m_shown.insert(m_shown.begin() + qsizetype(at), target[at]);
            endInsertRows();
        } else {
            const int source = int(from - m_shown.begin());
            beginMoveRows({}, source, source, {}, int(at));
            m_shown.erase(from);
            m_shown.insert(m_shown.begin() + qsizetype(at), target[at]);
            endMoveRows();
        }
    }
    m_arrivals = 0;
    Q_EMIT countsChanged();
}

void TaskModel::refilter()
{
    beginResetModel();
    m_shown = wanted();
    m_arrivals = 0;
    endResetModel();
    Q_EMIT countsChanged();
}

std::vector<TaskModel::RowPointer> TaskModel::wanted() const
{
    std::vector<RowPointer> rows;
    rows.reserve(size_t(m_all.size()));
    for (const auto &row : m_all) {
        if (fits(*row))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const RowPointer &a, const RowPointer &b) { return a->isBefore(*b); });
    return rows;
}

TaskModel::Show TaskModel::placeOf(const TaskRow &row)
{
    if (row.status == TaskRow::Status::Completed)
        return Show::Completed;
    // What somebody has, or a doctor has to decide, is nobody else's to begin.
    const bool isTaken = row.status == TaskRow::Status::InProgress || !row.assigneeId.isEmpty() ||
                         row.approvalState == "pending"_L1 || row.approvalState == "signed"_L1;
    return isTaken ? Show::InProgress : Show::New;
}

bool TaskModel::fits(const TaskRow &row) const
{
    const bool isHere = m_query.isEmpty() ? placeOf(row) == m_show : m_found.contains(row.id) || m_query.matches(row);
    return isHere && (m_requestType.isEmpty() || row.requestType == m_requestType) &&
           (!m_onlyMine || row.assigneeId == m_userId);
}

int TaskModel::positionOf(const TaskRow &row) const
{
    const auto before = [](const RowPointer &a, const TaskRow &b) { return a->isBefore(b); };
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), row, before);
    if (place != m_shown.end() && (*place)->id == row.id)
        return int(place - m_shown.begin());
    // Held rows may stand out of order.
    return rowOf(row.id);
}

void TaskModel::count(const TaskRow &row, int step)
{
    if (placeOf(row) == Show::New)
        m_pending += step;
    if (placeOf(row) == Show::InProgress)
        m_inProgress += step;
    if (row.status != TaskRow::Status::Completed && row.priority != TaskRow::Priority::Normal)
        m_urgent += step;
}

void TaskModel::clear()
{
    beginResetModel();
    m_all.clear();
    m_shown.clear();
    m_pending = m_inProgress = m_urgent = m_arrivals = 0;
    m_loaded = false;
    m_found.clear();
    endResetModel();
    m_lookup.stop();
    Q_EMIT countsChanged();
}

const TaskRow *TaskModel::find(const QString &id) const
{
    return m_all.value(id).get();
}

const TaskRow *TaskModel::at(int row) const
{
    return row >= 0 && row < count() ? m_shown[size_t(row)].get() : nullptr;
}

int TaskModel::rowOf(const QString &id) const
{
    const auto same = [&](const RowPointer &row) { return row->id == id; };
    const auto place = std::find_if(m_shown.begin(), m_shown.end(), same);
    return place == m_shown.end() ? -1 : int(place - m_shown.begin());
}

QString TaskModel::idAt(int row) const
{
    const auto *task = at(row);
    return task ? task->id : QString();
}

void TaskModel::setShow(Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    Q_EMIT filterChanged();
    refilter();
    look({});
}

void TaskModel::setSearch(const QString &text)
{
    const auto trimmed = text.trimmed();
    if (trimmed == m_search)
        return;
    m_search = trimmed;
    QHash<QString, QString> kinds;
    for (auto kind = m_kindNames.begin(); kind != m_kindNames.end(); ++kind)
        kinds.insert(kind.key(), kind.value().toString());
    m_query = TaskQuery(m_search, kinds);
    Q_EMIT filterChanged();
    m_found.clear();
    refilter();
    look(TypingPause);
}

void TaskModel::setKindNames(const QVariantMap &names)
{
    m_kindNames = names;
    Q_EMIT kindNamesChanged();
}

void TaskModel::setRequestType(const QString &type)
{
    if (type == m_requestType)
        return;
    m_requestType = type;
    Q_EMIT filterChanged();
    refilter();
    look({});
}

void TaskModel::setOnlyMine(bool only)
{
    if (only == m_onlyMine)
        return;
    m_onlyMine = only;
    Q_EMIT filterChanged();
    refilter();
    look({});
}

void TaskModel::setHolding(bool holding)
{
    if (holding == m_holding)
        return;
    m_holding = holding;
    Q_EMIT holdingChanged();
    if (!holding)
        settle();
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    const auto *task = at(index.row());
    if (!task)
        return {};
    switch (role) {
    case TaskIdRole:
        return task->id;
    case NumberRole:
        return task->number;
    case PatientNameRole:
        return task->patientName;
    case CallbackNumberRole:
        return task->callbackNumber;
    case RequestTypeRole:
        return task->requestType;
    case PriorityRole:
        return priorityName(task->priority);
    case StatusRole:
        return statusName(task->status);
    case WishRole:
        return task->wish;
    case EscalationReasonRole:
        return task->escalationReason;
    case FlaggedRole:
        return task->flagged;
    case AssigneeNameRole:
        return task->assigneeName;
    case MineRole:
        return !task->assigneeId.isEmpty() && task->assigneeId == m_userId;
    case NoteCountRole:
        return task->noteCount;
    case ApprovalStateRole:
        return task->approvalState;
    case CreatedAtRole:
        return task->createdAt;
    case DueAtRole:
        return task->dueAt;
    default:
        return {};
    }
}

QHash<int, QByteArray> TaskModel::roleNames() const
{
    return {{TaskIdRole, "taskId"},
            {NumberRole, "number"},
            {PatientNameRole, "patientName"},
            {CallbackNumberRole, "callbackNumber"},
            {RequestTypeRole, "requestType"},
            {PriorityRole, "priority"},
            {StatusRole, "status"},
            {WishRole, "wish"},
            {EscalationReasonRole, "escalationReason"},
            {FlaggedRole, "flagged"},
            {AssigneeNameRole, "assigneeName"},
            {MineRole, "mine"},
            {NoteCountRole, "noteCount"},
            {ApprovalStateRole, "approvalState"},
            {CreatedAtRole, "createdAt"},
            {DueAtRole, "dueAt"}};
}

bool TaskModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_lookup.hasMore();
}

void TaskModel::fetchMore(const QModelIndex &)
{
    m_lookup.askForMore();
}

void TaskModel::look(Milliseconds pause)
{
    if (!m_loaded)
        return;
    auto questions = m_query.questions();
    // What is open is here; of what is completed only the newest.
    if (m_query.isEmpty() && m_show == Show::Completed)
        questions.push_back({{u"status"_s, u"completed"_s}});
    for (auto &question : questions) {
        if (!m_requestType.isEmpty() && !question.hasQueryItem(u"type"_s))
            question.addQueryItem(u"type"_s, m_requestType);
        if (m_onlyMine)
            question.addQueryItem(u"assignee"_s, u"me"_s);
    }
    m_lookup.ask(std::move(questions), pause);
}

void TaskModel::onFound(const std::vector<TaskRow> &rows)
{
    for (const auto &row : rows) {
        m_found.insert(row.id);
        upsert(row);
    }
    settle(); // Who asked waits for it, wherever the pointer rests.
}

} // namespace Frontdesk::Queue
