#pragma once

#include "service/flow/modelturn.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Frontdesk::Dialogue {

// For tapes: what a model was asked and what it understood.

[[nodiscard]] QJsonArray modelQuestionToJson(const Flow::ModelQuestion &question);
[[nodiscard]] QJsonObject modelReadingToJson(const Flow::ModelReading &reading);
/// Names that this program does not know are left out.
[[nodiscard]] Flow::ModelReading modelReadingFromJson(const QJsonObject &json);

} // namespace Frontdesk::Dialogue
