#pragma once

#include "shared/core/result.h"

#include <QJsonObject>
#include <QStringList>

#include <utility>
#include <vector>

namespace Frontdesk {

/// Who listens, understands and speaks in a clinic's calls: names of choices in order, as in the settings STT, LLM and TTS.
struct SpeechChoices {
    QStringList speechToText;
    QStringList languageModel;
    QStringList textToSpeech;
    QString deepgramModel; ///< Such as nova-3-medical.

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing is empty. InvalidInput: a list that is none, of anything but texts.
    [[nodiscard]] static Result<SpeechChoices> fromJson(const QJsonObject &json);

    /// What holds for a clinic that wishes this under an operator who has set up `operators`: names that are not among them
    /// are passed over, and where none is left, or nothing is said, it is as the operator has it.
    [[nodiscard]] SpeechChoices within(const SpeechChoices &operators) const;

    /// What a clinic cannot wish there: a field of the JSON form and a sentence about it.
    [[nodiscard]] std::vector<std::pair<QString, QString>> problems(const SpeechChoices &operators) const;

    friend bool operator==(const SpeechChoices &, const SpeechChoices &) = default;
};

/// Name under which a clinic's settings keep its own.
inline constexpr char SpeechChoicesSetting[] = "speech";

} // namespace Frontdesk
