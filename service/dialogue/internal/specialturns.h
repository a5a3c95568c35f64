#pragma once

#include "service/flow/expectation.h"

#include <QString>

namespace Frontdesk::Dialogue {

/// Turns that are about the conversation itself rather than about what the clinic can do.
enum class SpecialTurn {
    None,
    Repeat, ///< "Say that again?"
    HoldOn, ///< "One moment."
    Robot,  ///< "Am I talking to a machine?"
    WhoIsThis,
    CanYouHear,
    WhyAsk, ///< "Why do you need that?"
    Hello,  ///< A greeting and nothing else.
    Goodbye,
    Thanks, ///< Thanks, okay, great: agreement without a question.
    WrongNumber,
    Sales,     ///< Somebody, or a recording, who sells.
    Injection, ///< Wants our instructions, data, or another role.
    NoPhone,   ///< Has no number to give.
    DontKnow,
    RatherNot, ///< Does not want to say.
    SmallTalk, ///< Weather and kindness.
    Rambling,  ///< A long story without a wish in it.
};

/// What a turn is, besides any request in it. Pure, by words alone.
[[nodiscard]] SpecialTurn specialTurn(const QString &utterance, Flow::Expectation expectation);

/// How many words an utterance has.
[[nodiscard]] int countWords(const QString &utterance);

} // namespace Frontdesk::Dialogue
