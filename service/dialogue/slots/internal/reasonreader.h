#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "shared/model/requesttype.h"

namespace Frontdesk::Dialogue {

struct ReasonReading {
    QString reason; ///< A short phrase; empty: none.
    WordSpan words;
};

/// What the question before makes of a told trouble.
enum class ReasonCue {
    Elsewhere,
    Open,  ///< We asked what the caller wants: a trouble told is the reason.
    Asked, ///< We asked for the reason.
};

/// Reads what the visit, the call back, the refill or the referral is for. Words already claimed end the phrase.
[[nodiscard]] ReasonReading readReason(const SpokenText &text, const Claims &claims,
                                       const std::vector<RequestType> &requests, ReasonCue cue);

} // namespace Frontdesk::Dialogue
