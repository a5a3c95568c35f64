#include "service/api/internal/listenings.h"

namespace Frontdesk::Api {

namespace {

constexpr qsizetype Most = 10'000;

bool isOver(const QDateTime &lastPart, const QDateTime &now)
{
    return lastPart.addMSecs(Listenings::Pause.count()) < now;
}

} // namespace

bool Listenings::goesOn(const SessionId &session, const CallId &call, const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_lastParts.find({session, call});
    if (found == m_lastParts.end() || isOver(*found, now)) {
        return false;
    }
    *found = now;
    return true;
}

void Listenings::begin(const SessionId &session, const CallId &call, const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    if (m_lastParts.size() >= Most) {
        m_lastParts.removeIf([&](const auto &entry) { return isOver(entry.value(), now); });
    }
    if (m_lastParts.size() >= Most) {
        m_lastParts.clear(); // Forgetting costs a row more on the trail, never one less.
    }
    m_lastParts.insert({session, call}, now);
}

} // namespace Frontdesk::Api
