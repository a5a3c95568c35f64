#pragma once

#include <string>
#include <string_view>

namespace Frontdesk::Safety {

/// How an English word sounds, roughly: consonants only, with those that recognizers mix up made one. "breathing" and
/// "brefing" have the same key.
[[nodiscard]] std::string soundKey(std::string_view word);

/// Letters to change, add or take away to get from one word to the other; neighbours swapped count once.
[[nodiscard]] int editDistance(std::string_view left, std::string_view right);

} // namespace Frontdesk::Safety
