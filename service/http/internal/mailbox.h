#pragma once

#include <QMetaObject>
#include <QMutex>
#include <QObject>

namespace Frontdesk::Http {

/// The way back to a worker thread from anywhere, also when the worker is already gone: then post does nothing.
class Mailbox {
public:
    explicit Mailbox(QObject *owner)
        : m_owner(owner)
    {}

    /// By the owner, before it dies.
    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_owner = nullptr;
    }

    /// Runs `work` on the owner's thread, from its event loop.
    template <typename Work>
    void post(Work &&work)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_owner) {
            QMetaObject::invokeMethod(m_owner, std::forward<Work>(work), Qt::QueuedConnection);
        }
    }

private:
    QMutex m_mutex;
    QObject *m_owner;
};

} // namespace Frontdesk::Http
