#include "service/api/internal/approvalrules.h"

#include "service/api/fields.h"
#include "service/api/internal/clinicsettings.h"
#include "service/api/internal/operations.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

const QString Approvals = QStringLiteral("approvals");
const QString SecondSignature = QStringLiteral("second_signature");
constexpr int MostKinds = 50;

Http::HttpResponse rulesAnswer(const Storage::ClinicSetting &setting)
{
    return versioned(jsonAnswer(200, {{SecondSignature, setting.value.value(SecondSignature).toArray()},
                                      {QStringLiteral("version"), setting.version}}),
                     setting.version);
}

Http::HttpResponse readRules(ApiCall &call)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Approvals);
    return setting ? rulesAnswer(*setting) : problem(setting.error());
}

Result<bool> hasTwoDoctors(ApiCall &call)
{
    const auto all = call.store.users().list(call.clinic());
    if (!all) {
        return all.error();
    }
    return std::count_if(all->begin(), all->end(), [](const User &user) {
               return user.status == UserStatus::Active &&
                      Identity::allows(user.role, Identity::Permission::DecideApprovals);
           }) >= 2;
}

Http::HttpResponse putRules(ApiCall &call)
{
    const QJsonValue wanted = call.body().value(SecondSignature);
    Fields fields(call.body());
    const QJsonArray kinds =
        wanted.isArray() && wanted.toArray().isEmpty() ? QJsonArray() : fields.list("second_signature", MostKinds);
    for (const QJsonValue &kind : kinds) {
        if (!requestTypeFromName(kind.toString())) {
            fields.complain("second_signature", QStringLiteral("has a kind of request that is not known"));
            break;
        }
    }
    const auto expected = call.expectedVersion();
    if (!fields.ok() || !expected) {
        return expected ? fields.refusal() : preconditionRequired();
    }
    const auto canSign = kinds.isEmpty() ? Result<bool>(true) : hasTwoDoctors(call);
    if (!canSign || !*canSign) {
        return canSign ? problem(409, "too_few_doctors", QStringLiteral("Two signatures need two doctors."))
                       : problem(canSign.error());
    }
    const auto kept =
        keepSetting(call, Approvals, {{SecondSignature, kinds}}, *expected, "approval_rules.changed", QString());
    const auto *setting = std::get_if<Storage::ClinicSetting>(&kept);
    return setting ? rulesAnswer(*setting) : std::get<Http::HttpResponse>(kept);
}

} // namespace

Result<Signatures> signaturesFor(ApiCall &call, RequestType type)
{
    const auto setting = call.store.clinicSettings().find(call.clinic(), Approvals);
    if (!setting) {
        return setting.error();
    }
    return setting->value.value(SecondSignature).toArray().contains(requestTypeName(type)) ? Signatures::Two
                                                                                           : Signatures::One;
}

std::vector<Operation> approvalRuleOperations()
{
    using enum Http::Method;
    const QString rules = QStringLiteral("/api/v1/clinic/approvals");
    return {
        {Get, rules, Identity::Permission::ReadClinic, readRules, {}},
        {Put, rules, Identity::Permission::ChangeClinic, putRules, {}},
    };
}

} // namespace Frontdesk::Api
