#pragma once

#include "service/reception/callregistry.h"

namespace Frontdesk::Reception {

/// Whether the call was handed over because somebody may be in danger.
[[nodiscard]] bool isEmergency(const LiveCall &call);

[[nodiscard]] QString emergencyGuidance();

/// Why a caller is handed over, in words for staff and without patient data: a machine may be listening.
[[nodiscard]] QString spokenReason(const QString &escalationReason);

/// What staff are asked to press.
[[nodiscard]] QString keyQuestion();

} // namespace Frontdesk::Reception
