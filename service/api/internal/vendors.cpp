#include "service/api/fields.h"
#include "service/api/internal/clinicsettings.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "shared/model/vendoragreement.h"

#include <algorithm>

namespace Frontdesk::Api {

namespace {

const QString Vendors = QString::fromLatin1(VendorAgreementsSetting);
const QString KeySetAt = QStringLiteral("key_set_at");
constexpr int LongestKey = 500;

bool takesOwnKey(const QString &vendor)
{
    const auto &known = knownVendors();
    return std::any_of(known.begin(), known.end(),
                       [&](const KnownVendor &one) { return one.name == vendor && one.takesOwnKey; });
}

/// The clinic's own agreements, the platform's where it has none, and whether the clinic has set a key of its own.
Http::HttpResponse vendorsAnswer(ApiCall &call, const Storage::ClinicSetting &setting)
{
    const auto platform = call.store.clinicSettings().findOfPlatform(Vendors);
    const auto keys = call.store.vendorKeys().setTimes(call.clinic());
    if (!platform || !keys) {
        return problem(platform ? keys.error() : platform.error());
    }
    VendorAgreements agreements = vendorAgreementsFromJson(setting.value);
    agreements.merge(vendorAgreementsFromJson(platform->value));
    for (const auto &[name, setAt] : *keys) {
        agreements.try_emplace(name);
    }
    QJsonArray items;
    for (const auto &[name, agreement] : agreements) {
        const auto key = keys->find(name);
        QJsonObject vendor = agreement.toJson();
        vendor.insert(QStringLiteral("name"), name);
        vendor.insert(QStringLiteral("of_clinic"), setting.value.contains(name));
        vendor.insert(KeySetAt, timeJson(key == keys->end() ? QDateTime() : key->second));
        items.append(vendor);
    }
    return versioned(jsonAnswer(200, {{QStringLiteral("items"), items},
                                      {QStringLiteral("next_cursor"), QJsonValue(QJsonValue::Null)},
                                      {QStringLiteral("version"), setting.version}}),
                     setting.version);
}

Http::HttpResponse readVendors(ApiCall &call)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Vendors);
    return setting ? vendorsAnswer(call, *setting) : problem(setting.error());
}

/// A vendor's business associate agreement, and whether it may get patient data: only with one.
Http::HttpResponse putVendor(ApiCall &call)
{
    const QString name = call.parameter("name");
    const QJsonObject body = call.body();
    Fields fields(body);
    const QString signedOn = fields.optionalText("baa_signed_on", 10);
    const VendorAgreement agreement{QDate::fromString(signedOn, Qt::ISODate), body.value(QLatin1String("phi")).toBool(),
                                    fields.optionalText("data", 500)};
    if (!signedOn.isEmpty() && !agreement.signedOn.isValid()) {
        fields.complain("baa_signed_on", QStringLiteral("must be a date such as 2026-11-22"));
    }
    if (agreement.patientData && signedOn.isEmpty()) {
        fields.complain("phi", QStringLiteral("needs a signed agreement"));
    }
    const auto expected = call.expectedVersion();
    if (!expected || !fields.ok()) {
        return expected ? fields.refusal() : preconditionRequired();
    }
    const auto present = call.store.clinicSettings().find(call.clinic(), Vendors);
    if (!present) {
        return problem(present.error());
    }
    QJsonObject vendors = present->value;
    vendors.insert(name, agreement.toJson());
    const auto kept = keepSetting(call, Vendors, vendors, *expected, "vendor.changed", name);
    const auto *setting = std::get_if<Storage::ClinicSetting>(&kept);
    return setting ? vendorsAnswer(call, *setting) : std::get<Http::HttpResponse>(kept);
}

Http::HttpResponse noKeyFor()
{
    return problem(404, "not_found", QStringLiteral("There is no such vendor, or it takes no key of a clinic's own."));
}

/// All that is ever told of a key: whose it is, and when it was set.
Http::HttpResponse keyAnswer(ApiCall &call, const QString &vendor, const char *deed, const QDateTime &setAt)
{
    const auto noted = call.audit(deed, {QStringLiteral("clinic"), call.clinic().text()}, vendor);
    return noted ? jsonAnswer(200, {{QStringLiteral("name"), vendor}, {KeySetAt, timeJson(setAt)}})
                 : problem(noted.error());
}

Http::HttpResponse putKey(ApiCall &call)
{
    const QString vendor = call.parameter("name");
    if (!takesOwnKey(vendor)) {
        return noKeyFor();
    }
    Fields fields(call.body());
    const QString key = fields.text("key", LongestKey);
    const bool isPrintable =
        std::all_of(key.begin(), key.end(), [](QChar c) { return c > QLatin1Char(' ') && c <= QLatin1Char('~'); });
    if (fields.ok() && !isPrintable) {
        fields.complain("key", QStringLiteral("is one word of letters, digits and signs"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    const auto kept = call.store.vendorKeys().put({call.clinic(), vendor, key.toUtf8()}, call.now);
    return kept ? keyAnswer(call, vendor, "vendor.key_set", call.now) : problem(kept.error());
}

Http::HttpResponse removeKey(ApiCall &call)
{
    const QString vendor = call.parameter("name");
    if (!takesOwnKey(vendor)) {
        return noKeyFor();
    }
    const auto removed = call.store.vendorKeys().remove(call.clinic(), vendor);
    return removed ? keyAnswer(call, vendor, "vendor.key_removed", {}) : problem(removed.error());
}

} // namespace

std::vector<Operation> vendorOperations()
{
    using enum Http::Method;
    constexpr auto Change = Identity::Permission::ChangeClinic;
    const QString vendors = QStringLiteral("/api/v1/clinic/vendors");
    const QString key = vendors + QStringLiteral("/{name}/key");
    return {
        {Get, vendors, Identity::Permission::ReadClinic, readVendors, {}},
        {Put, vendors + QStringLiteral("/{name}"), Change, putVendor, {}},
        {Put, key, Change, putKey, {}},
        {Delete, key, Change, removeKey, {}},
    };
}

} // namespace Frontdesk::Api
