#pragma once

#include <QObject>
#include <QString>

namespace Frontdesk::Storage {

/// Tells that something was kept, so that nobody has to ask the database again and again.
///
/// With PostgreSQL it reaches every program on the same database (LISTEN/NOTIFY), with SQLite everybody who uses the same
/// Database object. A wake-up carries no promise: what happened is read from the tables.
///
/// Signals come from a database thread: connect with a context object, which then receives on its own thread.
class EventSignal final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Store::raise was called with these and its transaction was kept. In the order of the commits.
    void raised(const QString &topic, const QString &payload);

    /// Something may have been missed, because the connection was away: look at everything. Also comes once when listening
    /// begins.
    void resumed();
};

} // namespace Frontdesk::Storage
