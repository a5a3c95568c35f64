#include "service/reception/callregistry.h"

#include <algorithm>

namespace Frontdesk::Reception {

LiveCall CallRegistry::open(const LiveCall &call)
{
    const QMutexLocker lock(&m_mutex);
    auto found = m_calls.find(call.record.networkCallId);
    if (found == m_calls.end()) {
        found = m_calls.insert(call.record.networkCallId, call);
    }
    return *found;
}

std::optional<LiveCall> CallRegistry::find(const QString &networkCallId) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_calls.constFind(networkCallId);
    return found == m_calls.constEnd() ? std::nullopt : std::optional(*found);
}

void CallRegistry::change(const QString &networkCallId, const std::function<void(LiveCall &)> &change)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto found = m_calls.find(networkCallId); found != m_calls.end()) {
        change(*found);
    }
}

void CallRegistry::forget(const QString &networkCallId)
{
    const QMutexLocker lock(&m_mutex);
    m_calls.remove(networkCallId);
}

int CallRegistry::streaming() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(
        std::count_if(m_calls.cbegin(), m_calls.cend(), [](const LiveCall &call) { return call.streaming; }));
}

std::vector<LiveCall> CallRegistry::all() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_calls.cbegin(), m_calls.cend()};
}

} // namespace Frontdesk::Reception
