#pragma once

#include "service/dialogue/slots/slotextraction.h"
#include "service/safety/utterancesafety.h"

namespace Frontdesk::Dialogue {

/// What the last words said by themselves, for one conversation. Reading words is the dearest thing it does, and each turn
/// is read several times: ahead on trial, to see whether the model is worth asking, with each part of the model's answer,
/// and for good. Interims repeat too.
///
/// Changes no result: Safety and the slots' reader are functions of what is compared here. The clinic, of which the slots'
/// reader knows as well, is the same throughout a conversation.
class WordsRead {
public:
    [[nodiscard]] Safety::Assessment assess(const QString &text, const Safety::UtteranceContext &context);
    [[nodiscard]] Safety::Assessment assessEmergency(const QString &text, const Safety::UtteranceContext &context);
    [[nodiscard]] SlotReading readSlots(const QString &text, const ReadingContext &context);

private:
    struct Assessed {
        QString text;
        Safety::UtteranceContext heardIn;
        Safety::Assessment assessment;

        [[nodiscard]] bool covers(const QString &words, const Safety::UtteranceContext &context) const
        {
            return text == words && heardIn == context;
        }
    };

    std::optional<Assessed> m_turn;
    std::optional<Assessed> m_interim;
    QString m_readText;
    std::optional<ReadingContext> m_readAgainst;
    SlotReading m_reading;
};

} // namespace Frontdesk::Dialogue
