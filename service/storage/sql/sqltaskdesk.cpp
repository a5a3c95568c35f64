#include "service/storage/sql/sqltaskdesk.h"

#include "service/storage/internal/announced.h"
#include "service/storage/internal/tasksnapshot.h"
#include "service/storage/sql/rows.h"
#include "service/storage/sql/sqltasksearch.h"
#include "shared/model/enumnames.h"

namespace Frontdesk::Storage {

namespace {

constexpr EnumNames<ApprovalState, 4> States{{{
    {ApprovalState::Approved, QLatin1String("approved")},
    {ApprovalState::Rejected, QLatin1String("rejected")},
    {ApprovalState::Returned, QLatin1String("returned")},
    {ApprovalState::Signed, QLatin1String("signed")},
}}};

const QString FindWork = QStringLiteral(R"sql(
    SELECT task_id, version, assignee_id, claimed_at, completed_at, flagged, note_count, approval_state, approval_by,
           approval_at, approval_body,
           (SELECT count(*) FROM recordings r WHERE r.clinic_id = tasks.clinic_id AND r.call_id = tasks.call_id
                                                AND r.state IN ('running', 'waiting', 'kept'))
    FROM tasks WHERE clinic_id = $1 AND task_id = $2)sql");

const QString WriteWork = QStringLiteral(R"sql(
    UPDATE tasks SET status = $1, queue = $2, assignee_id = $3, claimed_at = $4, completed_at = $5, flagged = $6,
                     approval_state = $7, approval_by = $8, approval_at = $9, approval_body = $10, updated_at = $11,
                     version = version + 1
    WHERE clinic_id = $12 AND task_id = $13 AND version = $14)sql");

const QString InsertNote = QStringLiteral(R"sql(
    INSERT INTO task_notes (clinic_id, note_id, task_id, author_id, at, body) VALUES ($1, $2, $3, $4, $5, $6))sql");
const QString DeleteNote = QStringLiteral("DELETE FROM task_notes WHERE clinic_id = $1 AND note_id = $2");
const QString CountNotes = QStringLiteral(R"sql(
    UPDATE tasks SET note_count = note_count + $1 WHERE clinic_id = $2 AND task_id = $3)sql");
const QString NotesOfTask = QStringLiteral(R"sql(
    SELECT note_id, author_id, at, body FROM task_notes WHERE clinic_id = $1 AND task_id = $2 ORDER BY at, note_id)sql");

const QString InsertDeed = QStringLiteral(R"sql(
    INSERT INTO task_history (clinic_id, task_id, version, action, by_id, at, detail, note_id, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql");
const QString DeedsOfTask = QStringLiteral(R"sql(
    SELECT version, action, by_id, at, detail, note_id, body FROM task_history
    WHERE clinic_id = $1 AND task_id = $2 ORDER BY version)sql");
const QString DeedOfVersion = QStringLiteral(R"sql(
    SELECT version, action, by_id, at, detail, note_id, body FROM task_history
    WHERE clinic_id = $1 AND task_id = $2 AND version = $3)sql");

const QString UndoAction = QStringLiteral("undo");

SqlValue idOrNull(const UserId &id)
{
    return id.isEmpty() ? SqlValue() : SqlValue(id.text());
}

BodyPlace placeOfApproval(const Task &task)
{
    return {QLatin1String("tasks.approval_body"), task.clinicId, task.id.text()};
}

BodyPlace placeOfNote(const ClinicId &clinic, const QString &note)
{
    return {QLatin1String("task_notes"), clinic, note};
}

BodyPlace placeOfDeed(const ClinicId &clinic, const TaskId &task, qint64 version)
{
    return {QLatin1String("task_history"), clinic, QStringLiteral("%1/%2").arg(task.text()).arg(version)};
}

Result<DeskTask> readWork(SealedBodies &bodies, const SqlRow &row, const Task &task)
{
    DeskTask desk{.task = task,
                  .version = row.integer(1),
                  .assignee = UserId(row.text(2)),
                  .claimedAt = row.time(3),
                  .completedAt = row.time(4),
                  .flagged = row.integer(5) != 0,
                  .noteCount = static_cast<int>(row.integer(6)),
                  .approval = {},
                  .hasRecording = row.integer(11) > 0};
    if (row.text(7).isEmpty()) {
        return desk;
    }
    const auto state = approvalStateFromName(row.text(7));
    const auto body = bodies.unpack(placeOfApproval(task), row.bytes(10));
    if (!state || !body) {
        return body ? unreadable("approval") : body.error();
    }
    desk.approval = Approval{*state, UserId(row.text(8)), row.time(9), body->value(QLatin1String("reason")).toString(),
                             body->value(QLatin1String("note")).toString()};
    return desk;
}

/// A deed with what its undo needs.
struct KeptDeed {
    TaskDeed deed;
    QString noteId;
    QJsonObject before;
};

Result<KeptDeed> readDeed(SealedBodies &bodies, const ClinicId &clinic, const TaskId &task, const SqlRow &row)
{
    const auto before = bodies.unpack(placeOfDeed(clinic, task, row.integer(0)), row.bytes(6));
    if (!before) {
        return before.error();
    }
    KeptDeed kept;
    kept.deed = {.action = row.text(1), .by = UserId(row.text(2)), .at = row.time(3), .detail = row.text(4)};
    kept.deed.version = row.integer(0);
    kept.noteId = row.text(5);
    kept.before = *before;
    return kept;
}

Result<void> withoutCount(const Result<qint64> &changed)
{
    return changed ? Result<void>() : changed.error();
}

ClinicEvent taskChanged(const ClinicId &clinic, const TaskId &id, const QDateTime &at)
{
    return {clinic, 0, QStringLiteral("task.changed"), id.text(), at};
}

Error changedMeanwhile()
{
    return {ErrorCode::Conflict, QStringLiteral("Somebody changed this task in the meantime.")};
}

} // namespace

QString approvalStateName(ApprovalState state)
{
    return States.name(state);
}

std::optional<ApprovalState> approvalStateFromName(QStringView name)
{
    return States.value(name);
}

Result<DeskTask> SqlTaskDesk::find(const ClinicId &clinic, const TaskId &id)
{
    const auto rows = m_connection.query(FindWork, {clinic.text(), id.text()});
    if (!rows || rows->empty()) {
        return rows ? noSuch("task") : rows.error();
    }
    const auto task = m_tasks.find(id);
    return task ? readWork(m_bodies, rows->front(), *task) : Result<DeskTask>(task.error());
}

Result<TaskPage> SqlTaskDesk::search(const TaskSearch &search)
{
    return searchTasks(m_connection, m_search, search, [&](const TaskId &id) { return find(search.clinic, id); });
}

Result<void> SqlTaskDesk::write(const DeskTask &task, qint64 expected, const QDateTime &now)
{
    const auto &approval = task.approval;
    SqlValue approvalBody;
    if (approval) {
        auto body = m_bodies.pack(placeOfApproval(task.task), {{QStringLiteral("reason"), approval->reason},
                                                               {QStringLiteral("note"), approval->note}});
        if (!body) {
            return body.error();
        }
        approvalBody = std::move(body).value();
    }
    const auto written = m_connection.execute(
        WriteWork, {taskStatusName(task.task.status), taskQueueName(task.task.queue), idOrNull(task.assignee),
                    toSqlTime(task.claimedAt), toSqlTime(task.completedAt), qint64{task.flagged ? 1 : 0},
                    approval ? approvalStateName(approval->state) : QString(),
                    approval ? idOrNull(approval->by) : SqlValue(), approval ? toSqlTime(approval->at) : SqlValue(),
                    approvalBody, toSqlTime(now), task.task.clinicId.text(), task.task.id.text(), expected});
    if (!written) {
        return written.error();
    }
    return *written > 0 ? Result<void>() : changedMeanwhile();
}

Result<void> SqlTaskDesk::replace(const DeskTask &before, const DeskTask &after, qint64 expected, const QDateTime &now)
{
    if (before.completedAt == after.completedAt) {
        return write(after, expected, now);
    }
    const ClinicId &clinic = after.task.clinicId;
    const auto removed = m_tally.remove(clinic, after.task.id);
    const auto written = removed ? write(after, expected, now) : removed;
    return written ? m_tally.add(clinic, after.task.id) : written;
}

Result<void> SqlTaskDesk::remember(const DeskTask &before, const TaskDeed &deed, const QString &noteId)
{
    const qint64 version = before.version + 1;
    const auto body = m_bodies.pack(placeOfDeed(before.task.clinicId, before.task.id, version), snapshot(before));
    if (!body) {
        return body.error();
    }
    return withoutCount(m_connection.execute(InsertDeed, {before.task.clinicId.text(), before.task.id.text(), version,
                                                          deed.action, deed.by.text(), toSqlTime(deed.at), deed.detail,
                                                          noteId.isEmpty() ? SqlValue() : SqlValue(noteId), *body}));
}

Result<void> SqlTaskDesk::tellDecision(const DeskTask &before, const DeskTask &after, const QDateTime &now)
{
    const bool isNew = after.approval && after.approval->state != ApprovalState::Signed &&
                       (!before.approval || before.approval->state != after.approval->state ||
                        before.approval->at != after.approval->at);
    const auto told =
        isNew ? m_events.append(after.task.clinicId, QStringLiteral("approval.decided"), after.task.id.text(), now)
              : Result<qint64>(0);
    return told ? Result<void>() : told.error();
}

Result<DeskTask> SqlTaskDesk::change(const DeskTask &changed, const TaskDeed &deed)
{
    const ClinicId &clinic = changed.task.clinicId;
    const TaskId &id = changed.task.id;
    return announced(m_connection, m_events, taskChanged(clinic, id, deed.at), [&]() -> Result<DeskTask> {
        const auto before = find(clinic, id);
        if (!before) {
            return before;
        }
        if (auto written = replace(*before, changed, changed.version, deed.at); !written) {
            return written.error();
        }
        if (auto told = tellDecision(*before, changed, deed.at); !told) {
            return told.error();
        }
        QString noteId;
        if (!deed.note.isEmpty()) {
            noteId = newUuid7();
            const auto body = m_bodies.pack(placeOfNote(clinic, noteId), {{QStringLiteral("text"), deed.note}});
            if (!body) {
                return body.error();
            }
            const auto noted = m_connection.execute(
                InsertNote, {clinic.text(), noteId, id.text(), deed.by.text(), toSqlTime(deed.at), *body});
            const auto counted = m_connection.execute(CountNotes, {qint64{1}, clinic.text(), id.text()});
            if (!noted || !counted) {
                return noted ? counted.error() : noted.error();
            }
        }
        const auto remembered = remember(*before, deed, noteId);
        return remembered ? find(clinic, id) : Result<DeskTask>(remembered.error());
    });
}

Result<void> SqlTaskDesk::removeNote(const DeskTask &task, const QString &noteId)
{
    const QString clinic = task.task.clinicId.text();
    const auto removed = m_connection.execute(DeleteNote, {clinic, noteId});
    if (!removed || *removed == 0) {
        return withoutCount(removed);
    }
    return withoutCount(m_connection.execute(CountNotes, {qint64{-1}, clinic, task.task.id.text()}));
}

Result<DeskTask> SqlTaskDesk::undo(const ClinicId &clinic, const TaskId &id, qint64 version, const UserId &by,
                                   const QDateTime &since, const QDateTime &now)
{
    return announced(m_connection, m_events, taskChanged(clinic, id, now), [&]() -> Result<DeskTask> {
        const auto present = find(clinic, id);
        if (!present) {
            return present;
        }
        if (present->version != version) {
            return changedMeanwhile();
        }
        const auto last =
            readOne<KeptDeed>(m_connection.query(DeedOfVersion, {clinic.text(), id.text(), version}), "change",
                              [&](const SqlRow &row) { return readDeed(m_bodies, clinic, id, row); });
        if (!last && last.error().code != ErrorCode::NotFound) {
            return last.error();
        }
        if (!last || last->deed.by != by || last->deed.at < since || last->deed.action == UndoAction) {
            return Error{ErrorCode::Refused, QStringLiteral("There is nothing of yours that can be taken back here.")};
        }
        DeskTask restored = *present;
        restore(last->before, restored);
        const auto written = replace(*present, restored, version, now);
        const auto noteGone = last->noteId.isEmpty() ? Result<void>() : removeNote(restored, last->noteId);
        const auto remembered =
            remember(*present, {.action = UndoAction, .by = by, .at = now, .detail = last->deed.action}, {});
        for (const auto &done : {written, noteGone, remembered}) {
            if (!done) {
                return done.error();
            }
        }
        return find(clinic, id);
    });
}

Result<std::vector<TaskNote>> SqlTaskDesk::notes(const ClinicId &clinic, const TaskId &id)
{
    return readAll<TaskNote>(m_connection.query(NotesOfTask, {clinic.text(), id.text()}),
                             [&](const SqlRow &row) -> Result<TaskNote> {
                                 const auto body = m_bodies.unpack(placeOfNote(clinic, row.text(0)), row.bytes(3));
                                 if (!body) {
                                     return body.error();
                                 }
                                 return TaskNote{row.text(0), UserId(row.text(1)),
                                                 body->value(QLatin1String("text")).toString(), row.time(2)};
                             });
}

Result<std::vector<TaskDeed>> SqlTaskDesk::history(const ClinicId &clinic, const TaskId &id)
{
    return readAll<TaskDeed>(m_connection.query(DeedsOfTask, {clinic.text(), id.text()}),
                             [&](const SqlRow &row) -> Result<TaskDeed> {
                                 auto kept = readDeed(m_bodies, clinic, id, row);
                                 return kept ? Result<TaskDeed>(std::move(kept->deed)) : kept.error();
                             });
}

} // namespace Frontdesk::Storage
