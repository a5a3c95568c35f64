#pragma once

#include "service/dialogue/slots/internal/phrase.h"
#include "shared/model/requesttype.h"

namespace Frontdesk::Dialogue {

/// One way, or several joined, in which callers ask for something.
struct RequestWording {
    RequestType type = RequestType::Other;
    Phrase words;
};

/// All of them. Several may match one turn; what they say about each other is settled by the reader.
[[nodiscard]] const std::vector<RequestWording> &requestWordings();

/// Those that ask for a visit.
[[nodiscard]] std::vector<RequestWording> visitWordings();

/// Kinds of visits people ask for, as a pattern.
[[nodiscard]] const QString &visitPattern();

} // namespace Frontdesk::Dialogue
