#pragma once

#include "shared/model/callrecord.h"

namespace Frontdesk::Flow {

/// What a recognizer heard of one stretch of speech.
struct Transcript {
    QString text;
    std::vector<SpokenWord> words; ///< Same words as `text`, with times from the start of the stream.
    double confidence = 1.0;       ///< 0 to 1: mean over words.
    bool isFinal = false;          ///< Interim text may still change.
    Milliseconds start{0};
    Milliseconds end{0};
    Milliseconds heardUntil{-1}; ///< Of interim text: how far into the stream the line was heard; -1: nobody knows.
    bool foundPause = false;     ///< Of interim text: the recognizer takes it for all that is being said.
};

} // namespace Frontdesk::Flow
