#include "service/dialogue/internal/medicalwishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

void raiseMedicalWishes(Heard &heard)
{
    const auto &requests = heard.reading.requests;
    const auto wish = std::find_if(requests.begin(), requests.end(), isMedical);
    if (wish == requests.end() || heard.assessment.medicalRequest != Safety::MedicalRequest::None) {
        return;
    }
    const bool results = *wish == RequestType::TestResults;
    const bool refill = *wish == RequestType::PrescriptionRefill;
    heard.assessment.medicalRequest = results  ? Safety::MedicalRequest::TestResults
                                      : refill ? Safety::MedicalRequest::Refill
                                               : Safety::MedicalRequest::MedicalAdvice;
    heard.assessment.findings.push_back({QStringLiteral("wish.") + requestTypeName(*wish), heard.text,
                                         results  ? EscalationReason::TestResults
                                         : refill ? EscalationReason::Medication
                                                  : EscalationReason::MedicalAdvice,
                                         1.0});
}

void addMedicalRequests(Heard &heard)
{
    RequestType type = RequestType::Other;
    switch (heard.assessment.medicalRequest) {
    case Safety::MedicalRequest::None:
        break;
    case Safety::MedicalRequest::Refill:
        type = RequestType::PrescriptionRefill;
        break;
    case Safety::MedicalRequest::TestResults:
        type = RequestType::TestResults;
        break;
    case Safety::MedicalRequest::Medication:
    case Safety::MedicalRequest::MedicalAdvice:
        type = RequestType::MedicalQuestion;
        break;
    }
    auto &requests = heard.reading.requests;
    if (type != RequestType::Other && heard.assessment.emergency == Safety::Emergency::None &&
        std::none_of(requests.begin(), requests.end(), isMedical)) {
        requests.push_back(type);
    }
}

} // namespace Frontdesk::Dialogue
