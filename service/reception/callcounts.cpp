#include "service/reception/callcounts.h"

namespace Frontdesk::Reception {

void CallCounts::callBegan()
{
    const std::lock_guard lock(m_mutex);
    ++m_figures.began;
}

void CallCounts::callEnded(const QString &outcome)
{
    const std::lock_guard lock(m_mutex);
    ++m_figures.ended[outcome];
}

void CallCounts::escalated(EscalationReason reason)
{
    const std::lock_guard lock(m_mutex);
    ++m_figures.escalations[escalationReasonName(reason)];
}

void CallCounts::turnTaken(bool byCaller)
{
    const std::lock_guard lock(m_mutex);
    ++(byCaller ? m_figures.callerTurns : m_figures.assistantTurns);
}

void CallCounts::taskLeft()
{
    const std::lock_guard lock(m_mutex);
    ++m_figures.tasks;
}

void CallCounts::askedAhead(bool used)
{
    const std::lock_guard lock(m_mutex);
    ++(used ? m_figures.askedAheadUsed : m_figures.askedAheadDropped);
}

void CallCounts::replied(Milliseconds after)
{
    const std::lock_guard lock(m_mutex);
    ++m_figures.replies;
    m_figures.replyTime += after;
}

CallCounts::Figures CallCounts::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

} // namespace Frontdesk::Reception
