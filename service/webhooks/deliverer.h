#pragma once

#include "service/storage/database.h"
#include "service/webhooks/sender.h"
#include "shared/core/scheduler.h"

namespace Frontdesk::Webhooks {

/// Tells other systems what happens in the clinics that asked for it.
///
/// Each address has its place in its clinic's event log and is told one event after the other; the place moves when the
/// receiver has taken the event. So nothing is forgotten when a service dies, and what was sent but not noted comes again
/// under the same delivery id. An address that fails is tried again for a day, while its events wait in the log. Of several
/// services one at a time tells an address. Lives on the main thread.
class Deliverer final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    Deliverer(Storage::Database &database, Scheduler &scheduler, Sender &sender);

    void start();

    static constexpr int MostAtOnce = 16;

Q_SIGNALS:
    /// Nothing more is to be done at this moment.
    void idle();

private:
    void lookSoon();
    void look();
    void lookAgain();
    void tell(const Delivery &delivery);
    void settleOutcome(const Delivery &delivery, const Outcome &outcome);
    void finishPiece();

    Storage::Database &m_database;
    Scheduler &m_scheduler;
    Sender &m_sender;
    Scheduler::JobHandle m_next;
    Scheduler::JobHandle m_soon;
    int m_telling = 0; ///< Addresses that are being told something.
    int m_open = 0;    ///< Pieces of work under way.
};

} // namespace Frontdesk::Webhooks
