#include "service/evaluation/callscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace Frontdesk::Evaluation {

namespace {

QJsonValue field(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key));
}

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &item : value.toArray()) {
        all << item.toString();
    }
    return all;
}

ScriptTurn readTurn(const QJsonObject &json)
{
    ScriptTurn turn;
    turn.number = field(json, "n").toInt();
    turn.on = texts(field(json, "on"));
    turn.text = field(json, "text").toString();
    turn.confidence = field(json, "confidence").toDouble(1.0);
    turn.audioQuality = field(json, "audio_quality").toDouble(1.0);
    turn.interrupts = field(json, "interrupts").toBool();
    turn.silenceSeconds = field(json, "silence_s").toDouble();
    turn.atSeconds = field(json, "t_s").toDouble();
    return turn;
}

ExpectedTask readTask(const QJsonObject &json)
{
    ExpectedTask task;
    task.requestTypes = texts(field(json, "request_type_any_of"));
    task.dateAlsoOk = texts(field(json, "preferred_date_also_ok"));
    const QJsonObject slotValues = field(json, "slots").toObject();
    for (auto slot = slotValues.begin(); slot != slotValues.end(); ++slot) {
        if (const auto name = slotNameFromText(slot.key()); name && slot.value().isString()) {
            task.slotValues[*name] = slot.value().toString();
        }
    }
    return task;
}

ExpectedOutcome readExpected(const QJsonObject &json)
{
    ExpectedOutcome expected;
    expected.outcome = field(json, "outcome").toString();
    const QJsonObject ending = field(json, field(json, "escalation").isObject() ? "escalation" : "ending").toObject();
    expected.reason = field(ending, "reason").toString();
    expected.byTurn = field(ending, "by_turn").toInt();
    expected.notBeforeTurn = field(ending, "not_before_turn").toInt();
    expected.alsoOk = texts(field(json, "also_ok"));
    expected.must = texts(field(json, "must"));
    expected.mustNot = texts(field(json, "must_not"));
    for (const QJsonValue &task : field(json, "tasks").toArray()) {
        expected.tasks.push_back(readTask(task.toObject()));
    }
    return expected;
}

QString partOf(const QString &fault)
{
    return fault.startsWith(QLatin1String("stt")) || fault.startsWith(QLatin1String("asr"))
               ? QStringLiteral("speech_to_text")
           : fault.startsWith(QLatin1String("tts")) ? QStringLiteral("text_to_speech")
           : fault.startsWith(QLatin1String("llm")) ? QStringLiteral("language_model")
                                                    : fault;
}

/// Either {"type": "llm_timeout", "at_turn": 2} or "llm_timeout@2".
void readFault(const QJsonValue &value, CallScript &script)
{
    const QString text = value.toString();
    const QJsonObject object = value.toObject();
    const QString type = value.isString() ? text.section(QLatin1Char('@'), 0, 0) : field(object, "type").toString();
    script.faultyPart = type.isEmpty() ? QString() : partOf(type);
    script.faultAtTurn =
        value.isString() ? text.section(QLatin1Char('@'), 1).toInt() : field(object, "at_turn").toInt();
}

Result<CallScript> readScript(const QJsonObject &json)
{
    CallScript script;
    script.id = field(json, "id").toString();
    script.edgeCase = field(json, "edge_case").toString();
    const QJsonObject context = field(json, "context").toObject();
    script.timeZone = field(context, "tz").toString();
    script.callerNumber = field(context, "caller_id").toString();
    const QTimeZone zone(script.timeZone.toLatin1());
    const QDateTime local = QDateTime::fromString(field(context, "datetime").toString(), Qt::ISODate);
    if (script.id.isEmpty() || !zone.isValid() || !local.isValid()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("a call needs an id, a date and a time zone")};
    }
    script.startedAt = QDateTime(local.date(), local.time(), zone).toUTC();
    for (const QJsonValue &turn : field(json, "turns").toArray()) {
        script.turns.push_back(readTurn(turn.toObject()));
    }
    readFault(field(json, "fault"), script);
    script.expected = readExpected(field(json, "expected").toObject());
    script.clinic = field(json, "clinic").toObject();
    if (script.turns.empty() || script.expected.outcome.isEmpty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("a call needs turns and an expected outcome")};
    }
    return script;
}

} // namespace

Result<std::vector<CallScript>> readCallScripts(const QByteArray &jsonLines)
{
    std::vector<CallScript> scripts;
    int number = 0;
    for (const QByteArray &line : jsonLines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) {
            continue;
        }
        auto script = readScript(QJsonDocument::fromJson(line).object());
        if (!script) {
            return Error{ErrorCode::InvalidInput,
                         QStringLiteral("Call scripts, line %1: %2.").arg(number).arg(script.error().message)};
        }
        scripts.push_back(std::move(script).value());
    }
    return scripts;
}

} // namespace Frontdesk::Evaluation
