#pragma once

#include "service/dialogue/slots/internal/spokentext.h"
#include "shared/model/clinicprofile.h"

namespace Frontdesk::Dialogue {

struct ProviderReading {
    QString name; ///< Slot form of ProviderName; empty: none.
    WordSpan words;
};

/// Reads whom the caller wants to see. Misheard names are matched with the clinic's own. `asked`: our question was for it.
[[nodiscard]] ProviderReading readProvider(const SpokenText &text, Claims &claims,
                                           const std::vector<Provider> &providers, bool asked);

} // namespace Frontdesk::Dialogue
