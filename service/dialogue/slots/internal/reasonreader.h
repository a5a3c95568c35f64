#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "shared/model/requesttype.h"

namespace Frontdesk::Dialogue {

struct ReasonReading {
    QString reason; ///< A short phrase; empty: none.
    WordSpan words;
};

/// Reads what the visit, the call back, the refill or the referral is for. Words already claimed end the phrase.
[[nodiscard]] ReasonReading readReason(const SpokenText &text, const Claims &claims,
                                       const std::vector<RequestType> &requests, bool asked);

} // namespace Frontdesk::Dialogue
