#pragma once

#include "service/safety/assessment.h"

namespace Frontdesk::Safety {

/// What is known beside the words.
struct UtteranceContext {
    QString previousAssistant; ///< What we said just before; "yes" to "are you having chest pain?" means something.
    QStringList names;         ///< Provider and clinic names, which may sound like danger ("Dr. Payne").
};

/// Looks at one caller utterance, interim or final. Pure and safe from any thread; well under 1 ms.
/// Never throws; text it cannot make sense of gives an empty assessment.
[[nodiscard]] Assessment assess(const QString &utterance, const UtteranceContext &context = {});

/// As assess, without the trained second opinion: what its training is held against.
[[nodiscard]] Assessment assessByRules(const QString &utterance, const UtteranceContext &context = {});

/// As assess, but only the emergency part: cheap enough for every interim transcript.
[[nodiscard]] Assessment assessEmergency(const QString &utterance, const UtteranceContext &context = {});

} // namespace Frontdesk::Safety
