#include "shared/model/vendoragreement.h"

namespace Frontdesk {

namespace {

const QString SignedOn = QStringLiteral("baa_signed_on");
const QString PatientData = QStringLiteral("phi");
const QString Data = QStringLiteral("data");

} // namespace

QJsonObject VendorAgreement::toJson() const
{
    return {{SignedOn, signedOn.isValid() ? QJsonValue(signedOn.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)},
            {PatientData, patientData},
            {Data, data}};
}

VendorAgreement VendorAgreement::fromJson(const QJsonObject &json)
{
    return {QDate::fromString(json.value(SignedOn).toString(), Qt::ISODate), json.value(PatientData).toBool(),
            json.value(Data).toString()};
}

VendorAgreements vendorAgreementsFromJson(const QJsonObject &json)
{
    VendorAgreements agreements;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        agreements.emplace(entry.key(), VendorAgreement::fromJson(entry.value().toObject()));
    }
    return agreements;
}

const std::vector<KnownVendor> &knownVendors()
{
    static const std::vector<KnownVendor> vendors{
        {QStringLiteral("loopback"), QStringLiteral("everything: servers on this very machine")},
        {QStringLiteral("twilio"), QStringLiteral("callers' numbers and voices")},
        {QStringLiteral("deepgram"), QStringLiteral("callers' voices"), true},
        {QStringLiteral("openai"), QStringLiteral("what callers say, in words"), true},
        {QStringLiteral("elevenlabs"), QStringLiteral("what is said to callers: names, numbers, days"), true}};
    return vendors;
}

} // namespace Frontdesk
