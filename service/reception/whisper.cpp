#include "service/reception/whisper.h"

#include "shared/model/escalation.h"

namespace Frontdesk::Reception {

bool isEmergency(const LiveCall &call)
{
    const auto reason = escalationReasonFromName(call.escalationReason);
    return reason && Frontdesk::isEmergency(*reason);
}

QString emergencyGuidance()
{
    return QStringLiteral("If this is a medical emergency, please hang up and dial 911.");
}

QString spokenReason(const QString &escalationReason)
{
    const auto reason = escalationReasonFromName(escalationReason);
    if (!reason) {
        return QStringLiteral("The assistant could not go on.");
    }
    if (Frontdesk::isEmergency(*reason)) {
        return QStringLiteral("Possible emergency. The caller was told to dial 911.");
    }
    switch (*reason) {
    case EscalationReason::Medication:
        return QStringLiteral("About a medication or prescription.");
    case EscalationReason::TestResults:
        return QStringLiteral("About test results.");
    case EscalationReason::MedicalAdvice:
        return QStringLiteral("Urgent. A medical question.");
    case EscalationReason::HumanRequest:
        return QStringLiteral("The caller asked for a person.");
    case EscalationReason::Distress:
        return QStringLiteral("Urgent. The caller is upset.");
    case EscalationReason::Angry:
    case EscalationReason::Abusive:
        return QStringLiteral("The caller is angry.");
    case EscalationReason::Language:
        return QStringLiteral("The caller speaks another language.");
    case EscalationReason::Confused:
        return QStringLiteral("The caller seems confused.");
    case EscalationReason::StaffTookOver:
        return QStringLiteral("The call you asked for.");
    default:
        return QStringLiteral("The assistant could not understand the caller well enough.");
    }
}

QString keyQuestion()
{
    return QStringLiteral("To take the call, press 1. To decline, press 2.");
}

} // namespace Frontdesk::Reception
