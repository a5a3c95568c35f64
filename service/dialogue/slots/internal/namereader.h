#pragma once

#include "service/dialogue/slots/internal/relationreader.h"
#include "service/dialogue/slots/internal/spokentext.h"

#include <optional>

namespace Frontdesk::Dialogue {

struct ReadName {
    QString name; ///< As on a chart.
    WordSpan words;
};

struct NameReading {
    std::vector<ReadName> patients;
    std::optional<ReadName> caller;
    bool corrected = false;
};

struct NameContext {
    bool patientAsked = false;
    bool callerAsked = false;
    bool spellingAsked = false;
};

/// Finds who is named in the turn and whether it is the patient or the caller.
[[nodiscard]] NameReading readNames(const SpokenText &text, Claims &claims, const RelationReading &relation,
                                    const NameContext &context);

} // namespace Frontdesk::Dialogue
