#pragma once

#include "service/dialogue/internal/understanding.h"
#include "service/flow/modelturn.h"

namespace Frontdesk::Dialogue {

/// Rules alone are not sure what the turn means, and a model's opinion is worth the wait.
[[nodiscard]] bool isWorthAsking(const Heard &heard);

[[nodiscard]] Flow::ModelQuestion modelQuestion(const Talk &talk, const QString &words);

/// Adds what the model understood to what rules did, field by field; nothing the rules found is changed or taken away.
/// A fact counts only in words that the caller really said, and their meaning is read by our own readers against
/// `context`.
void mergeModel(const Flow::ModelReading &model, const ReadingContext &context, Heard &heard);

/// The model's sentences, if they may be said: short, no question, no figures, nothing the validator refuses. Else
/// empty. `before` was said already and counts for the length.
[[nodiscard]] QString sayableAcknowledgement(const QString &sentences, const QString &before,
                                             const ClinicProfile &clinic);

/// Two pieces of one turn: the caller went on speaking before we answered.
[[nodiscard]] CallerSpoke joined(const CallerSpoke &first, const CallerSpoke &second);

} // namespace Frontdesk::Dialogue
