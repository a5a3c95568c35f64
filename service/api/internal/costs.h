#pragma once

#include "service/storage/analyticsstore.h"
#include "service/storage/usagestore.h"
#include "shared/model/callrecord.h"
#include "shared/model/prices.h"

#include <QJsonObject>

namespace Frontdesk::Api {

// What vendors were used for and what it costs: `currency`, `total` (null: no price is known at all), `complete` (false:
// something has no price, the total is without it), `lines` with `vendor`, `unit`, `amount` and `cost`. The caller's line
// is counted by the call's length.

/// Of one call, valued at the prices of its day.
[[nodiscard]] QJsonObject callCostJson(const CallRecord &call, CallUsage usage, const Prices &prices);

/// Of many, with `per_call`: of the calls of those hours that have ended.
[[nodiscard]] QJsonObject periodCostJson(const std::vector<Storage::HourOfCalls> &hours,
                                         const std::vector<Storage::DayOfUsage> &usage, const Prices &prices);

/// Where the time of a reply went, in milliseconds.
[[nodiscard]] QJsonObject timesJson(const TurnTimes &times);

} // namespace Frontdesk::Api
