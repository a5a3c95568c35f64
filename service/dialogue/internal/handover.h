#pragma once

#include "service/dialogue/internal/talk.h"

namespace Frontdesk::Dialogue {

/// Says what the specification wants said, leaves the tasks, and hands the call to people. An emergency comes first and
/// may still follow another reason; otherwise only the first call does anything.
void handOver(Talk &talk, const Safety::Decision &decision, const QString &language = {});

/// A decision of the conversation's own, from one strong sign.
[[nodiscard]] Safety::Decision strongDecision(EscalationReason reason, const QString &signal, double value,
                                              double threshold, const QString &words = {});

} // namespace Frontdesk::Dialogue
