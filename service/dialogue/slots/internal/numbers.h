#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

/// A number and how many words it took; no words: there is none.
struct SpokenNumber {
    int value = 0;
    int words = 0;
    explicit operator bool() const { return words > 0; }
};

/// One digit: "oh", "o", "zero", "seven", "7".
[[nodiscard]] SpokenNumber digitAt(const SpokenText &text, int at);
/// 10 to 19.
[[nodiscard]] SpokenNumber teenAt(const SpokenText &text, int at);
/// The word for 20, 30 ... 90 alone.
[[nodiscard]] SpokenNumber tensAt(const SpokenText &text, int at);
/// 0 to 99 in words ("twenty three"), or a written number of up to four figures.
[[nodiscard]] SpokenNumber cardinalAt(const SpokenText &text, int at);
/// "a", "one", "two", "a couple (of)", "a few" before days, weeks, months.
[[nodiscard]] SpokenNumber countAt(const SpokenText &text, int at);
/// "first" to "thirty first", "1st" to "31st".
[[nodiscard]] SpokenNumber ordinalAt(const SpokenText &text, int at);
/// "twenty twenty seven", "two thousand twenty seven", "2027"; only years near `now`.
[[nodiscard]] SpokenNumber yearAt(const SpokenText &text, int at, int now);

} // namespace Frontdesk::Dialogue
