#include "service/storage/sql/sqlretentionstore.h"

#include "service/storage/sql/rows.h"
#include "shared/model/enumnames.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <limits>

namespace Frontdesk::Storage {

namespace {

constexpr EnumNames<LegalHold::Kind, 3> Kinds{{{
    {LegalHold::Kind::Clinic, QLatin1String("clinic")},
    {LegalHold::Kind::Call, QLatin1String("call")},
    {LegalHold::Kind::Patient, QLatin1String("patient")},
}}};

const QString InsertHold = QStringLiteral(R"sql(
    INSERT INTO legal_holds (clinic_id, hold_id, kind, call_id, placed_by, placed_at, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
const QString ReleaseHold = QStringLiteral(R"sql(
    UPDATE legal_holds SET released_by = $1, released_at = $2
    WHERE clinic_id = $3 AND hold_id = $4 AND released_at IS NULL)sql");
const QString StandingHolds = QStringLiteral(R"sql(
    SELECT clinic_id, hold_id, kind, call_id, placed_by, placed_at, body FROM legal_holds
    WHERE clinic_id = $1 AND released_at IS NULL ORDER BY placed_at, hold_id)sql");

const QString CallsAbout = QStringLiteral(R"sql(
    SELECT subject_id FROM blind_index
    WHERE clinic_id = $1 AND subject = 'call' AND token IN ($2, $3, $4, $5, $6)
    GROUP BY subject_id HAVING count(*) = $7)sql");

const QString ExpiredCallsText = QStringLiteral(R"sql(
    SELECT call_id, started_at,
           CASE WHEN ended_at IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM tasks t
               WHERE t.clinic_id = calls.clinic_id AND t.call_id = calls.call_id AND t.status <> 'completed')
           THEN 1 ELSE 0 END
    FROM calls
    WHERE clinic_id = $1 AND started_at < $2 AND (started_at, call_id) > ($3, $4) AND transcript_erased <= $5
    ORDER BY started_at, call_id LIMIT $6)sql");

const QString CallExists = QStringLiteral("SELECT 1 FROM calls WHERE clinic_id = $1 AND call_id = $2");
const QString TranscriptGone =
    QStringLiteral("UPDATE calls SET transcript_erased = 1 WHERE clinic_id = $1 AND call_id = $2");

/// What belongs to a call, in an order that keeps every row's owner until it is gone.
const std::vector<QString> &deletionsOfCall()
{
    const QString tasksOfCall = QStringLiteral("(SELECT task_id FROM tasks WHERE clinic_id = $1 AND call_id = $2)");
    static const std::vector<QString> texts{
        QStringLiteral("DELETE FROM task_notes WHERE clinic_id = $1 AND task_id IN ") + tasksOfCall,
        QStringLiteral("DELETE FROM task_history WHERE clinic_id = $1 AND task_id IN ") + tasksOfCall,
        QStringLiteral("DELETE FROM blind_index WHERE clinic_id = $1 AND subject = 'task' AND subject_id IN ") +
            tasksOfCall,
        QStringLiteral("DELETE FROM tasks WHERE clinic_id = $1 AND call_id = $2"),
        QStringLiteral("DELETE FROM blind_index WHERE clinic_id = $1 AND subject = 'call' AND subject_id = $2"),
        QStringLiteral("DELETE FROM escalations WHERE clinic_id = $1 AND call_id = $2"),
        QStringLiteral("DELETE FROM turns WHERE clinic_id = $1 AND call_id = $2"),
        QStringLiteral("DELETE FROM tapes WHERE clinic_id = $1 AND call_id = $2"),
        QStringLiteral("DELETE FROM calls WHERE clinic_id = $1 AND call_id = $2"),
    };
    return texts;
}

BodyPlace placeOf(const ClinicId &clinic, const QString &hold)
{
    return {QLatin1String("legal_holds"), clinic, hold};
}

Result<LegalHold> readHold(SealedBodies &bodies, const SqlRow &row)
{
    LegalHold hold{.id = row.text(1), .clinic = ClinicId(row.text(0))};
    const auto kind = holdKindFromName(row.text(2));
    const auto body = bodies.unpack(placeOf(hold.clinic, hold.id), row.bytes(6));
    if (!kind || !body) {
        return kind ? body.error() : unreadable("legal hold");
    }
    hold.kind = *kind;
    hold.call = CallId(row.text(3));
    hold.placedBy = row.text(4);
    hold.placedAt = row.time(5);
    hold.name = body->value(QLatin1String("name")).toString();
    hold.phone = body->value(QLatin1String("phone")).toString();
    hold.reason = body->value(QLatin1String("reason")).toString();
    return hold;
}

} // namespace

QString holdKindName(LegalHold::Kind kind)
{
    return Kinds.name(kind);
}

std::optional<LegalHold::Kind> holdKindFromName(QStringView name)
{
    return Kinds.value(name);
}

Result<LegalHold> SqlRetentionStore::place(LegalHold hold)
{
    if (hold.kind == LegalHold::Kind::Call) {
        const auto there = m_connection.query(CallExists, {hold.clinic.text(), hold.call.text()});
        if (!there || there->empty()) {
            return there ? noSuch("call") : there.error();
        }
    }
    if (hold.kind == LegalHold::Kind::Patient) {
        const auto wanted = m_search.wanted(hold.clinic, hold.name, hold.phone);
        if (!wanted || wanted->count == 0) {
            return wanted ? Error{ErrorCode::InvalidInput, QStringLiteral("A patient has a name or a number.")}
                          : wanted.error();
        }
    }
    hold.id = newUuid7();
    const auto body = m_bodies.pack(placeOf(hold.clinic, hold.id), {{QStringLiteral("name"), hold.name},
                                                                    {QStringLiteral("phone"), hold.phone},
                                                                    {QStringLiteral("reason"), hold.reason}});
    if (!body) {
        return body.error();
    }
    const auto placed =
        m_connection.execute(InsertHold, {hold.clinic.text(), hold.id, holdKindName(hold.kind), hold.call.text(),
                                          hold.placedBy, toSqlTime(hold.placedAt), *body});
    return placed ? Result<LegalHold>(std::move(hold)) : placed.error();
}

Result<void> SqlRetentionStore::release(const ClinicId &clinic, const QString &hold, const QString &by,
                                        const QDateTime &now)
{
    const auto released = m_connection.execute(ReleaseHold, {by, toSqlTime(now), clinic.text(), hold});
    if (!released) {
        return released.error();
    }
    return *released > 0 ? Result<void>() : noSuch("legal hold");
}

Result<std::vector<LegalHold>> SqlRetentionStore::holds(const ClinicId &clinic)
{
    return readAll<LegalHold>(m_connection.query(StandingHolds, {clinic.text()}),
                              [&](const SqlRow &row) { return readHold(m_bodies, row); });
}

Result<SqlRetentionStore::Held> SqlRetentionStore::held(const ClinicId &clinic)
{
    const auto standing = holds(clinic);
    if (!standing) {
        return standing.error();
    }
    Held held;
    for (const LegalHold &hold : *standing) {
        held.everything = held.everything || hold.kind == LegalHold::Kind::Clinic;
        if (hold.kind == LegalHold::Kind::Call) {
            held.calls.insert(hold.call.text());
        }
        if (hold.kind != LegalHold::Kind::Patient) {
            continue;
        }
        const auto wanted = m_search.wanted(clinic, hold.name, hold.phone);
        if (!wanted) {
            return wanted.error();
        }
        std::vector<SqlValue> parameters{clinic.text()};
        parameters.insert(parameters.end(), wanted->tokens.begin(), wanted->tokens.end());
        parameters.emplace_back(wanted->count);
        const auto calls = m_connection.query(CallsAbout, parameters);
        if (!calls) {
            return calls.error();
        }
        for (const SqlRow &row : *calls) {
            held.calls.insert(row.text(0));
        }
    }
    return held;
}

Result<std::vector<CallId>> SqlRetentionStore::notHeld(const ClinicId &clinic, const std::vector<CallId> &calls)
{
    const auto kept = held(clinic);
    if (!kept) {
        return kept.error();
    }
    std::vector<CallId> free;
    std::copy_if(calls.begin(), calls.end(), std::back_inserter(free),
                 [&](const CallId &call) { return !kept->everything && !kept->calls.contains(call.text()); });
    return free;
}

Result<ExpiredCalls> SqlRetentionStore::expired(const ClinicId &clinic, Keeping what, const QDateTime &before,
                                                const std::optional<CallCursor> &after, int limit)
{
    if (const auto alone = m_connection.lock(QStringLiteral("retention of ") + clinic.text()); !alone) {
        return alone.error();
    }
    const auto kept = held(clinic);
    if (!kept) {
        return kept.error();
    }
    if (kept->everything) {
        return ExpiredCalls();
    }
    const SqlValue from = after ? toSqlTime(after->startedAt) : SqlValue(std::numeric_limits<qint64>::min());
    const auto rows = m_connection.query(ExpiredCallsText,
                                         {clinic.text(), toSqlTime(before), from, after ? after->id.text() : QString(),
                                          qint64{what == Keeping::Transcript ? 0 : 1}, pageSize(limit)});
    if (!rows) {
        return rows.error();
    }
    ExpiredCalls expired;
    for (const SqlRow &row : *rows) {
        if (row.integer(2) == 1 && !kept->calls.contains(row.text(0))) {
            expired.calls.emplace_back(row.text(0));
        }
    }
    if (static_cast<qint64>(rows->size()) == pageSize(limit)) {
        expired.last = CallCursor{rows->back().time(1), CallId(rows->back().text(0))};
    }
    return expired;
}

Result<void> SqlRetentionStore::erase(const ClinicId &clinic, const CallId &call, Keeping what)
{
    return m_connection.transaction([&]() -> Result<void> {
        if (what == Keeping::Transcript) {
            return eraseTranscript(clinic, call);
        }
        for (const QString &deletion : deletionsOfCall()) {
            if (const auto done = m_connection.execute(deletion, {clinic.text(), call.text()}); !done) {
                return done.error();
            }
        }
        return {};
    });
}

Result<void> SqlRetentionStore::eraseTranscript(const ClinicId &clinic, const CallId &call)
{
    const auto tasks = rewrite("tasks", "task_id", clinic, call,
                               [](QJsonObject &body) { body.insert(QStringLiteral("transcript"), QString()); });
    const auto escalations = rewrite("escalations", "escalation_id", clinic, call, [](QJsonObject &body) {
        QJsonArray evidence = body.value(QLatin1String("evidence")).toArray();
        for (qsizetype i = 0; i < evidence.size(); ++i) {
            QJsonObject one = evidence.at(i).toObject();
            one.insert(QStringLiteral("words"), QString());
            evidence.replace(i, one);
        }
        body.insert(QStringLiteral("evidence"), evidence);
    });
    for (const auto &done : {tasks, escalations}) {
        if (!done) {
            return done;
        }
    }
    for (const QString &text :
         {QStringLiteral("DELETE FROM turns WHERE clinic_id = $1 AND call_id = $2"),
          QStringLiteral("DELETE FROM tapes WHERE clinic_id = $1 AND call_id = $2"), TranscriptGone}) {
        if (const auto done = m_connection.execute(text, {clinic.text(), call.text()}); !done) {
            return done.error();
        }
    }
    return {};
}

Result<void> SqlRetentionStore::rewrite(const char *table, const char *key, const ClinicId &clinic, const CallId &call,
                                        const std::function<void(QJsonObject &)> &change)
{
    const QLatin1String name(table);
    const auto rows = m_connection.query(
        QStringLiteral("SELECT %1, body FROM %2 WHERE clinic_id = $1 AND call_id = $2").arg(QLatin1String(key), name),
        {clinic.text(), call.text()});
    if (!rows) {
        return rows.error();
    }
    const QString update =
        QStringLiteral("UPDATE %1 SET body = $1 WHERE clinic_id = $2 AND %2 = $3").arg(name, QLatin1String(key));
    for (const SqlRow &row : *rows) {
        const BodyPlace place{name, clinic, row.text(0)};
        auto body = m_bodies.unpack(place, row.bytes(1));
        if (!body) {
            return body.error();
        }
        change(body.value());
        const auto packed = m_bodies.pack(place, body.value());
        if (!packed) {
            return packed.error();
        }
        if (const auto done = m_connection.execute(update, {*packed, clinic.text(), row.text(0)}); !done) {
            return done.error();
        }
    }
    return {};
}

} // namespace Frontdesk::Storage
