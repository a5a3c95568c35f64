#include "service/identity/lockout.h"

#include <algorithm>

namespace Frontdesk::Identity {

std::chrono::seconds lockAfter(int failures, const LockoutRule &rule)
{
    if (failures <= rule.freeFailures) {
        return std::chrono::seconds(0);
    }
    constexpr int MostDoublings = 20;
    const int doublings = std::min(failures - rule.freeFailures - 1, MostDoublings);
    return std::min(rule.first * (1 << doublings), rule.longest);
}

} // namespace Frontdesk::Identity
