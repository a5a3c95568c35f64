#pragma once

#include "shared/core/clock.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Frontdesk::Live {

/// One message to those who watch a clinic.
struct LiveMessage {
    qint64 sequence = 0; ///< 0: belongs to no place in the order.
    QByteArray json;     ///< Shared by all who receive it.
};
using LiveMessages = std::vector<LiveMessage>;

/// Reaches an object of another thread, for as long as it lives. Safe from any thread.
class LiveLink {
public:
    explicit LiveLink(QObject *target)
        : m_target(target)
    {}

    /// Runs `work` on the target's thread; never, when the target is gone by then.
    void post(std::function<void()> work) const;
    /// The target is going. Thread: the target's.
    void cut();

private:
    mutable std::mutex m_mutex;
    QObject *m_target;
};

} // namespace Frontdesk::Live
