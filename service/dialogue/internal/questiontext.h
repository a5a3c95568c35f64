#pragma once

#include "shared/model/requesttype.h"

#include <QString>

namespace Frontdesk::Dialogue {

/// The part of an utterance that a request of this kind is about; empty when the words only name the kind
/// ("i have an insurance question").
[[nodiscard]] QString questionIn(const QString &utterance, RequestType type, bool onlyRequest);

/// The paper that is asked for, in the caller's words: "school physical form". Empty: none is named more closely.
[[nodiscard]] QString paperIn(const QString &utterance);

} // namespace Frontdesk::Dialogue
