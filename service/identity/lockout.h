#pragma once

#include "shared/core/clock.h"

namespace Frontdesk::Identity {

/// How many wrong sign-ins are met with how much patience. Pure; the counts are kept in the database, so that all nodes
/// share them.
struct LockoutRule {
    int freeFailures;             ///< This many in `window` are forgiven.
    std::chrono::seconds window;  ///< Failures longer ago do not count.
    std::chrono::seconds first;   ///< How long the next one locks; each further one twice as long,
    std::chrono::seconds longest; ///< up to this.
};

/// For one e-mail address: a person who mistypes is not kept out for long, a guesser gets 4 guesses and then few an hour.
constexpr LockoutRule PersonLockout{4, std::chrono::minutes(15), std::chrono::seconds(30), std::chrono::minutes(15)};
/// For one network address, which a whole clinic may share.
constexpr LockoutRule AddressLockout{30, std::chrono::minutes(15), std::chrono::seconds(60), std::chrono::minutes(15)};

/// How long the `failures`th failure within the window locks; 0: not at all.
[[nodiscard]] std::chrono::seconds lockAfter(int failures, const LockoutRule &rule);

} // namespace Frontdesk::Identity
