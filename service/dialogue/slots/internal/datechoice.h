#pragma once

#include "service/dialogue/slots/internal/datementions.h"

namespace Frontdesk::Dialogue {

/// "Tomorrow's a holiday, so Saturday": what comes before "so" only explains.
void keepConclusion(const SpokenText &text, std::vector<DateMention> &mentions);

/// A weekday that we offered means that very day.
void placeOnOffered(std::vector<DateMention> &mentions, QDate offered);

/// A weekday refused once stays refused; "any Tuesday or Thursday" means both weekly.
void dropRefused(std::vector<DateMention> &mentions);

/// "Tuesday's bad, how's Wednesday": the day we offered is answered; it is no lasting exclusion.
void dropRefusedOffer(std::vector<DateMention> &mentions, QDate offered);

/// "The third or the fifth, but the fifth is better": said again with praise, it is the one.
void keepPraised(const SpokenText &text, std::vector<DateMention> &mentions);

/// "Monday, the clocks change Sunday": a day in a clause of its own, tied to the first by nothing, is no alternative.
void dropAsides(const SpokenText &text, std::vector<DateMention> &mentions);

} // namespace Frontdesk::Dialogue
