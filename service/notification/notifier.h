#pragma once

#include "service/notification/messages.h"
#include "service/storage/database.h"
#include "shared/core/scheduler.h"

#include <QObject>

namespace Frontdesk::Notification {

/// One way to reach staff. Calls `done` on any thread; Refused and InvalidInput mean that trying again is of no use.
using Outlet =
    std::function<void(const Storage::Notification &message, std::function<void(const Result<void> &)> done)>;

/// Tells a clinic's staff by mail and text message what its rules name.
///
/// Every task and escalation is in the clinic's event log; each message about it is kept before it is sent, in the same
/// transaction as the place in that log. So whichever of several services dies, staff are told, and once. A message that
/// cannot be sent is tried again for about an hour. Lives on the main thread.
class Notifier final : public QObject {
    Q_OBJECT

public:
    /// `outlets` by channel: `email`, `sms`; `linkBase` is the service's public address. Both referred to outlive it.
    Notifier(Storage::Database &database, Scheduler &scheduler, std::map<QString, Outlet> outlets, QString linkBase);

    /// What happened before the first start of a clinic's notifications is not told.
    void start();

    /// A vendor stopped answering, or is back: told to those who want it in all clinics. Any thread.
    void tellOutage(const QString &vendor, bool began);

    static constexpr int MostAttempts = 8;

Q_SIGNALS:
    /// Nothing more is to be done at this moment.
    void idle();

private:
    void collectSoon(const ClinicId &clinic);
    void collectGathered(ClinicId clinic); ///< By value: the job that held it is over.
    void collectAll();
    void collect(const ClinicId &clinic);
    void lookAgain();
    void sendDue();
    void send(const Storage::Notification &message);
    void settle(const Storage::Notification &message, const Result<void> &outcome);
    void finishPiece();

    Storage::Database &m_database;
    Scheduler &m_scheduler;
    const std::map<QString, Outlet> m_outlets;
    const QString m_linkBase;
    Scheduler::JobHandle m_next;
    std::map<ClinicId, Scheduler::JobHandle> m_soon; ///< Clinics in whose log something new stands.
    bool m_missed = false;                           ///< Some log could not be read.
    int m_open = 0;                                  ///< Pieces of work under way.
};

} // namespace Frontdesk::Notification
