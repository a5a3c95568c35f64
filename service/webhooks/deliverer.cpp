#include "service/webhooks/deliverer.h"

#include "shared/core/log.h"

#include <QRandomGenerator>

namespace Frontdesk::Webhooks {

namespace {

/// When the time of what failed before has come.
constexpr Milliseconds LookAgain{5'000};
/// A call writes several events a second; they are looked at together.
constexpr Milliseconds Gather{200};

} // namespace

Deliverer::Deliverer(Storage::Database &database, Scheduler &scheduler, Sender &sender)
    : m_database(database)
    , m_scheduler(scheduler)
    , m_sender(sender)
{}

void Deliverer::start()
{
    connect(&m_database.events(), &Storage::EventSignal::raised, this, [this](const QString &topic) {
        if (topic == QLatin1String(Storage::EventTopic) || topic == QLatin1String(Storage::WebhookTopic)) {
            lookSoon();
        }
    });
    connect(&m_database.events(), &Storage::EventSignal::resumed, this, &Deliverer::lookSoon);
    lookAgain();
}

void Deliverer::lookSoon()
{
    if (!m_soon) {
        m_soon = m_scheduler.after(Gather, [this] { look(); });
    }
}

void Deliverer::lookAgain()
{
    m_next = m_scheduler.after(LookAgain, [this] { lookAgain(); });
    look();
}

void Deliverer::look()
{
    m_soon.reset();
    const int free = MostAtOnce - m_telling;
    if (free <= 0) {
        return; // Whoever ends looks again.
    }
    ++m_open;
    m_database.run([now = m_scheduler.utcNow(), free](Storage::Store &store) { return takeDue(store, now, free); })
        .then(this, [this](const Result<std::vector<Delivery>> &taken) {
            for (const Delivery &delivery : taken.valueOr({})) {
                tell(delivery);
            }
            finishPiece();
        });
}

void Deliverer::tell(const Delivery &delivery)
{
    ++m_open;
    ++m_telling;
    m_sender.send(delivery, m_scheduler.utcNow(), [this, delivery](const Outcome &outcome) {
        settleOutcome(delivery, outcome);
        --m_telling;
        finishPiece();
    });
}

void Deliverer::settleOutcome(const Delivery &delivery, const Outcome &outcome)
{
    if (!outcome.isTaken()) {
        qCInfo(Log::app).noquote() << "webhook" << delivery.webhook.id << "was not told:" << outcome.problem;
    }
    ++m_open;
    const double spread = QRandomGenerator::global()->generateDouble();
    m_database
        .run(Storage::Scope::of(delivery.webhook.clinic),
             [delivery, outcome, now = m_scheduler.utcNow(), spread](Storage::Store &store) {
                 return settle(store, delivery, outcome, now, spread);
             })
        .then(this, [this](const Result<std::optional<Delivery>> &next) {
            if (next && *next) {
                tell(**next);
            } else if (next) {
                lookSoon(); // Others may have waited for room.
            }               // Else the lease runs out, and it is told again.
            finishPiece();
        });
}

void Deliverer::finishPiece()
{
    if (--m_open == 0) {
        Q_EMIT idle();
    }
}

} // namespace Frontdesk::Webhooks
