#include "service/storage/retentionrules.h"

#include <QList>

#include <array>

namespace Frontdesk::Storage {

namespace {

struct Days {
    QLatin1String name;
    int RetentionRules::*days;
    int fewest;
};

constexpr std::array AllDays{
    Days{QLatin1String("calls_days"), &RetentionRules::callsDays, 1},
    Days{QLatin1String("recordings_days"), &RetentionRules::recordingsDays, 1},
    Days{QLatin1String("transcripts_days"), &RetentionRules::transcriptsDays, 1},
    Days{QLatin1String("audit_days"), &RetentionRules::auditDays, RetentionRules::SixYears},
};
constexpr QLatin1String LegalHold("legal_hold");

} // namespace

RetentionRules RetentionRules::fromJson(const QJsonObject &json)
{
    RetentionRules rules;
    for (const Days &one : AllDays) {
        rules.*one.days = json.value(one.name).toInt(rules.*one.days);
    }
    rules.legalHold = json.value(LegalHold).toBool();
    return rules;
}

QJsonObject RetentionRules::toJson() const
{
    QJsonObject json{{QString(LegalHold), legalHold}};
    for (const Days &one : AllDays) {
        json.insert(one.name, this->*one.days);
    }
    return json;
}

QList<RetentionRules::Problem> RetentionRules::problems() const
{
    QList<Problem> problems;
    for (const Days &one : AllDays) {
        const int days = this->*one.days;
        if (days < one.fewest || days > Longest) {
            problems.append({one.name, QStringLiteral("must be from %1 to %2 days").arg(one.fewest).arg(Longest)});
        }
    }
    return problems;
}

} // namespace Frontdesk::Storage
