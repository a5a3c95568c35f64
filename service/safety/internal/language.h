#pragma once

#include "service/safety/internal/token.h"

#include <QString>

namespace Frontdesk::Safety {

/// The language of a turn as a two-letter code, when it is clearly not English; else empty. One borrowed word ("adios")
/// is not enough.
[[nodiscard]] QString foreignLanguage(const QString &utterance, const Tokens &tokens);

} // namespace Frontdesk::Safety
