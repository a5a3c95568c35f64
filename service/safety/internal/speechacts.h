#pragma once

#include "service/safety/internal/token.h"

#include <QStringView>

#include <functional>
#include <optional>

namespace Frontdesk::Safety {

/// A part of a sentence that says one thing.
struct Clause {
    size_t first = 0;
    size_t last = 0;      ///< Included.
    bool asked = false;   ///< Its sentence ends with a question mark.
    bool refuses = false; ///< "I can't say whether ...": what follows is named, not said.
};

/// The first clause that does nothing an assistant may do with words (resources/safety/acts.txt) and is not `backed` by
/// the clinic's profile. Refusals are handed to `refusal`.
[[nodiscard]] std::optional<Clause> unfitClause(QStringView sentence, const Tokens &tokens,
                                                const std::function<bool(const Tokens &)> &backed,
                                                const std::function<void(const Clause &)> &refusal);

} // namespace Frontdesk::Safety
