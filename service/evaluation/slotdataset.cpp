#include "service/evaluation/slotdataset.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace Frontdesk::Evaluation {
namespace {

SlotItem itemFrom(const QJsonObject &json)
{
    SlotItem item;
    item.id = json[QLatin1String("id")].toString();
    item.assistant = json[QLatin1String("assistant")].toString();
    item.utterance = json[QLatin1String("utterance")].toString();
    const QJsonObject context = json[QLatin1String("context")].toObject();
    const QDateTime local = QDateTime::fromString(context[QLatin1String("datetime")].toString(), Qt::ISODate);
    const QTimeZone zone(context[QLatin1String("tz")].toString().toUtf8());
    item.localNow = zone.isValid() ? QDateTime(local.date(), local.time(), zone) : local;
    item.callerId = context[QLatin1String("caller_id")].toString();
    const QJsonObject values = json[QLatin1String("slots")].toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const auto name = slotNameFromText(it.key()); name && it.value().isString()) {
            item.labels[*name] = it.value().toString();
        }
    }
    for (const QJsonValue &type : values[QLatin1String("request_types")].toArray()) {
        item.requestTypes.append(type.toString());
    }
    const QJsonObject meta = json[QLatin1String("meta")].toObject();
    for (const QJsonValue &date : meta[QLatin1String("preferred_date_also_ok")].toArray()) {
        item.dateAlsoOk.append(date.toString());
    }
    item.dateApproximate = meta[QLatin1String("preferred_date_approx")].toBool();
    item.partlyLabelled =
        json[QLatin1String("source")].toString().startsWith(QLatin1String("sgd"), Qt::CaseInsensitive);
    return item;
}

} // namespace

Result<std::vector<SlotItem>> readSlotItems(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("cannot read %1").arg(path)};
    }
    std::vector<SlotItem> items;
    int line = 0;
    while (!file.atEnd()) {
        const QByteArray text = file.readLine().trimmed();
        ++line;
        if (text.isEmpty()) {
            continue;
        }
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
        if (!document.isObject() || !document.object().contains(QLatin1String("slots"))) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("%1, line %2 is no slot item").arg(path).arg(line)};
        }
        items.push_back(itemFrom(document.object()));
    }
    return items;
}

} // namespace Frontdesk::Evaluation
