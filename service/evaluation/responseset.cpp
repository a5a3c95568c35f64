#include "service/evaluation/responseset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::Evaluation {

namespace {

void collect(const QJsonValue &value, QStringList &texts)
{
    if (value.isString())
        texts.append(value.toString());
    for (const QJsonValue &inner : value.toArray())
        collect(inner, texts);
    for (const QJsonValue &inner : value.toObject())
        collect(inner, texts);
}

} // namespace

ClinicProfile responseClinic()
{
    ClinicProfile profile;
    profile.name = QStringLiteral("Maple Street Clinic");
    profile.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00; sat 09:00-12:00")).value();
    profile.address = QStringLiteral("12 Maple Street, Springfield");
    profile.directions = QStringLiteral("next to the library");
    profile.insurances = {QStringLiteral("Aetna"), QStringLiteral("Blue Cross")};
    profile.services = {QStringLiteral("physicals"), QStringLiteral("flu shots")};
    profile.providers = {{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("family medicine"), true},
                         {QStringLiteral("Dr. Alan Reed"), QStringLiteral("pediatrics"), false}};
    profile.facts = {{{QStringLiteral("parking")}, QStringLiteral("Free parking is behind the building.")}};
    profile.callbackPromise = QStringLiteral("within 2 hours");
    return profile;
}

QStringList phraseTexts(const QByteArray &json)
{
    QStringList texts;
    collect(QJsonDocument::fromJson(json).object(), texts);
    return texts;
}

} // namespace Frontdesk::Evaluation
