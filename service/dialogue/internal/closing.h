#pragma once

#include "service/dialogue/internal/talk.h"

namespace Frontdesk::Dialogue {

/// Leaves the tasks of all requests, tells the caller what was created and who calls back, and asks for more.
void announceRequests(Talk &talk);

/// "Is there anything else I can help you with?"
void askAnythingElse(Talk &talk);

/// Recaps where that helps, thanks, and ends the call.
void sayGoodbye(Talk &talk, const QString &why = QStringLiteral("done"));

/// Ends a call in which nothing was wanted from the clinic. `phraseId`: the last words.
void endWithoutTask(Talk &talk, const QString &phraseId, const QString &why);

/// The line stayed silent for good.
void endInSilence(Talk &talk);

/// The caller hung up.
void endByCaller(Talk &talk);

} // namespace Frontdesk::Dialogue
