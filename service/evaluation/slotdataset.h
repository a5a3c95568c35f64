#pragma once

#include "shared/core/result.h"
#include "shared/model/slots.h"

#include <QDateTime>
#include <QStringList>

#include <map>
#include <vector>

namespace Frontdesk::Evaluation {

/// One labelled caller turn: a prompt, an answer and the slots it gives. See the data set's own description of the form.
struct SlotItem {
    QString id;
    QString assistant;
    QString utterance;
    QDateTime localNow; ///< In the item's time zone.
    QString callerId;
    std::map<SlotName, QString> labels; ///< Slots the turn gives; those not in it are expected to stay empty.
    QStringList requestTypes;
    QStringList dateAlsoOk;
    bool dateApproximate = false; ///< Within three days counts as right.
    bool partlyLabelled =
        false; ///< Of the Schema-Guided Dialogue set: only date, time, provider and booking are labelled.
};

/// Reads a JSONL set; the error names the line.
[[nodiscard]] Result<std::vector<SlotItem>> readSlotItems(const QString &path);

} // namespace Frontdesk::Evaluation
