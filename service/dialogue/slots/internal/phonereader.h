#pragma once

#include "service/dialogue/slots/internal/spokentext.h"

namespace Frontdesk::Dialogue {

struct PhoneReading {
    QString number;  ///< Slot form of CallbackNumber; empty: none.
    QString partial; ///< Digits heard that make no number.
    WordSpan words;
    bool corrected = false;
};

struct PhoneContext {
    bool areaCodeAsked = false; ///< We asked for the three digits before those that were offered.
    bool asked = false;         ///< Our question was for a phone number.
    QString offered;            ///< The number, or the part of one, we read back.
};

/// Reads the number to call back on, in any of the ways people say one.
[[nodiscard]] PhoneReading readPhone(const SpokenText &text, Claims &claims, const PhoneContext &context);

/// The slot form of ten digits (area code and exchange begin with 2 to 9), eleven that begin with 1, or seven.
/// Empty: not the form of a North American number.
[[nodiscard]] QString phoneNumberText(const QString &digits);

} // namespace Frontdesk::Dialogue
