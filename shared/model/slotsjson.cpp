#include "shared/model/slotsjson.h"

namespace Frontdesk {

QJsonObject slotsToJson(const SlotMap &slotValues)
{
    QJsonObject json;
    for (const auto &[name, slot] : slotValues) {
        json.insert(slotNameText(name), QJsonObject{{QStringLiteral("value"), slot.value},
                                                    {QStringLiteral("said_as"), slot.saidAs},
                                                    {QStringLiteral("confidence"), slot.confidence},
                                                    {QStringLiteral("turn"), slot.turn},
                                                    {QStringLiteral("from_ms"), qint64{slot.from.count()}},
                                                    {QStringLiteral("to_ms"), qint64{slot.to.count()}},
                                                    {QStringLiteral("confirmed"), slot.confirmed}});
    }
    return json;
}

Result<SlotMap> slotsFromJson(const QJsonObject &json)
{
    SlotMap slotValues;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const auto name = slotNameFromText(entry.key());
        if (!name || !entry.value().isObject()) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("A slot has an unknown name or no value.")};
        }
        const QJsonObject object = entry.value().toObject();
        SlotValue slot;
        slot.value = object.value(QLatin1String("value")).toString();
        slot.saidAs = object.value(QLatin1String("said_as")).toString();
        slot.confidence = object.value(QLatin1String("confidence")).toDouble(slot.confidence);
        slot.turn = object.value(QLatin1String("turn")).toInt();
        slot.from = Milliseconds(object.value(QLatin1String("from_ms")).toInteger());
        slot.to = Milliseconds(object.value(QLatin1String("to_ms")).toInteger());
        slot.confirmed = object.value(QLatin1String("confirmed")).toBool();
        slotValues.emplace(*name, std::move(slot));
    }
    return slotValues;
}

} // namespace Frontdesk
