#include "service/api/fields.h"
#include "service/api/internal/operations.h"
#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

constexpr int UsualDays = 30;
constexpr int MostDays = 366;

Http::HttpResponse answered(ApiCall &call, const Result<QJsonObject> &found, const char *deed)
{
    if (!found) {
        return problem(found.error());
    }
    const auto noted = call.audit(deed, {QStringLiteral("clinic"), call.clinic().text()});
    return noted ? jsonAnswer(200, *found) : problem(noted.error());
}

Http::HttpResponse preview(ApiCall &call, const Hindsight &hindsight)
{
    const QJsonObject body = call.body();
    Fields fields(body);
    const int days = body.value(QLatin1String("days")).toInt(UsualDays);
    if (days < 1 || days > MostDays) {
        fields.complain("days", QStringLiteral("must be from 1 to %1").arg(MostDays));
    }
    Hindsight::Changes changes;
    const QJsonObject thresholds = body.value(QLatin1String("thresholds")).toObject();
    for (auto entry = thresholds.begin(); entry != thresholds.end(); ++entry) {
        if (!entry->isDouble()) {
            fields.complain(entry.key().toUtf8().constData(), QStringLiteral("must be a number"));
        }
        changes.emplace_back(entry.key(), entry->toDouble());
    }
    if (changes.empty()) {
        fields.complain("thresholds", QStringLiteral("says what to change"));
    }
    if (!fields.ok()) {
        return fields.refusal();
    }
    return answered(call,
                    hindsight.previewThresholds(call.store, call.clinic(), changes, call.now.addDays(-days), call.now),
                    "thresholds.previewed");
}

Http::HttpResponse review(ApiCall &call, const Hindsight &hindsight)
{
    return answered(call,
                    hindsight.missedEmergencies(call.store, call.clinic(), call.now.addDays(-UsualDays), call.now),
                    "emergencies.reviewed");
}

} // namespace

std::vector<Operation> hindsightOperations(const Hindsight &hindsight)
{
    using enum Http::Method;
    std::vector<Operation> operations;
    if (hindsight.previewThresholds) {
        operations.push_back({Post,
                              QStringLiteral("/api/v1/clinic/thresholds/preview"),
                              Identity::Permission::ChangeClinic,
                              [hindsight](ApiCall &call) { return preview(call, hindsight); },
                              {}});
    }
    if (hindsight.missedEmergencies) {
        operations.push_back({Get,
                              QStringLiteral("/api/v1/analytics/missed-emergencies"),
                              Identity::Permission::ReadAnalytics,
                              [hindsight](ApiCall &call) { return review(call, hindsight); },
                              {}});
    }
    return operations;
}

} // namespace Frontdesk::Api
