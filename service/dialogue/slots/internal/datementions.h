#pragma once

#include "service/dialogue/slots/internal/datepieces.h"

namespace Frontdesk::Dialogue {

/// How a day that was named bounds the wish.
enum class DateBound { None, From, After, Before, Until, Not, Between };

/// A day or span of days the caller named, with what stood around it.
struct DateMention {
    DatePiece piece;
    DateBound bound = DateBound::None;
    int lead = 0;       ///< First word of the mention with what stands before it.
    QString connection; ///< The words between it and the mention before.
};

/// The days named in the turn, in their order. Words already `settled` for something else connect nothing; `asked`: we had
/// asked for a day.
[[nodiscard]] std::vector<DateMention> mentionsIn(const SpokenText &text, const Claims &claims,
                                                  const std::vector<WordSpan> &settled, QDate today, bool asked);

} // namespace Frontdesk::Dialogue
