#include "shared/model/callrecordjson.h"

namespace Frontdesk {

QJsonArray wordsToJson(const std::vector<SpokenWord> &words)
{
    QJsonArray json;
    for (const SpokenWord &word : words) {
        json.append(QJsonObject{{QStringLiteral("text"), word.text},
                                {QStringLiteral("confidence"), word.confidence},
                                {QStringLiteral("start_ms"), qint64{word.start.count()}},
                                {QStringLiteral("end_ms"), qint64{word.end.count()}}});
    }
    return json;
}

Result<std::vector<SpokenWord>> wordsFromJson(const QJsonArray &json)
{
    std::vector<SpokenWord> words;
    words.reserve(static_cast<size_t>(json.size()));
    for (const QJsonValue &entry : json) {
        if (!entry.isObject()) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("A spoken word is not an object.")};
        }
        const QJsonObject object = entry.toObject();
        SpokenWord word;
        word.text = object.value(QLatin1String("text")).toString();
        word.confidence = object.value(QLatin1String("confidence")).toDouble(word.confidence);
        word.start = Milliseconds(object.value(QLatin1String("start_ms")).toInteger());
        word.end = Milliseconds(object.value(QLatin1String("end_ms")).toInteger());
        words.push_back(std::move(word));
    }
    return words;
}

QJsonObject callToJson(const CallRecord &call)
{
    return {{QStringLiteral("call_id"), call.id.text()},
            {QStringLiteral("clinic_id"), call.clinicId.text()},
            {QStringLiteral("network_call_id"), call.networkCallId},
            {QStringLiteral("caller_number"), call.callerNumber},
            {QStringLiteral("phase"), callPhaseName(call.phase)},
            {QStringLiteral("outcome"), call.outcome},
            {QStringLiteral("started_at"), call.startedAt.toString(Qt::ISODate)},
            {QStringLiteral("ended_at"),
             call.endedAt.isValid() ? QJsonValue(call.endedAt.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject turnToJson(const TurnRecord &turn)
{
    return {{QStringLiteral("number"), turn.number},
            {QStringLiteral("speaker"), speakerName(turn.speaker)},
            {QStringLiteral("text"), turn.text},
            {QStringLiteral("heard_text"), turn.heardText},
            {QStringLiteral("confidence"), turn.confidence},
            {QStringLiteral("audio_quality"), turn.audioQuality},
            {QStringLiteral("start_ms"), qint64{turn.start.count()}},
            {QStringLiteral("end_ms"), qint64{turn.end.count()}},
            {QStringLiteral("at"), turn.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("words"), wordsToJson(turn.words)}};
}

} // namespace Frontdesk
