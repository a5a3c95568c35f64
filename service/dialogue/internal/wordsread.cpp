#include "service/dialogue/internal/wordsread.h"

namespace Frontdesk::Dialogue {

namespace {

bool readAlike(const ReadingContext &one, const ReadingContext &other)
{
    return one.localNow.date() == other.localNow.date() && one.callerNumber == other.callerNumber &&
           one.expectation == other.expectation && one.previousAssistant == other.previousAssistant &&
           one.offered == other.offered;
}

} // namespace

Safety::Assessment WordsRead::assess(const QString &text, const Safety::UtteranceContext &context)
{
    if (!m_turn || !m_turn->covers(text, context)) {
        m_turn = {text, context, Safety::assess(text, context)};
    }
    return m_turn->assessment;
}

Safety::Assessment WordsRead::assessEmergency(const QString &text, const Safety::UtteranceContext &context)
{
    if (!m_interim || !m_interim->covers(text, context)) {
        m_interim = {text, context, Safety::assessEmergency(text, context)};
    }
    return m_interim->assessment;
}

SlotReading WordsRead::readSlots(const QString &text, const ReadingContext &context)
{
    if (!m_readAgainst || m_readText != text || !readAlike(*m_readAgainst, context)) {
        m_reading = Dialogue::readSlots(text, context);
        m_readText = text;
        m_readAgainst = context;
    }
    return m_reading;
}

} // namespace Frontdesk::Dialogue
