#include "tools/demodata/democlinic.h"

#include "shared/model/slotsjson.h"

#include <QJsonArray>

#include <algorithm>

namespace Frontdesk::DemoData {

namespace {

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

double number(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toDouble();
}

QString transcriptOf(const QJsonArray &turns)
{
    QStringList lines;
    for (const auto &turn : turns) {
        lines << text(turn.toObject(), "speaker") + QStringLiteral(": ") + text(turn.toObject(), "text");
    }
    return lines.join(QLatin1Char('\n'));
}

/// What a person did, applied to a task as the service would.
void apply(Storage::DeskTask &task, const Storage::TaskDeed &deed)
{
    if (deed.action == QLatin1String("claim")) {
        task.task.status = TaskStatus::InProgress;
        task.assignee = deed.by;
        task.claimedAt = deed.at;
    } else if (deed.action == QLatin1String("complete")) {
        task.task.status = TaskStatus::Completed;
        task.completedAt = deed.at;
    } else if (deed.action == QLatin1String("flag")) {
        task.flagged = true;
    }
}

} // namespace

DemoClinic::DemoClinic(Storage::Store &store, ClinicProfile clinic, QJsonObject demo, QDateTime now)
    : m_store(store)
    , m_clinic(std::move(clinic))
    , m_demo(std::move(demo))
    , m_now(std::move(now))
{}

Result<void> DemoClinic::fill()
{
    return m_store.transaction([this]() -> Result<void> {
        if (const auto found = findPeople(); !found) {
            return found;
        }
        const auto calls = m_demo.value(QLatin1String("calls")).toArray();
        for (const auto &call : calls) {
            // Calls that are running now are played, not written.
            const bool isLive = call.toObject().value(QLatin1String("live")).toBool();
            if (const auto added = isLive ? Result<void>() : addCall(call.toObject()); !added) {
                return added;
            }
        }
        std::vector<QJsonObject> tasks;
        const auto all = m_demo.value(QLatin1String("tasks")).toArray();
        for (const auto &task : all) {
            tasks.push_back(task.toObject());
        }
        std::sort(tasks.begin(), tasks.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return number(a, "created_min") > number(b, "created_min");
        });
        for (const auto &task : tasks) {
            if (const auto added = addTask(task); !added) {
                return added;
            }
        }
        return {};
    });
}

Result<void> DemoClinic::findPeople()
{
    const auto users = m_demo.value(QLatin1String("users")).toArray();
    for (const auto &one : users) {
        const auto user = m_store.users().findByEmail(text(one.toObject(), "email"));
        if (user) {
            m_people.insert(text(one.toObject(), "id"), user->id);
        } else if (user.error().code != ErrorCode::NotFound) {
            return user.error();
        }
    }
    return {};
}

QDateTime DemoClinic::ago(double minutes) const
{
    return m_now.addMSecs(-qint64(minutes * 60'000));
}

Result<void> DemoClinic::addCall(const QJsonObject &json)
{
    CallRecord call;
    call.clinicId = m_clinic.id;
    call.networkCallId = QStringLiteral("DEMO-") + text(json, "id");
    call.callerNumber = text(json, "caller_number");
    call.startedAt = ago(number(json, "start_min"));
    const auto kept = m_store.calls().begin(call);
    if (!kept) {
        return kept.error();
    }
    m_calls.insert(text(json, "id"), *kept);
    if (const auto added = addTurns(*kept, json.value(QLatin1String("turns")).toArray()); !added) {
        return added;
    }
    if (const auto reason = text(json, "escalation_reason"); !reason.isEmpty()) {
        if (const auto added = addEscalation(*kept, text(json, "id"), reason); !added) {
            return added;
        }
    }
    const auto ended = m_store.calls().finish(m_clinic.id, kept->id, text(json, "outcome"),
                                              kept->startedAt.addMSecs(qint64(number(json, "duration_ms"))));
    return ended ? Result<void>() : ended.error();
}

Result<void> DemoClinic::addTurns(const CallRecord &call, const QJsonArray &turns)
{
    for (const auto &one : turns) {
        const auto json = one.toObject();
        TurnRecord turn;
        turn.callId = call.id;
        turn.number = int(number(json, "number"));
        turn.speaker = speakerFromName(text(json, "speaker")).value_or(Speaker::Caller);
        turn.text = text(json, "text");
        turn.heardText = json.value(QLatin1String("heard_text")).toString(turn.text);
        turn.confidence = number(json, "confidence");
        turn.audioQuality = number(json, "audio_quality");
        turn.start = Milliseconds(qint64(number(json, "start_ms")));
        turn.end = Milliseconds(qint64(number(json, "end_ms")));
        turn.at = call.startedAt.addMSecs(turn.start.count());
        const auto words = json.value(QLatin1String("words")).toArray();
        for (const auto &word : words) {
            const auto spoken = word.toObject();
            turn.words.push_back({text(spoken, "text"), number(spoken, "confidence"),
                                  Milliseconds(qint64(number(spoken, "start_ms"))),
                                  Milliseconds(qint64(number(spoken, "end_ms")))});
        }
        if (const auto saved = m_store.calls().saveTurn(m_clinic.id, turn); !saved) {
            return saved;
        }
    }
    return {};
}

Result<void> DemoClinic::addEscalation(const CallRecord &call, const QString &demoCall, const QString &reason)
{
    const auto open = m_demo.value(QLatin1String("escalations")).toArray();
    const auto known = std::find_if(open.begin(), open.end(),
                                    [&](const QJsonValue &one) { return text(one.toObject(), "call_id") == demoCall; });
    EscalationRecord record;
    record.clinicId = m_clinic.id;
    record.callId = call.id;
    record.reason = escalationReasonFromName(reason).value_or(EscalationReason::NotUnderstood);
    record.score = 1;
    record.turn = 1;
    record.thresholdsVersion = QStringLiteral("1");
    record.decidedAt = known == open.end() ? call.startedAt.addSecs(8)
                                           : m_now.addSecs(-qint64(number((*known).toObject(), "seconds_ago")));
    const auto kept = m_store.escalations().record(record);
    if (!kept || known != open.end()) {
        return kept ? Result<void>() : kept.error();
    }
    const auto taken = m_store.escalations().acknowledge(m_clinic.id, kept->id, m_people.value(QStringLiteral("u-ana")),
                                                         kept->decidedAt.addSecs(6));
    return taken ? Result<void>() : taken.error();
}

Result<void> DemoClinic::addTask(const QJsonObject &json)
{
    const auto call = m_calls.value(text(json, "call_id"));
    const auto slotValues = slotsFromJson(json.value(QLatin1String("slots")).toObject());
    if (!slotValues) {
        return slotValues.error();
    }
    QJsonArray turns;
    const auto calls = m_demo.value(QLatin1String("calls")).toArray();
    for (const auto &one : calls) {
        if (text(one.toObject(), "id") == text(json, "call_id")) {
            turns = one.toObject().value(QLatin1String("turns")).toArray();
        }
    }
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = call.id;
    task.type = requestTypeFromName(text(json, "request_type")).value_or(RequestType::Other);
    task.queue = taskQueueFromName(text(json, "queue")).value_or(TaskQueue::Staff);
    task.priority = taskPriorityFromName(text(json, "priority")).value_or(TaskPriority::Normal);
    task.slotValues = *slotValues;
    task.note = text(json, "note");
    task.escalationReason = text(json, "escalation_reason");
    task.transcript = transcriptOf(turns);
    task.createdAt = ago(number(json, "created_min"));
    const auto kept = m_store.tasks().submit(task, text(json, "id"));
    return kept ? addDeeds(kept->id, json) : kept.error();
}

Result<void> DemoClinic::addDeeds(const TaskId &id, const QJsonObject &json)
{
    std::vector<Storage::TaskDeed> deeds;
    const auto history = json.value(QLatin1String("history")).toArray();
    for (const auto &one : history) {
        const auto step = one.toObject();
        if (const auto by = m_people.value(text(step.value(QLatin1String("by")).toObject(), "id")); !by.isEmpty()) {
            deeds.push_back({.action = text(step, "action"), .by = by, .at = ago(number(step, "at_min"))});
        }
    }
    const auto notes = json.value(QLatin1String("notes")).toArray();
    for (const auto &one : notes) {
        const auto note = one.toObject();
        deeds.push_back({.action = QStringLiteral("note"),
                         .by = m_people.value(text(note.value(QLatin1String("author")).toObject(), "id")),
                         .at = ago(number(note, "at_min")),
                         .note = text(note, "text")});
    }
    std::sort(deeds.begin(), deeds.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    for (const auto &deed : deeds) {
        const auto found = m_store.desk().find(m_clinic.id, id);
        if (!found) {
            return found.error();
        }
        Storage::DeskTask task = *found;
        apply(task, deed);
        if (const auto kept = m_store.desk().change(task, deed); !kept) {
            return kept.error();
        }
    }
    return {};
}

} // namespace Frontdesk::DemoData
