#include "service/api/fields.h"
#include "service/api/internal/clinicsettings.h"
#include "service/api/internal/operations.h"
#include "service/api/internal/taskdeeds.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/storage/retentionrules.h"
#include "shared/model/consentlaws.h"

namespace Frontdesk::Api {

namespace {

const QString Thresholds = QStringLiteral("thresholds");
const QString Retention = QString::fromLatin1(Storage::RetentionRules::SettingName);
const QString Version = QStringLiteral("version");

using ClinicChanged = std::function<void(const ClinicProfile &)>;

Http::HttpResponse profileAnswer(ApiCall &call, const ClinicProfile &profile, bool thresholdsOnly)
{
    const auto version = call.store.clinics().version(profile.id);
    if (!version) {
        return problem(version.error());
    }
    const QJsonObject whole = profile.toJson();
    QJsonObject json = thresholdsOnly ? whole.value(Thresholds).toObject() : whole;
    // Thresholds have their own count, which decisions are kept with; the profile's is the clinic's.
    if (!thresholdsOnly) {
        json.insert(Version, *version);
    }
    return versioned(jsonAnswer(200, json), *version);
}

Http::HttpResponse readProfile(ApiCall &call, bool thresholdsOnly)
{
    const auto profile = clinicOf(call);
    return profile ? profileAnswer(call, *profile, thresholdsOnly) : problem(profile.error());
}

Http::HttpResponse keepProfile(ApiCall &call, const QJsonObject &wanted, const char *deed, bool thresholdsOnly,
                               const ClinicChanged &changed)
{
    const auto expected = call.expectedVersion();
    if (!expected) {
        return preconditionRequired();
    }
    auto profile = ClinicProfile::fromJson(wanted);
    if (!profile) {
        return problem(422, "invalid", profile.error().message);
    }
    profile->id = call.clinic();
    if (const QStringList wrong = profile->problems(); !wrong.isEmpty()) {
        QJsonArray errors;
        for (const QString &one : wrong) {
            errors.append(QJsonObject{{QStringLiteral("field"), QString()}, {QStringLiteral("message"), one}});
        }
        return problem(422, "invalid", wrong.first(), {{QStringLiteral("errors"), errors}});
    }
    const auto kept = call.store.clinics().replace(*profile, *expected, call.now);
    if (!kept && kept.error().code == ErrorCode::Conflict) {
        const auto version = call.store.clinics().version(call.clinic());
        if (version && *version == *expected) {
            return problem(kept.error()); // The number is another clinic's.
        }
        const auto current = clinicOf(call);
        return current ? changedMeanwhile(current->toJson()) : problem(current.error());
    }
    if (!kept) {
        return problem(kept.error());
    }
    if (const auto noted = call.audit(deed, {QStringLiteral("clinic"), call.clinic().text()}); !noted) {
        return problem(noted.error());
    }
    if (changed) {
        call.whenKept([changed, profile = *kept] { changed(profile); });
    }
    return profileAnswer(call, *kept, thresholdsOnly);
}

Http::HttpResponse putProfile(ApiCall &call, const ClinicChanged &changed)
{
    const auto kept = clinicOf(call);
    if (!kept) {
        return problem(kept.error());
    }
    QJsonObject wanted = call.body();
    // They have a door of their own, and nobody should reset them by leaving them out.
    wanted.insert(Thresholds, kept->toJson().value(Thresholds));
    return keepProfile(call, wanted, "clinic.changed", false, changed);
}

Http::HttpResponse putThresholds(ApiCall &call, const ClinicChanged &changed)
{
    const auto kept = clinicOf(call);
    if (!kept) {
        return problem(kept.error());
    }
    QJsonObject profile = kept->toJson();
    QJsonObject thresholds = profile.value(Thresholds).toObject();
    const QJsonObject wanted = call.body();
    Fields fields(wanted);
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        if (!thresholds.contains(entry.key())) {
            fields.complain(entry.key().toUtf8().constData(), QStringLiteral("is no threshold"));
        } else if (!entry.value().isDouble()) {
            fields.complain(entry.key().toUtf8().constData(), QStringLiteral("must be a number"));
        } else {
            thresholds.insert(entry.key(), entry.value());
        }
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    profile.insert(Thresholds, thresholds);
    return keepProfile(call, profile, "thresholds.changed", true, changed);
}

Http::HttpResponse retentionAnswer(const Storage::ClinicSetting &setting)
{
    QJsonObject json = Storage::RetentionRules::fromJson(setting.value).toJson();
    json.insert(Version, setting.version);
    return versioned(jsonAnswer(200, json), setting.version);
}

Http::HttpResponse readRetention(ApiCall &call)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Retention);
    return setting ? retentionAnswer(*setting) : problem(setting.error());
}

/// Everything is named, so that nothing is set by being forgotten.
QJsonObject wantedRetention(const QJsonObject &body, Fields &fields)
{
    const QJsonObject known = Storage::RetentionRules().toJson();
    for (auto entry = known.begin(); entry != known.end(); ++entry) {
        if (body.value(entry.key()).type() != entry.value().type()) {
            fields.complain(entry.key().toUtf8().constData(), entry.value().isBool()
                                                                  ? QStringLiteral("must be true or false")
                                                                  : QStringLiteral("must be a number of days"));
        }
    }
    const auto rules = Storage::RetentionRules::fromJson(body);
    for (const auto &[field, message] : rules.problems()) {
        fields.complain(field.toUtf8().constData(), message);
    }
    return rules.toJson();
}

Http::HttpResponse putRetention(ApiCall &call)
{
    Fields fields(call.body());
    const auto wanted = wantedRetention(call.body(), fields);
    const auto expected = call.expectedVersion();
    if (!expected || !fields.ok()) {
        return expected ? fields.refusal() : preconditionRequired();
    }
    const auto kept = keepSetting(call, Retention, wanted, *expected, "retention.changed", {});
    const auto *setting = std::get_if<Storage::ClinicSetting>(&kept);
    return setting ? retentionAnswer(*setting) : std::get<Http::HttpResponse>(kept);
}

/// What each state wants for recording a call, for people who choose.
Http::HttpResponse listConsentLaws(ApiCall & /*call*/)
{
    QJsonArray items;
    for (const auto &[state, law] : consentLaws()) {
        items.append(
            QJsonObject{{QStringLiteral("state"), state},
                        {QStringLiteral("rule"),
                         law.rule == ConsentRule::AllParty ? QStringLiteral("all_party") : QStringLiteral("one_party")},
                        {QStringLiteral("source"), law.source}});
    }
    return jsonAnswer(200, {{QStringLiteral("items"), items}});
}

/// That this can be answered says that the database is well; what else there is says so itself.
Http::HttpResponse health(ApiCall & /*call*/, const std::function<std::vector<ComponentHealth>()> &others)
{
    QJsonArray components{QJsonObject{{QStringLiteral("name"), QStringLiteral("database")},
                                      {QStringLiteral("state"), QStringLiteral("ok")},
                                      {QStringLiteral("since"), QJsonValue(QJsonValue::Null)},
                                      {QStringLiteral("detail"), QString()}}};
    bool isWell = true;
    for (const ComponentHealth &one : others ? others() : std::vector<ComponentHealth>()) {
        isWell = isWell && one.isWell;
        components.append(
            QJsonObject{{QStringLiteral("name"), one.name},
                        {QStringLiteral("state"), one.isWell ? QStringLiteral("ok") : QStringLiteral("down")},
                        {QStringLiteral("since"), timeJson(one.since)},
                        {QStringLiteral("detail"), one.detail}});
    }
    return jsonAnswer(200, {{QStringLiteral("status"), isWell ? QStringLiteral("ok") : QStringLiteral("degraded")},
                            {QStringLiteral("components"), components}});
}

} // namespace

std::vector<Operation> clinicOperations(const ApiHooks &hooks)
{
    using enum Http::Method;
    constexpr auto Read = Identity::Permission::ReadClinic;
    constexpr auto Change = Identity::Permission::ChangeClinic;
    const QString clinic = QStringLiteral("/api/v1/clinic");
    const QString thresholds = clinic + QStringLiteral("/thresholds");
    const QString retention = clinic + QStringLiteral("/retention");
    const auto changed = hooks.clinicChanged;
    const auto others = hooks.health;
    return {
        {Get, clinic, Read, [](ApiCall &call) { return readProfile(call, false); }, {}},
        {Put, clinic, Change, [changed](ApiCall &call) { return putProfile(call, changed); }, {}},
        {Get, thresholds, Read, [](ApiCall &call) { return readProfile(call, true); }, {}},
        {Put, thresholds, Change, [changed](ApiCall &call) { return putThresholds(call, changed); }, {}},
        {Get, retention, Read, readRetention, {}},
        {Put, retention, Change, putRetention, {}},
        {Get, QStringLiteral("/api/v1/consent-laws"), Read, listConsentLaws, {}},
        {Get,
         QStringLiteral("/api/v1/health"),
         Identity::Permission::ReadHealth,
         [others](ApiCall &call) { return health(call, others); },
         {}},
    };
}

} // namespace Frontdesk::Api
