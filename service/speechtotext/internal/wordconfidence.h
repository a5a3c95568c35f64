#pragma once

#include "shared/model/callrecord.h"

namespace Frontdesk::SpeechToText {

/// A lattice posterior, unchanged, within 0 to 1.
///
/// speech_benchmark, per voice: 79 to 84 % of the right and 36 to 40 % of the wrong sentences reach the product's 0.7.
/// It does not tell noise from speech: noise that gives words at all often scores high, because a lattice with one path
/// has no rival. Whoever asks must also ask voice activity and audio quality.
[[nodiscard]] double confidenceFromPosterior(double posterior);

/// 0 without words.
[[nodiscard]] double meanConfidence(const std::vector<SpokenWord> &words);

} // namespace Frontdesk::SpeechToText
