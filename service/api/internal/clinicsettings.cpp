#include "service/api/internal/clinicsettings.h"

#include "service/api/problem.h"

namespace Frontdesk::Api {

std::variant<Storage::ClinicSetting, Http::HttpResponse> keepSetting(ApiCall &call, const QString &name,
                                                                     const QJsonObject &value, qint64 version,
                                                                     const char *deed, const QString &detail)
{
    const auto kept = call.store.clinicSettings().replace(call.clinic(), name, value, version, call.now);
    if (!kept) {
        const auto current = kept.error().code == ErrorCode::Conflict
                                 ? call.store.clinicSettings().find(call.clinic(), name)
                                 : Result<Storage::ClinicSetting>(kept.error());
        return current ? changedMeanwhile(current->value) : problem(current.error());
    }
    if (const auto noted = call.audit(deed, {QStringLiteral("clinic"), call.clinic().text()}, detail); !noted) {
        return problem(noted.error());
    }
    return *kept;
}

} // namespace Frontdesk::Api
