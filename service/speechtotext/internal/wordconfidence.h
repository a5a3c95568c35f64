#pragma once

#include "shared/model/callrecord.h"

namespace Frontdesk::SpeechToText {

/// A lattice posterior, bent so that 0.41 becomes the product's limit of 0.7.
///
/// The posteriors themselves are too modest: of one voice only 46 % of the right words reached 0.7, but just 2 % of the
/// wrong ones (speech_benchmark). They do not tell noise from speech, because a lattice with one path has no rival:
/// whoever asks must also ask voice activity and audio quality.
[[nodiscard]] double confidenceFromPosterior(double posterior);

/// 0 without words.
[[nodiscard]] double meanConfidence(const std::vector<SpokenWord> &words);

} // namespace Frontdesk::SpeechToText
