#include "service/dialogue/internal/comprehension.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

constexpr int MostRambles = 4; ///< Stories we listen to before they count as not understood.
constexpr int MostHoldOns = 4; ///< "One moment" likewise.
constexpr int MostRepeatWishes = 3;

/// True when the caller has shown to want nothing of the clinic.
bool metNoBusiness(const Talk &talk)
{
    return std::any_of(talk.specials.begin(), talk.specials.end(), [](const auto &met) {
        return met.second > 0 && (hasNoBusiness(met.first) || met.first == SpecialTurn::OtherBusiness);
    });
}

/// A "yeah" at the head of a sentence that nobody understood answers nothing.
constexpr int MostWordsOfBareAnswer = 4;

bool answersPending(const Talk &talk, const Heard &heard)
{
    if (heard.reading.answer == Answer::None) {
        return false;
    }
    switch (talk.pending.expectation) {
    case Expectation::YesNo:
    case Expectation::AnythingElse:
        return true;
    case Expectation::Request:
        return countWords(heard.text) <= MostWordsOfBareAnswer &&
               (!talk.requests.all().empty() || talk.answers > 0 || metNoBusiness(talk));
    case Expectation::PhoneNumber:
        return talk.isPending(QLatin1String("ask.caller_id"));
    case Expectation::DateTime:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isUnderstood(const Talk &talk, const Heard &heard)
{
    if (heard.absorbed.any() || heard.declined || !heard.answers.empty() || heard.reading.disputed ||
        answersPending(talk, heard)) {
        return true;
    }
    const int times = talk.specials.at(heard.special);
    switch (heard.special) {
    case SpecialTurn::None:
        return false;
    case SpecialTurn::DontKnow:
    case SpecialTurn::RatherNot:
        return talk.pending.expectation != Expectation::Request && times <= 2;
    case SpecialTurn::Thanks:
    case SpecialTurn::Hello:
        return talk.pending.expectation == Expectation::AnythingElse || times <= 1;
    case SpecialTurn::Rambling:
    case SpecialTurn::SmallTalk:
        return times <= MostRambles;
    case SpecialTurn::HoldOn:
        return times <= MostHoldOns;
    case SpecialTurn::Repeat:
    case SpecialTurn::CanYouHear:
    case SpecialTurn::WhoIsThis:
    case SpecialTurn::WhyAsk:
    case SpecialTurn::Robot:
    case SpecialTurn::NoPhone:
        return times <= MostRepeatWishes;
    default:
        return true;
    }
}

bool hasNoBusiness(SpecialTurn special)
{
    return special == SpecialTurn::Sales || special == SpecialTurn::Injection || special == SpecialTurn::WrongNumber;
}

} // namespace Frontdesk::Dialogue
