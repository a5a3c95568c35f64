#include "service/call/replylatency.h"

namespace Frontdesk::Call {

namespace {

Milliseconds between(Instant from, Instant to)
{
    return std::chrono::duration_cast<Milliseconds>(to - from);
}

} // namespace

void ReplyLatency::utteranceEnded(Milliseconds silenceBefore)
{
    m_times = {};
    m_times.endpointWait = silenceBefore;
    m_endedAt = m_clock.now();
    m_wordsAt.reset();
}

void ReplyLatency::wordsArrived()
{
    if (m_endedAt) {
        m_wordsAt = m_clock.now();
        m_times.recognizer = between(*m_endedAt, *m_wordsAt);
    }
}

std::optional<TurnTimes> ReplyLatency::replyStarts()
{
    if (!m_wordsAt) {
        return std::nullopt;
    }
    m_times.own = between(*m_wordsAt, m_clock.now());
    m_endedAt.reset();
    m_wordsAt.reset();
    return m_times;
}

} // namespace Frontdesk::Call
