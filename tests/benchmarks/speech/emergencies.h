#pragma once

#include <vector>

namespace Frontdesk::Benchmarks {

/// What frightened people say in their own words. Written without a look at the templates or the safety rules.
[[nodiscard]] const std::vector<const char *> &emergencies();

/// Just as ordinary, and no danger.
[[nodiscard]] const std::vector<const char *> &ordinaryTurns();

} // namespace Frontdesk::Benchmarks
