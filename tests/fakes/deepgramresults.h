#pragma once

#include "tests/fakes/ear.h"

namespace Frontdesk::Fakes {

/// What a stretch of audio was heard as, but for its words; seconds since the stream began.
struct DeepgramStretch {
    double start = 0;
    double end = 0;
    bool isFinal = false;
    bool speechFinal = false;
    bool fromFinalize = false;
};

/// Deepgram's `Results` message. Each caller gets one a second at least, so it is written straight to text.
[[nodiscard]] QByteArray deepgramResults(const DeepgramStretch &stretch, const std::vector<HeardWord> &words,
                                         const QString &requestId);

} // namespace Frontdesk::Fakes
