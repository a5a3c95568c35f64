#include "service/dialogue/internal/modeljson.h"

namespace Frontdesk::Dialogue {

namespace {

QJsonObject factsToJson(const std::map<SlotName, QString> &facts)
{
    QJsonObject json;
    for (const auto &[name, text] : facts) {
        json.insert(slotNameText(name), text);
    }
    return json;
}

QJsonArray requestsToJson(const std::vector<RequestType> &requests)
{
    QJsonArray json;
    for (const RequestType type : requests) {
        json.append(requestTypeName(type));
    }
    return json;
}

} // namespace

QJsonArray modelQuestionToJson(const Flow::ModelQuestion &question)
{
    QJsonArray earlier;
    for (const Flow::HeardUtterance &utterance : question.earlier) {
        earlier.append(QJsonArray{speakerName(utterance.speaker), utterance.text});
    }
    return {question.turn,
            question.words,
            static_cast<int>(question.expectation),
            question.localTime,
            requestsToJson(question.openRequests),
            factsToJson(question.known),
            earlier};
}

QJsonObject modelReadingToJson(const Flow::ModelReading &reading)
{
    QJsonObject json{{QStringLiteral("requests"), requestsToJson(reading.requests)},
                     {QStringLiteral("said"), factsToJson(reading.said)},
                     {QStringLiteral("danger"), static_cast<int>(reading.danger)},
                     {QStringLiteral("person"), reading.wantsPerson},
                     {QStringLiteral("advice"), reading.asksMedicalAdvice},
                     {QStringLiteral("say"), reading.acknowledgement}};
    if (reading.agrees) {
        json.insert(QStringLiteral("agrees"), *reading.agrees);
    }
    return json;
}

Flow::ModelReading modelReadingFromJson(const QJsonObject &json)
{
    Flow::ModelReading reading;
    for (const QJsonValue &entry : json.value(QLatin1String("requests")).toArray()) {
        if (const auto type = requestTypeFromName(entry.toString())) {
            reading.requests.push_back(*type);
        }
    }
    const QJsonObject said = json.value(QLatin1String("said")).toObject();
    for (auto fact = said.begin(); fact != said.end(); ++fact) {
        if (const auto name = slotNameFromText(fact.key())) {
            reading.said.emplace(*name, fact.value().toString());
        }
    }
    const int danger = json.value(QLatin1String("danger")).toInt();
    reading.danger = static_cast<Flow::ModelDanger>(std::clamp(danger, 0, 3));
    reading.wantsPerson = json.value(QLatin1String("person")).toBool();
    reading.asksMedicalAdvice = json.value(QLatin1String("advice")).toBool();
    reading.acknowledgement = json.value(QLatin1String("say")).toString();
    if (const QJsonValue agrees = json.value(QLatin1String("agrees")); agrees.isBool()) {
        reading.agrees = agrees.toBool();
    }
    return reading;
}

} // namespace Frontdesk::Dialogue
