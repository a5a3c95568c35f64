#include "service/dialogue/calltape.h"

#include "service/dialogue/conversation.h"
#include "service/dialogue/internal/modeljson.h"
#include "shared/model/callrecordjson.h"
#include "shared/model/escalationjson.h"
#include "shared/model/slotsjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::Dialogue {

namespace {

/// Counts up when the written form changes.
constexpr int TapeForm = 1;

template <typename... Bodies>
struct Overloaded : Bodies... {
    using Bodies::operator()...;
};

QJsonObject transcriptJson(const Flow::Transcript &transcript)
{
    return {{QStringLiteral("text"), transcript.text},
            {QStringLiteral("words"), wordsToJson(transcript.words)},
            {QStringLiteral("confidence"), transcript.confidence},
            {QStringLiteral("final"), transcript.isFinal},
            {QStringLiteral("start_ms"), qint64{transcript.start.count()}},
            {QStringLiteral("end_ms"), qint64{transcript.end.count()}}};
}

Result<Flow::Transcript> readTranscript(const QJsonObject &json)
{
    auto words = wordsFromJson(json.value(QLatin1String("words")).toArray());
    if (!words) {
        return words.error();
    }
    Flow::Transcript transcript;
    transcript.text = json.value(QLatin1String("text")).toString();
    transcript.words = std::move(words).value();
    transcript.confidence = json.value(QLatin1String("confidence")).toDouble();
    transcript.isFinal = json.value(QLatin1String("final")).toBool();
    transcript.start = Milliseconds(json.value(QLatin1String("start_ms")).toInteger());
    transcript.end = Milliseconds(json.value(QLatin1String("end_ms")).toInteger());
    return transcript;
}

/// `[at_ms, kind, fields...]`: most events are "time passed", so names for fields would be most of a tape.
QJsonArray eventJson(const Event &event)
{
    QJsonArray json{qint64{event.at.count()}};
    const auto append = [&json](const char *kind, std::initializer_list<QJsonValue> fields) {
        json.append(QLatin1String(kind));
        for (const QJsonValue &field : fields) {
            json.append(field);
        }
    };
    std::visit(Overloaded{[&](const CallStarted &) { append("started", {}); },
                          [&](const InterimHeard &interim) { append("interim", {interim.text}); },
                          [&](const CallerSpoke &spoke) {
                              append("spoke", {transcriptJson(spoke.transcript), spoke.audioQuality, spoke.loudness,
                                               spoke.interrupted});
                          },
                          [&](const CallerSilent &silent) { append("silent", {silent.count}); },
                          [&](const KeysPressed &pressed) { append("keys", {pressed.keys}); },
                          [&](const SpeechPlayed &played) {
                              append("played", {static_cast<qint64>(played.ticket), played.heardText, played.complete});
                          },
                          [&](const PartFailed &failed) { append("failed", {failed.part}); },
                          [&](const StaffTakesOver &) { append("taken_over", {}); },
                          [&](const TimePassed &) { append("time", {}); },
                          [&](const CallerLeft &) { append("left", {}); },
                          [&](const ModelAnswered &answered) {
                              append("model", {answered.turn, modelReadingToJson(answered.reading)});
                          },
                          [&](const ModelLate &late) { append("model_late", {late.turn}); },
                          [&](const ModelFailed &failed) { append("model_failed", {failed.turn}); },
                          [&](const ModelSaid &said) {
                              append("model_said", {said.turn, modelReadingToJson(said.soFar)});
                          },
                          [&](const AnswerLate &) { append("words_late", {}); }}, // Its older name.
               event.body);
    return json;
}

Result<void> readBody(const QJsonArray &json, EventBody &body)
{
    const QString kind = json.at(1).toString();
    if (kind == QLatin1String("spoke")) {
        auto transcript = readTranscript(json.at(2).toObject());
        if (!transcript) {
            return transcript.error();
        }
        CallerSpoke &spoke = body.emplace<CallerSpoke>();
        spoke.transcript = std::move(transcript).value();
        spoke.audioQuality = json.at(3).toDouble();
        spoke.loudness = json.at(4).toDouble();
        spoke.interrupted = json.at(5).toBool();
    } else if (kind == QLatin1String("time")) {
        body.emplace<TimePassed>();
    } else if (kind == QLatin1String("interim")) {
        body.emplace<InterimHeard>().text = json.at(2).toString();
    } else if (kind == QLatin1String("played")) {
        SpeechPlayed &played = body.emplace<SpeechPlayed>();
        played.ticket = static_cast<quint64>(json.at(2).toInteger());
        played.heardText = json.at(3).toString();
        played.complete = json.at(4).toBool();
    } else if (kind == QLatin1String("silent")) {
        body.emplace<CallerSilent>().count = json.at(2).toInt();
    } else if (kind == QLatin1String("keys")) {
        body.emplace<KeysPressed>().keys = json.at(2).toString();
    } else if (kind == QLatin1String("failed")) {
        body.emplace<PartFailed>().part = json.at(2).toString();
    } else if (kind == QLatin1String("taken_over")) {
        body.emplace<StaffTakesOver>();
    } else if (kind == QLatin1String("started")) {
        body.emplace<CallStarted>();
    } else if (kind == QLatin1String("left")) {
        body.emplace<CallerLeft>();
    } else if (kind == QLatin1String("model")) {
        ModelAnswered &answered = body.emplace<ModelAnswered>();
        answered.turn = json.at(2).toInt();
        answered.reading = modelReadingFromJson(json.at(3).toObject());
    } else if (kind == QLatin1String("model_late")) {
        body.emplace<ModelLate>().turn = json.at(2).toInt();
    } else if (kind == QLatin1String("model_failed")) {
        body.emplace<ModelFailed>().turn = json.at(2).toInt();
    } else if (kind == QLatin1String("model_said")) {
        ModelSaid &said = body.emplace<ModelSaid>();
        said.turn = json.at(2).toInt();
        said.soFar = modelReadingFromJson(json.at(3).toObject());
    } else if (kind == QLatin1String("words_late")) {
        body.emplace<AnswerLate>();
    } else {
        return Error{ErrorCode::Corrupt, QStringLiteral("A stored call holds an event of an unknown kind.")};
    }
    return {};
}

QJsonArray actionJson(const Action &action)
{
    return std::visit(Overloaded{[](const Say &say) {
                                     return QJsonArray{QStringLiteral("say"),
                                                       static_cast<qint64>(say.ticket),
                                                       say.text,
                                                       say.phraseId,
                                                       say.language,
                                                       say.mustBeHeard,
                                                       say.givesWay,
                                                       say.replacesSpeech,
                                                       say.slow,
                                                       static_cast<int>(say.expects)};
                                 },
                                 [](const SubmitTask &task) {
                                     return QJsonArray{QStringLiteral("task"),
                                                       task.key,
                                                       requestTypeName(task.type),
                                                       static_cast<int>(task.queue),
                                                       taskPriorityName(task.priority),
                                                       slotsToJson(task.slotValues),
                                                       task.note,
                                                       task.escalationReason};
                                 },
                                 [](const Escalate &escalate) {
                                     return QJsonArray{QStringLiteral("escalate"),
                                                       escalationReasonName(escalate.reason),
                                                       escalate.emergency,
                                                       evidenceToJson(escalate.evidence),
                                                       escalate.score,
                                                       escalate.turn};
                                 },
                                 [](const EndCall &end) {
                                     return QJsonArray{QStringLiteral("end"), end.outcome, end.why};
                                 },
                                 [](const AskModel &ask) {
                                     return QJsonArray{QStringLiteral("ask"), modelQuestionToJson(ask.question)};
                                 },
                                 [](const SetRecording &recording) {
                                     return QJsonArray{QStringLiteral("recording"),
                                                       recordingConsentName(recording.consent), recording.words};
                                 }},
                      action);
}

Error notATape()
{
    return {ErrorCode::Corrupt,
            QStringLiteral("A stored call cannot be played again: it is no tape this program knows.")};
}

} // namespace

void ActionsDigest::add(const Actions &actions)
{
    for (const Action &action : actions) {
        m_hash.addData(QJsonDocument(actionJson(action)).toJson(QJsonDocument::Compact));
    }
}

QByteArray ActionsDigest::result() const
{
    return m_hash.result().toHex();
}

QByteArray CallTape::toBytes() const
{
    QJsonArray list;
    for (const Event &event : events) {
        list.append(eventJson(event));
    }
    const QJsonObject json{{QStringLiteral("form"), TapeForm},
                           {QStringLiteral("clinic"), briefing.clinic.toJson()},
                           {QStringLiteral("caller_number"), briefing.callerNumber},
                           {QStringLiteral("started_at_ms"), briefing.startedAt.toMSecsSinceEpoch()},
                           {QStringLiteral("model"), briefing.modelAvailable},
                           {QStringLiteral("events"), list},
                           {QStringLiteral("actions"), QString::fromLatin1(actions)}};
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<CallTape> CallTape::fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(bytes)).object();
    if (json.value(QLatin1String("form")).toInt() != TapeForm) {
        return notATape();
    }
    auto clinic = ClinicProfile::fromJson(json.value(QLatin1String("clinic")).toObject());
    if (!clinic) {
        return clinic.error();
    }
    CallTape tape;
    tape.briefing.clinic = std::move(clinic).value();
    tape.briefing.callerNumber = json.value(QLatin1String("caller_number")).toString();
    tape.briefing.startedAt =
        QDateTime::fromMSecsSinceEpoch(json.value(QLatin1String("started_at_ms")).toInteger(), Qt::UTC);
    tape.briefing.modelAvailable = json.value(QLatin1String("model")).toBool();
    tape.actions = json.value(QLatin1String("actions")).toString().toLatin1();
    const QJsonArray events = json.value(QLatin1String("events")).toArray();
    tape.events.reserve(static_cast<size_t>(events.size()));
    for (const QJsonValue &entry : events) {
        const QJsonArray fields = entry.toArray();
        Event &event = tape.events.emplace_back();
        event.at = Milliseconds(fields.at(0).toInteger());
        if (auto read = readBody(fields, event.body); !read) {
            return read.error();
        }
    }
    return tape;
}

QByteArray replayedActions(const CallTape &tape)
{
    Conversation conversation(tape.briefing);
    ActionsDigest digest;
    for (const Event &event : tape.events) {
        digest.add(conversation.handle(event));
    }
    return digest.result();
}

} // namespace Frontdesk::Dialogue
