#pragma once

#include "service/flow/transcript.h"

namespace Frontdesk::SpeechToText {

/// Text, confidence and span from the words; `isFinal` as given.
[[nodiscard]] Flow::Transcript transcriptOf(std::vector<SpokenWord> words, bool isFinal);

} // namespace Frontdesk::SpeechToText
