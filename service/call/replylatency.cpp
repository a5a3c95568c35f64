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
    m_modelAskedAt.reset();
    m_voiceAsked.reset();
}

void ReplyLatency::wordsArrived()
{
    if (m_endedAt) {
        m_wordsAt = m_clock.now();
        m_times.recognizer = between(*m_endedAt, *m_wordsAt);
    }
}

void ReplyLatency::modelAsked()
{
    m_modelAskedAt = m_clock.now();
}

void ReplyLatency::modelBegan()
{
    if (m_modelAskedAt) {
        m_times.modelFirstToken = between(*m_modelAskedAt, m_clock.now());
        m_modelAskedAt.reset();
    }
}

void ReplyLatency::voiceAsked(quint64 ticket)
{
    if (m_wordsAt && !m_voiceAsked) {
        m_voiceAsked.emplace(ticket, m_clock.now());
    }
}

void ReplyLatency::voiceBegan(quint64 ticket)
{
    if (m_voiceAsked && m_voiceAsked->first == ticket && !m_times.voiceFirstByte) {
        m_times.voiceFirstByte = between(m_voiceAsked->second, m_clock.now());
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
