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
    OtherBusiness, ///< Wants tires, pizza or a haircut, and has not noticed that this is a clinic.
    Sales,         ///< Somebody, or a recording, who sells.
    Injection,     ///< Wants our instructions, data, or another role.
    NoPhone,       ///< Has no number to give.
    DontKnow,
    RatherNot, ///< Does not want to say.
    SmallTalk, ///< Weather and kindness.
    Rambling,  ///< A long story without a wish in it.
};

/// What a turn is, besides any request in it. Pure, by words alone.
[[nodiscard]] SpecialTurn specialTurn(const QString &utterance, Flow::Expectation expectation);

/// True when a short turn closes with a farewell, whatever stands before it: "lame, goodbye".
[[nodiscard]] bool endsWithFarewell(const QString &utterance);

/// How many words an utterance has.
[[nodiscard]] int countWords(const QString &utterance);

} // namespace Frontdesk::Dialogue
