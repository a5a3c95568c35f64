#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

struct InsuranceReading {
    QString plan; ///< Slot form of Insurance; empty: none.
    WordSpan words;
};

/// Reads the insurance plan: the common ones of the United States and those the clinic named. `asked`: our question was
/// for it, so an unknown name is one too.
[[nodiscard]] InsuranceReading readInsurance(const SpokenText &text, Claims &claims, const QStringList &clinicPlans,
                                             bool asked);

} // namespace Frontdesk::Dialogue
