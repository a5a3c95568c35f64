#include "shared/model/escalationjson.h"

namespace Frontdesk {

QJsonArray evidenceToJson(const std::vector<Evidence> &evidence)
{
    QJsonArray json;
    for (const Evidence &one : evidence) {
        json.append(QJsonObject{{QStringLiteral("reason"), escalationReasonName(one.reason)},
                                {QStringLiteral("signal"), one.signal},
                                {QStringLiteral("rule"), one.rule},
                                {QStringLiteral("words"), one.words},
                                {QStringLiteral("value"), one.value},
                                {QStringLiteral("threshold"), one.threshold},
                                {QStringLiteral("weight"), one.weight}});
    }
    return json;
}

Result<std::vector<Evidence>> evidenceFromJson(const QJsonArray &json)
{
    std::vector<Evidence> evidence;
    for (const QJsonValue &entry : json) {
        const QJsonObject object = entry.toObject();
        const auto reason = escalationReasonFromName(object.value(QLatin1String("reason")).toString());
        if (!reason) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("A piece of evidence has no known reason.")};
        }
        evidence.push_back({.reason = *reason,
                            .signal = object.value(QLatin1String("signal")).toString(),
                            .rule = object.value(QLatin1String("rule")).toString(),
                            .words = object.value(QLatin1String("words")).toString(),
                            .value = object.value(QLatin1String("value")).toDouble(),
                            .threshold = object.value(QLatin1String("threshold")).toDouble(),
                            .weight = object.value(QLatin1String("weight")).toDouble()});
    }
    return evidence;
}

QJsonObject escalationToJson(const EscalationRecord &escalation)
{
    return {{QStringLiteral("id"), escalation.id.text()},
            {QStringLiteral("call_id"), escalation.callId.text()},
            {QStringLiteral("reason"), escalationReasonName(escalation.reason)},
            {QStringLiteral("score"), escalation.score},
            {QStringLiteral("thresholds_version"), escalation.thresholdsVersion},
            {QStringLiteral("turn"), escalation.turn},
            {QStringLiteral("decided_at"), escalation.decidedAt.toString(Qt::ISODate)},
            {QStringLiteral("evidence"), evidenceToJson(escalation.evidence)}};
}

} // namespace Frontdesk
