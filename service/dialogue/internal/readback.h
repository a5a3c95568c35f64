#pragma once

#include "service/dialogue/internal/understanding.h"

namespace Frontdesk::Dialogue {

/// Below this the caller is asked whether we heard a value right.
inline constexpr double SureEnough = 0.85;
/// After this many "no" to the same value, a person takes over.
inline constexpr int MostReadBackFailures = 3;

/// Facts of the request that were heard too doubtfully to be used unasked.
[[nodiscard]] std::set<SlotName> doubtfulValues(const Talk &talk, const Request &request);

/// Asks whether the values are right, all in one sentence.
void readBack(Talk &talk, const Request &request, const std::set<SlotName> &values);

/// What the caller made of the pending read-back. True when it has been dealt with to the point that something was
/// asked or the call handed over; false: carry on.
[[nodiscard]] bool settleReadBack(Talk &talk, const Heard &heard);

/// True while the pending question is about a read-back.
[[nodiscard]] bool isReadingBack(const Talk &talk);

} // namespace Frontdesk::Dialogue
