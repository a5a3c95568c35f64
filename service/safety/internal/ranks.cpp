#include "service/safety/internal/ranks.h"

namespace Frontdesk::Safety {

EscalationReason reasonOf(Emergency emergency)
{
    switch (emergency) {
    case Emergency::SelfHarm:
        return EscalationReason::EmergencySelfHarm;
    case Emergency::Violence:
        return EscalationReason::EmergencyViolence;
    default:
        return EscalationReason::EmergencyMedical;
    }
}

EscalationReason reasonOf(Category category)
{
    switch (category) {
    case Category::Medical:
        return EscalationReason::EmergencyMedical;
    case Category::SelfHarm:
        return EscalationReason::EmergencySelfHarm;
    case Category::Violence:
        return EscalationReason::EmergencyViolence;
    case Category::Refill:
    case Category::Medication:
        return EscalationReason::Medication;
    case Category::TestResults:
        return EscalationReason::TestResults;
    case Category::Urgent:
    case Category::MedicalAdvice:
        return EscalationReason::MedicalAdvice;
    case Category::Human:
        return EscalationReason::HumanRequest;
    case Category::Abuse:
        return EscalationReason::Abusive;
    case Category::Angry:
        return EscalationReason::Angry;
    case Category::Lost:
    case Category::Confused:
        return EscalationReason::Confused;
    case Category::Language:
        return EscalationReason::Language;
    default:
        return EscalationReason::Distress;
    }
}

EscalationReason reasonOf(SecondOpinion::Head matter)
{
    switch (matter) {
    case SecondOpinion::Refill:
    case SecondOpinion::Medication:
        return EscalationReason::Medication;
    case SecondOpinion::TestResults:
        return EscalationReason::TestResults;
    case SecondOpinion::Human:
        return EscalationReason::HumanRequest;
    case SecondOpinion::Upset:
        return EscalationReason::Distress;
    case SecondOpinion::Confused:
        return EscalationReason::Confused;
    case SecondOpinion::Language:
        return EscalationReason::Language;
    default:
        return EscalationReason::MedicalAdvice;
    }
}

bool isDanger(Category category)
{
    return category == Category::Medical || category == Category::SelfHarm || category == Category::Violence;
}

int rankOf(MedicalRequest request)
{
    switch (request) {
    case MedicalRequest::Refill:
        return 4;
    case MedicalRequest::Medication:
        return 3;
    case MedicalRequest::TestResults:
        return 2;
    case MedicalRequest::MedicalAdvice:
        return 1;
    case MedicalRequest::None:
        return 0;
    }
    return 0;
}

int rankOf(Emergency emergency)
{
    switch (emergency) {
    case Emergency::SelfHarm:
        return 3;
    case Emergency::Violence:
        return 2;
    case Emergency::Medical:
        return 1;
    case Emergency::None:
        return 0;
    }
    return 0;
}

} // namespace Frontdesk::Safety
