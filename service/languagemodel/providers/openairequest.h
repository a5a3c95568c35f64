#pragma once

#include "service/flow/modelturn.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace Frontdesk::LanguageModel {

/// What a server and its model can be asked for.
struct OpenAiDialect {
    bool openAi = true;      ///< OpenAI itself; compatible servers refuse some of its fields.
    bool reasoning = false;  ///< The model takes no temperature.
    QString reasoningEffort; ///< The lowest that the model knows; empty: the field is unknown.
};

[[nodiscard]] OpenAiDialect openAiDialect(const QUrl &base, const QString &model);

/// The body of a streamed chat completion that understands one turn: strict structured output, nothing stored. What
/// the caller said travels as data within a JSON document, never as instructions.
[[nodiscard]] QByteArray openAiRequest(const OpenAiDialect &dialect, const QString &model,
                                       const Flow::ModelQuestion &question);

/// The model's structured answer. Corrupt: not the promised form; the schema is checked here too, for not every
/// server holds to it.
[[nodiscard]] Result<Flow::ModelReading> readOpenAiAnswer(const QByteArray &content);

/// What the beginning of an answer gives: nothing before all that decides about safety is there, and a sentence of
/// the acknowledgement. Facts are not in it.
[[nodiscard]] std::optional<Flow::ModelReading> readOpenAiBeginning(const QByteArray &beginning);

} // namespace Frontdesk::LanguageModel
