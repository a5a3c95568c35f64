#pragma once

#include "service/dialogue/internal/talk.h"

namespace Frontdesk::Dialogue {

/// Leaves, or replaces, the task of one request. `note` says what staff must know besides the slots.
void leaveTask(Talk &talk, Request &request, const QString &note = {});

/// Leaves what is known of requests that did not come to their end. Returns how many tasks that made.
int leaveUnfinishedTasks(Talk &talk, const QString &why);

/// The "Escalated Call" task, and every open request beside it, so that nothing the caller wanted is lost.
void leaveEscalationTasks(Talk &talk, const Safety::Decision &decision);

} // namespace Frontdesk::Dialogue
