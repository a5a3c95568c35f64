#pragma once

#include <cstdint>
#include <vector>

/// How the second opinion reads a turn. Training reads through the same code.
namespace Frontdesk::Safety {

class Bounds;
class Utterance;

/// Something a turn has: words, pieces of words, meanings near each other.
struct TurnFeature {
    uint32_t number = 0; ///< Spread evenly; weights are found by its lower bits.
    int16_t first = 0;   ///< The words that carry it.
    int16_t last = 0;
    uint8_t weight = 1; ///< How much it says beside the others: a word more than a pair of distant words.
};

using TurnFeatures = std::vector<TurnFeature>;

/// Numbers of the danger rules that a turn met.
struct RulesMet {
    std::vector<int> meant;
    std::vector<int> bounded; ///< Met, and found denied, past, a name or a figure of speech.
};

/// Each once, in no order.
[[nodiscard]] TurnFeatures turnFeatures(const Utterance &utterance, const Bounds &bounds, const RulesMet &rules);

} // namespace Frontdesk::Safety
