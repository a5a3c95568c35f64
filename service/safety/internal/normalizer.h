#pragma once

#include "service/safety/internal/token.h"

#include <QStringView>

#include <string_view>

namespace Frontdesk::Safety {

/// Longest part of an utterance that is looked at, in characters. A turn of speech is far shorter; the limit keeps the
/// time for one assessment bounded whatever a recognizer sends.
inline constexpr int LongestUtterance = 2000;

/// Brings what a recognizer gave to one plain form: lower case, no accents, contractions written out ("can't" becomes
/// "can not"), numbers in digits, hesitations dropped. Never fails.
[[nodiscard]] Tokens normalize(QStringView utterance);

/// The common part of a word's forms: bleed, bleeds, bleeding; stab, stabbed. Words of up to three letters stay.
[[nodiscard]] std::string stemOf(std::string_view word);

} // namespace Frontdesk::Safety
