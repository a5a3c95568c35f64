#pragma once

#include "shared/model/callrecord.h"

namespace Frontdesk::SpeechToText {

/// A lattice posterior, bent so that 0.41 becomes the product's limit of 0.7.
///
/// The posteriors themselves are too modest: of words at 0.1 to 0.4 still 70 to 80 % are right. The curve keeps right
/// sentences above the limit without raising garbage over it, which a curve of true probabilities does
/// (docs/measurements.md). Posteriors do not tell noise from speech, because a lattice with one path has no rival:
/// whoever asks must also ask voice activity and audio quality.
[[nodiscard]] double confidenceFromPosterior(double posterior);

/// 0 without words.
[[nodiscard]] double meanConfidence(const std::vector<SpokenWord> &words);

} // namespace Frontdesk::SpeechToText
