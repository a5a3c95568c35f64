#pragma once

#include "shared/model/recordingrule.h"

#include <vector>

namespace Frontdesk {

/// The laws of all states, by their letters; see consentLawOf.
[[nodiscard]] std::vector<std::pair<QString, ConsentLaw>> consentLaws();

} // namespace Frontdesk
