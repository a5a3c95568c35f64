#pragma once

#include "service/safety/assessment.h"

#include <cstdint>
#include <vector>

namespace Frontdesk::Safety {

/// What is known beside the words.
struct UtteranceContext {
    QString previousAssistant; ///< What we said just before; "yes" to "are you having chest pain?" means something.
    QStringList names;         ///< Provider and clinic names, which may sound like danger ("Dr. Payne").

    bool operator==(const UtteranceContext &) const = default;
};

/// Looks at one caller utterance, interim or final. Pure and safe from any thread; well under 1 ms.
/// Never throws; text it cannot make sense of gives an empty assessment.
[[nodiscard]] Assessment assess(const QString &utterance, const UtteranceContext &context = {});

/// What the training of the second opinion needs to know about a turn.
struct Lesson {
    Assessment byRules; ///< Without any second opinion.
    std::vector<uint32_t> features;
    std::vector<uint8_t> weights; ///< Of each feature.
};
[[nodiscard]] Lesson lessonOf(const QString &utterance, const UtteranceContext &context = {});

/// As assess, but only the emergency part: cheap enough for every interim transcript.
[[nodiscard]] Assessment assessEmergency(const QString &utterance, const UtteranceContext &context = {});

} // namespace Frontdesk::Safety
