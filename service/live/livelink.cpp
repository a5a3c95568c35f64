#include "service/live/livelink.h"

#include <QMetaObject>

namespace Frontdesk::Live {

void LiveLink::post(std::function<void()> work) const
{
    const std::lock_guard lock(m_mutex);
    if (m_target != nullptr) {
        QMetaObject::invokeMethod(m_target, std::move(work), Qt::QueuedConnection);
    }
}

void LiveLink::cut()
{
    const std::lock_guard lock(m_mutex);
    m_target = nullptr;
}

} // namespace Frontdesk::Live
