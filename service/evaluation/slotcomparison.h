#pragma once

#include "service/evaluation/slotdataset.h"

namespace Frontdesk::Evaluation {

/// Whether a value read counts as the labelled one: names without regard to case, reasons by their content words, dates
/// with the readings the item allows and one day of tolerance at an open end, lists as sets.
[[nodiscard]] bool sameSlot(const SlotItem &item, SlotName name, const QString &value);

/// The words of a reason that carry its meaning, reduced to rough stems.
[[nodiscard]] QStringList contentWords(const QString &text);

} // namespace Frontdesk::Evaluation
