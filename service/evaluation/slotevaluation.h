#pragma once

#include "service/dialogue/slots/slotextraction.h"
#include "service/evaluation/slotdataset.h"

#include <QJsonObject>

namespace Frontdesk::Evaluation {

struct SlotCounts {
    int right = 0;  ///< Labelled and read the same.
    int wrong = 0;  ///< Labelled, but another value was read.
    int missed = 0; ///< Labelled, nothing was read.
    int extra = 0;  ///< Read where nothing is labelled.

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    SlotCounts &operator+=(const SlotCounts &other);
};

/// One slot of one item that was not read as labelled.
struct SlotMistake {
    QString id;
    QString slot; ///< `request_types` beside the names of SlotName.
    QString expected;
    QString read;
    QString prompt;
    QString utterance;
};

struct SlotScore {
    std::map<QString, SlotCounts> bySlot;
    SlotCounts all;
    int items = 0;
    int exactItems = 0;
    double microsecondsPerUtterance = 0;
    std::vector<SlotMistake> mistakes;

    /// One flat object of metrics: `slot_f1`, `exact_turns`, `wrong_numbers` ...
    [[nodiscard]] QJsonObject toJson() const;
    /// A table for people; with mistakes, every slot that was not read as labelled before it.
    [[nodiscard]] QString toText(bool withMistakes = false) const;
};

/// What is read from an item's utterance with the context its prompt gives.
[[nodiscard]] Dialogue::SlotReading readItem(const SlotItem &item);

/// Reads every item and compares.
[[nodiscard]] SlotScore scoreSlots(const std::vector<SlotItem> &items);

} // namespace Frontdesk::Evaluation
