#include "service/storage/sql/sqltasksearch.h"

#include "service/storage/sql/rows.h"

#include <QRegularExpression>

#include <array>
#include <iterator>
#include <limits>

namespace Frontdesk::Storage {

namespace {

// A task's place in either order is (first, second, id), the lowest first. What is open is little, and lists of the past
// name their days, so the places may be sorted as they are found.
const QString SelectPlaces = QStringLiteral(R"sql(
    SELECT CASE WHEN $1 = 'newest' THEN 0 WHEN priority = 'emergency' THEN 0 WHEN priority = 'urgent' THEN 1 ELSE 2 END,
           CASE WHEN $1 = 'newest' THEN -created_at ELSE created_at END, task_id
    FROM tasks
    WHERE clinic_id = $2 AND ($3 = '' OR status IN ($3, $4, $5)) AND ($6 = '' OR type = $6)
      AND ($7 = '' OR priority = $7) AND ($8 = '' OR queue = $8)
      AND ($9 = '' OR ($9 = 'none' AND assignee_id IS NULL) OR assignee_id = $9)
      AND ($10 < 0 OR flagged = $10) AND created_at >= $11 AND created_at < $12
      AND ($13 = '' OR ($13 = 'awaited' AND queue = 'doctor' AND status <> 'completed'
                                AND approval_state IN ('', 'signed'))
           OR ($13 = 'made' AND approval_state NOT IN ('', 'signed')))
      AND ($14 = 0 OR ($15 <> '' AND number LIKE $15) OR task_id IN (
        SELECT subject_id FROM blind_index
        WHERE clinic_id = $2 AND subject = 'task' AND token IN ($16, $17, $18, $19, $20)
        GROUP BY subject_id HAVING count(*) = $14))
      AND (CASE WHEN $1 = 'newest' THEN 0 WHEN priority = 'emergency' THEN 0 WHEN priority = 'urgent' THEN 1 ELSE 2 END,
           CASE WHEN $1 = 'newest' THEN -created_at ELSE created_at END, task_id) > ($21, $22, $23)
    ORDER BY 1, 2, 3 LIMIT $24)sql");

constexpr qint64 Ever = std::numeric_limits<qint64>::max();
constexpr size_t MostLookedAt = 2000; ///< Rows that one page may open while it looks for a patient.

qint64 microseconds(const std::optional<QDateTime> &time, qint64 otherwise)
{
    return time ? std::get<qint64>(toSqlTime(*time)) : otherwise;
}

template <typename Enum>
QString nameOf(const std::optional<Enum> &wanted, QString (*name)(Enum))
{
    return wanted ? name(*wanted) : QString();
}

std::vector<SqlValue> filterValues(const TaskSearch &search)
{
    std::array<QString, 3> statuses;
    for (size_t i = 0; i < std::min(statuses.size(), search.statuses.size()); ++i) {
        statuses.at(i) = taskStatusName(search.statuses[i]);
    }
    QString owner;
    if (search.assignee) {
        owner = search.assignee->isEmpty() ? QStringLiteral("none") : search.assignee->text();
    }
    QString decision;
    if (search.decision != TaskSearch::Decision::Any) {
        decision = search.decision == TaskSearch::Decision::Made ? QStringLiteral("made") : QStringLiteral("awaited");
    }
    return {search.order == TaskSearch::Order::Newest ? QStringLiteral("newest") : QStringLiteral("urgency"),
            search.clinic.text(),
            statuses[0],
            statuses[1],
            statuses[2],
            nameOf(search.type, requestTypeName),
            nameOf(search.priority, taskPriorityName),
            nameOf(search.queue, taskQueueName),
            owner,
            search.flagged ? qint64{*search.flagged ? 1 : 0} : qint64{-1},
            microseconds(search.from, 0),
            microseconds(search.to, Ever),
            decision};
}

struct Place {
    qint64 first = -1; ///< All real ones are 0 and above.
    qint64 second = 0;
    QString id;

    [[nodiscard]] QStringList parts() const { return {QString::number(first), QString::number(second), id}; }
};

std::optional<Place> placeFrom(const QStringList &parts)
{
    bool isFirst = false;
    bool isSecond = false;
    const Place place{parts.value(0).toLongLong(&isFirst), parts.value(1).toLongLong(&isSecond), parts.value(2)};
    return parts.size() == 3 && isFirst && isSecond ? std::optional(place) : std::nullopt;
}

/// The end of a task's number, where that may be what somebody typed: TASK-2026-0418, 2026-0418 or 0418; else nothing.
QString endOfNumber(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("^(?:TASK-)?((?:[0-9]{4}-)?[0-9]{3,})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(typed.trimmed()).captured(1);
}

Result<std::vector<Place>> placesAfter(SqlConnection &connection, const TaskSearch &search,
                                       const SearchIndex::Wanted &wanted, const Place &after, qint64 limit)
{
    std::vector<SqlValue> values = filterValues(search);
    values.emplace_back(wanted.count);
    const QString number = endOfNumber(search.who);
    values.emplace_back(number.isEmpty() ? QString() : QLatin1Char('%') + number);
    values.insert(values.end(), wanted.tokens.begin(), wanted.tokens.end());
    values.insert(values.end(), {after.first, after.second, after.id, limit});
    return readAll<Place>(connection.query(SelectPlaces, values), [](const SqlRow &row) {
        return Result<Place>(Place{row.integer(0), row.integer(1), row.text(2)});
    });
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

constexpr qsizetype FewestDigits = 3;

/// No tokens: the index does not know such beginnings, or nobody is asked for.
Result<SearchIndex::Wanted> whoIsWanted(SearchIndex &index, const TaskSearch &search)
{
    const QString digits = digitsOf(search.who);
    const bool isNumber = digits.size() >= FewestDigits;
    auto wanted = isNumber ? index.wanted(search.clinic, {}, search.who) : index.wanted(search.clinic, search.who, {});
    return wanted || wanted.error().code != ErrorCode::InvalidInput ? std::move(wanted) : SearchIndex::Wanted();
}

} // namespace

bool isAbout(const Task &task, const QString &who)
{
    const QString wanted = who.trimmed();
    if (const QString number = endOfNumber(wanted); !number.isEmpty() && task.number.endsWith(number)) {
        return true;
    }
    const QString digits = digitsOf(wanted);
    if (digits.size() >= FewestDigits) {
        return digitsOf(task.slot(SlotName::CallbackNumber)).contains(digits);
    }
    const QString name = QLatin1Char(' ') + task.slot(SlotName::PatientName).simplified();
    return name.contains(QLatin1Char(' ') + wanted, Qt::CaseInsensitive);
}

Result<TaskPage> searchTasks(SqlConnection &connection, SearchIndex &index, const TaskSearch &search,
                             const std::function<Result<DeskTask>(const TaskId &)> &read)
{
    const auto indexed = whoIsWanted(index, search);
    if (!indexed) {
        return indexed.error();
    }
    constexpr int MostPerPage = 200;
    const auto limit = static_cast<size_t>(std::clamp(search.limit, 1, MostPerPage));
    std::optional<Place> place = search.after.isEmpty() ? Place() : placeFrom(search.after);
    if (!place) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("This is no place in the list of tasks.")};
    }
    TaskPage page;
    size_t lookedAt = 0;
    while (page.tasks.size() < limit && lookedAt < MostLookedAt) {
        const auto wanted = limit + 1; // One more shows whether there is more.
        const auto places = placesAfter(connection, search, *indexed, *place, static_cast<qint64>(wanted));
        if (!places) {
            return places.error();
        }
        size_t seen = 0;
        while (seen < places->size() && page.tasks.size() < limit) {
            *place = (*places)[seen++];
            auto task = read(TaskId(place->id));
            if (!task) {
                return task.error();
            }
            if (search.who.isEmpty() || indexed->count > 0 || isAbout(task->task, search.who)) {
                page.tasks.push_back(std::move(task).value());
            }
        }
        page.next = place->parts();
        if (seen == places->size() && seen < wanted) {
            page.next.clear();
            break;
        }
        lookedAt += seen;
    }
    return page;
}

} // namespace Frontdesk::Storage
