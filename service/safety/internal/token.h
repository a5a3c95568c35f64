#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace Frontdesk::Safety {

/// One word of a caller's turn, brought to the form in which the lexicon is written.
struct Token {
    std::string text; ///< Lower case, accents taken away; a number in digits.
    double number = std::numeric_limits<double>::quiet_NaN();
    int begin = 0; ///< Place in the caller's own text.
    int end = 0;
    bool sentenceStart = false; ///< A full stop, question mark or the like stood before it.
    bool clauseStart = false;   ///< A comma stood before it.

    [[nodiscard]] bool isNumber() const { return !std::isnan(number); }
};

using Tokens = std::vector<Token>;

} // namespace Frontdesk::Safety
