#include "shared/model/clinicprofile.h"

#include "shared/core/phonenumber.h"

namespace Frontdesk {

bool ClinicProfile::isOpenAt(const QDateTime &utc) const
{
    const QDateTime local = localTime(utc);
    return hours.isOpenAt(local.date(), local.time());
}

QStringList ClinicProfile::problems() const
{
    QStringList found;
    const auto require = [&found](bool holds, const char *problem) {
        if (!holds) {
            found << QString::fromLatin1(problem);
        }
    };
    require(!name.trimmed().isEmpty(), "The clinic needs a name.");
    require(isE164(number), "The number patients call must look like +15550100000.");
    require(isE164(line), "The clinic's own line must look like +15550199999.");
    require(onCallLine.isEmpty() || isE164(onCallLine), "The on-call line must look like +15550199998.");
    require(number != line, "The clinic's own line must differ from the number patients call, or calls would circle.");
    require(number != onCallLine, "The on-call line must differ from the number patients call.");
    require(timeZone.isValid(), "The time zone must be a name such as America/New_York.");
    require(language == QLatin1String("en") || language == QLatin1String("es"), "The language must be en or es.");
    require(state.isEmpty() || isUsState(state), "The state must be two capital letters such as CA.");
    const auto fraction = [](double value) { return value >= 0.0 && value <= 1.0; };
    require(fraction(thresholds.transcriptConfidence), "The confidence threshold must be between 0 and 1.");
    require(fraction(thresholds.audioQuality), "The audio quality threshold must be between 0 and 1.");
    require(thresholds.sentiment >= -1.0 && thresholds.sentiment <= 1.0,
            "The sentiment threshold must be between -1 and 1.");
    require(thresholds.clarifyingQuestions >= 1 && thresholds.clarifyingQuestions <= 5,
            "Between 1 and 5 clarifying questions are allowed.");
    require(thresholds.callSeconds >= 60 && thresholds.callSeconds <= 1800,
            "The longest call must be between 60 and 1800 seconds.");
    require(thresholds.confusedSeconds >= 30 && thresholds.confusedSeconds <= thresholds.callSeconds,
            "Patience with a confused caller must be between 30 seconds and the longest call.");
    require(thresholds.flagsToEscalate > 0.0 && thresholds.flagsToEscalate <= 1.0,
            "The flags needed to hand over must be above 0 and at most 1, so that one strong flag always suffices.");
    return found;
}

} // namespace Frontdesk
