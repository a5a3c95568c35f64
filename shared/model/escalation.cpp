#include "shared/model/escalation.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<EscalationReason, 19> Reasons{{{
    {EscalationReason::EmergencyMedical, QLatin1String("emergency_medical")},
    {EscalationReason::EmergencySelfHarm, QLatin1String("emergency_self_harm")},
    {EscalationReason::EmergencyViolence, QLatin1String("emergency_violence")},
    {EscalationReason::Medication, QLatin1String("medication")},
    {EscalationReason::TestResults, QLatin1String("test_results")},
    {EscalationReason::MedicalAdvice, QLatin1String("medical_advice")},
    {EscalationReason::HumanRequest, QLatin1String("human_request")},
    {EscalationReason::LowConfidence, QLatin1String("low_confidence")},
    {EscalationReason::PoorAudio, QLatin1String("poor_audio")},
    {EscalationReason::Distress, QLatin1String("distress")},
    {EscalationReason::Angry, QLatin1String("angry")},
    {EscalationReason::Abusive, QLatin1String("abusive")},
    {EscalationReason::Confused, QLatin1String("confused")},
    {EscalationReason::Language, QLatin1String("language")},
    {EscalationReason::NotUnderstood, QLatin1String("not_understood")},
    {EscalationReason::Duration, QLatin1String("duration")},
    {EscalationReason::Complex, QLatin1String("complex")},
    {EscalationReason::SystemFailure, QLatin1String("system_failure")},
    {EscalationReason::StaffTookOver, QLatin1String("staff_took_over")},
}}};

} // namespace

QString escalationReasonName(EscalationReason reason)
{
    return Reasons.name(reason);
}

std::optional<EscalationReason> escalationReasonFromName(QStringView name)
{
    return Reasons.value(name);
}

bool isEmergency(EscalationReason reason)
{
    return reason == EscalationReason::EmergencyMedical || reason == EscalationReason::EmergencySelfHarm ||
           reason == EscalationReason::EmergencyViolence;
}

} // namespace Frontdesk
