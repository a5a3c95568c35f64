#pragma once

#include <QString>

namespace Frontdesk::CallSim {

/// A Twilio identifier: the two letters of its kind and 32 hexadecimal digits.
[[nodiscard]] QString newSid(QLatin1String kind);

} // namespace Frontdesk::CallSim
