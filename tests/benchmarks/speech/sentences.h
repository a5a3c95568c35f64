#pragma once

#include "service/flow/expectation.h"

#include <vector>

namespace Frontdesk::Benchmarks {

struct Sentence {
    const char *text; ///< As spoken and as it should be understood.
    Flow::Expectation asked;
    bool mustBeRight = false; ///< The specification's call, and what saves lives.
};

/// What the figures are measured with; none is copied into the templates beyond what everybody says.
[[nodiscard]] const std::vector<Sentence> &sentences();

} // namespace Frontdesk::Benchmarks
