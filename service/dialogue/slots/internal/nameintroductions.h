#pragma once

#include "service/dialogue/slots/internal/namephrase.h"
#include "service/dialogue/slots/internal/phrase.h"

#include <vector>

namespace Frontdesk::Dialogue {

/// Whose name it is, as far as the words before it tell.
enum class NamedRole { Speaker, Patient };

struct NameIntroduction {
    Phrase words;
    NameCue strength;
    NamedRole role;
};

/// What introduces a name ("my name is", "a patient called"). The name begins where the match ends.
[[nodiscard]] const std::vector<NameIntroduction> &nameIntroductions();

} // namespace Frontdesk::Dialogue
