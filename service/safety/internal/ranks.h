#pragma once

#include "service/safety/assessment.h"
#include "service/safety/internal/lexicon.h"
#include "service/safety/internal/secondopinion.h"

/// What a rule or an opinion means for the call, and which of two counts.
namespace Frontdesk::Safety {

[[nodiscard]] EscalationReason reasonOf(Emergency emergency);
[[nodiscard]] EscalationReason reasonOf(Category category);
[[nodiscard]] EscalationReason reasonOf(SecondOpinion::Head matter);

[[nodiscard]] bool isDanger(Category category);

/// Refill before medication before results before advice.
[[nodiscard]] int rankOf(MedicalRequest request);

/// Violence and self-harm say more about what to do than the injury they cause.
[[nodiscard]] int rankOf(Emergency emergency);

} // namespace Frontdesk::Safety
