#pragma once

#include "service/storage/eventsignal.h"

#include <QThread>

#include <memory>

namespace Frontdesk::Storage {

/// Listens to the wake-ups of all programs on the same PostgreSQL database and hands them to an EventSignal.
///
/// Has a connection and a thread of its own. A lost connection is opened again, at first soon, then every five seconds;
/// EventSignal::resumed tells each time it was.
class PostgresListener final {
public:
    static constexpr char Channel[] = "frontdesk_events";

    PostgresListener(const QString &url, EventSignal &events);
    ~PostgresListener();
    PostgresListener(const PostgresListener &) = delete;
    PostgresListener &operator=(const PostgresListener &) = delete;

private:
    class Ear;

    QThread m_thread;
    Ear *m_ear; ///< Lives on m_thread, which deletes it at its end.
};

} // namespace Frontdesk::Storage
