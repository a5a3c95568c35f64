#pragma once

#include "shared/model/callrecord.h"

namespace Frontdesk::SpeechToText {

/// Maps a lattice posterior (0 to 1) to the scale of the product, where 0.7 divides what may be believed from what may
/// not. The figures come from tests/benchmarks/speech.
[[nodiscard]] double confidenceFromPosterior(double posterior);

/// 0 without words.
[[nodiscard]] double meanConfidence(const std::vector<SpokenWord> &words);

} // namespace Frontdesk::SpeechToText
