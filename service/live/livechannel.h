#pragma once

#include "service/live/livelink.h"
#include "service/live/liveview.h"
#include "service/storage/database.h"

#include <deque>

namespace Frontdesk::Live {

/// What one clinic's watchers are to see, in order: the newest messages, made once for all of them.
///
/// Reads the clinic's events whenever it is woken. Lives on the hub's thread.
class LiveChannel final : public QObject {
    Q_OBJECT

public:
    LiveChannel(ClinicId clinic, Storage::Database &database, const LiveView &view);

    /// There may be new events; `last` is called when the channel begins anew.
    void wake();
    /// Everything up to `sequence` is known to whoever joined first.
    void beginAt(qint64 sequence);

    [[nodiscard]] bool hasBegun() const { return m_begun; }
    [[nodiscard]] qint64 last() const { return m_last; }
    /// The messages after `sequence`, where they are still here.
    [[nodiscard]] std::optional<LiveMessages> after(qint64 sequence) const;

    static constexpr size_t Remembered = 2000;

Q_SIGNALS:
    void arrived(const Frontdesk::Live::LiveMessages &messages);

private:
    void read();

    ClinicId m_clinic;
    Storage::Database &m_database;
    const LiveView &m_view;
    std::deque<LiveMessage> m_messages;
    qint64 m_last = 0;
    bool m_begun = false;
    bool m_reading = false;
    bool m_wokenMeanwhile = false;
};

/// The clinic's events after `sequence`, at most a page of them, as messages. Thread: a database's.
[[nodiscard]] Result<LiveMessages> readMessages(Storage::Store &store, const LiveView &view, const ClinicId &clinic,
                                                qint64 sequence);

} // namespace Frontdesk::Live
