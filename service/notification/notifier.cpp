#include "service/notification/notifier.h"

#include "service/notification/collecting.h"
#include "shared/core/log.h"

namespace Frontdesk::Notification {

namespace {

constexpr int MessagesAtOnce = 20;
/// A sender that has died leaves its message to the others after this.
constexpr std::chrono::seconds Lease{120};
constexpr Milliseconds LookAgain{15'000};
/// A call writes several events a second; they are looked at together.
constexpr Milliseconds Gather{500};
constexpr qint64 FirstPauseSeconds = 15; ///< Doubles: eight attempts take half an hour.
/// Several services notice the same outage.
constexpr qint64 SameOutageSeconds = 600;

struct Nothing {};

Result<Nothing> beginAtTheEnd(Storage::Store &store)
{
    const auto clinics = store.clinics().list();
    if (!clinics) {
        return clinics.error();
    }
    for (const ClinicProfile &clinic : *clinics) {
        const auto cursor = store.notifications().cursor(clinic.id);
        const auto last = store.events().last(clinic.id);
        if (!cursor || !last) {
            return cursor ? last.error() : cursor.error();
        }
        const auto moved = *cursor < 0 ? store.notifications().moveCursor(clinic.id, -1, *last) : Result<bool>(true);
        if (!moved) {
            return moved.error();
        }
    }
    return Nothing();
}

Result<std::vector<Storage::Notification>> claimDue(Storage::Store &store, const QDateTime &now)
{
    const auto due = store.notifications().due(now, MessagesAtOnce);
    if (!due) {
        return due.error();
    }
    std::vector<Storage::Notification> mine;
    for (const Storage::Notification &message : *due) {
        const auto claimed = store.notifications().claim(message, now.addSecs(Lease.count()));
        if (!claimed) {
            return claimed.error();
        }
        if (*claimed) {
            mine.push_back(message);
            ++mine.back().attempts;
        }
    }
    return mine;
}

} // namespace

Notifier::Notifier(Storage::Database &database, Scheduler &scheduler, std::map<QString, Outlet> outlets,
                   QString linkBase)
    : m_database(database)
    , m_scheduler(scheduler)
    , m_outlets(std::move(outlets))
    , m_linkBase(std::move(linkBase))
{}

void Notifier::start()
{
    connect(&m_database.events(), &Storage::EventSignal::raised, this, [this](const QString &topic, const QString &id) {
        if (topic == QLatin1String(Storage::EventTopic)) {
            collectSoon(ClinicId(id));
        }
    });
    connect(&m_database.events(), &Storage::EventSignal::resumed, this, &Notifier::collectAll);
    m_database.run(beginAtTheEnd).then(this, [this](const Result<Nothing> &begun) {
        if (!begun) {
            qCWarning(Log::app).noquote() << "notifications begin later:" << begun.error().message;
        }
        collectAll();
        lookAgain();
    });
}

void Notifier::lookAgain()
{
    m_next = m_scheduler.after(LookAgain, [this] { lookAgain(); });
    if (std::exchange(m_missed, false)) {
        collectAll();
    } else {
        sendDue();
    }
}

void Notifier::collectSoon(const ClinicId &clinic)
{
    auto &soon = m_soon[clinic];
    if (!soon) {
        soon = m_scheduler.after(Gather, [this, clinic] { collectGathered(clinic); });
    }
}

void Notifier::collectGathered(ClinicId clinic)
{
    m_soon.erase(clinic);
    collect(clinic);
}

void Notifier::collectAll()
{
    ++m_open;
    m_database.run([](Storage::Store &store) { return store.clinics().list(); })
        .then(this, [this](const Result<std::vector<ClinicProfile>> &clinics) {
            m_missed = m_missed || !clinics;
            for (const ClinicProfile &clinic : clinics.valueOr({})) {
                collect(clinic.id);
            }
            sendDue();
            finishPiece();
        });
}

void Notifier::collect(const ClinicId &clinic)
{
    ++m_open;
    m_database
        .run(Storage::Scope::of(clinic),
             [clinic, base = m_linkBase, now = m_scheduler.utcNow()](Storage::Store &store) {
                 return collectMessages(store, clinic, base, now);
             })
        .then(this, [this, clinic](const Result<Collected> &collected) {
            // Conflict: the faster one sends.
            m_missed = m_missed || (!collected && collected.error().code != ErrorCode::Conflict);
            if (collected && collected->more) {
                collect(clinic);
            }
            if (collected && collected->added) {
                sendDue();
            }
            finishPiece();
        });
}

void Notifier::finishPiece()
{
    if (--m_open == 0) {
        Q_EMIT idle();
    }
}

void Notifier::tellOutage(const QString &vendor, bool began)
{
    Happening happening{NotificationRule::Kind::Outage, TaskPriority::Urgent, {}, {}, {}};
    happening.key = QStringLiteral("outage %1 %2 %3")
                        .arg(vendor, began ? QStringLiteral("began") : QStringLiteral("ended"))
                        .arg(m_scheduler.utcNow().toSecsSinceEpoch() / SameOutageSeconds);
    happening.sentence = began ? QStringLiteral("%1 does not answer; calls go on without it.").arg(vendor)
                               : QStringLiteral("%1 answers again.").arg(vendor);
    const auto keep = [happening, base = m_linkBase,
                       now = m_scheduler.utcNow()](Storage::Store &store) -> Result<Nothing> {
        const auto clinics = store.clinics().list();
        if (!clinics) {
            return clinics.error();
        }
        for (const ClinicProfile &clinic : *clinics) {
            if (auto kept = keepMessages(store, clinic, happening, base, now); !kept) {
                return kept.error();
            }
        }
        return Nothing();
    };
    QMetaObject::invokeMethod(this, [this, keep] {
        ++m_open;
        m_database.run(keep).then(this, [this](const Result<Nothing> &) {
            sendDue();
            finishPiece();
        });
    });
}

void Notifier::sendDue()
{
    ++m_open;
    m_database.run([now = m_scheduler.utcNow()](Storage::Store &store) { return claimDue(store, now); })
        .then(this, [this](const Result<std::vector<Storage::Notification>> &mine) {
            for (const Storage::Notification &message : mine.valueOr({})) {
                send(message);
            }
            finishPiece();
        });
}

void Notifier::send(const Storage::Notification &message)
{
    const auto outlet = m_outlets.find(message.channel);
    if (outlet == m_outlets.end()) {
        settle(message, Error{ErrorCode::Refused, QStringLiteral("No way to send %1 is set up.").arg(message.channel)});
        return;
    }
    ++m_open;
    outlet->second(message, [this, message](const Result<void> &outcome) {
        QMetaObject::invokeMethod(this, [this, message, outcome] {
            settle(message, outcome);
            finishPiece();
        });
    });
}

void Notifier::settle(const Storage::Notification &message, const Result<void> &outcome)
{
    const bool hopeless =
        !outcome && (outcome.error().code == ErrorCode::Refused || outcome.error().code == ErrorCode::InvalidInput ||
                     message.attempts >= MostAttempts);
    const auto state = outcome    ? Storage::NotificationState::Sent
                       : hopeless ? Storage::NotificationState::GivenUp
                                  : Storage::NotificationState::Waiting;
    if (hopeless) {
        qCWarning(Log::app).noquote() << message.channel << "to staff could not be sent:" << outcome.error().message;
    }
    const QDateTime next = m_scheduler.utcNow().addSecs(FirstPauseSeconds << std::min(message.attempts - 1, 10));
    ++m_open;
    m_database
        .run(Storage::Scope::of(message.clinic),
             [message, state, next,
              why = outcome ? QString() : outcome.error().message](Storage::Store &store) -> Result<Nothing> {
                 const auto settled = store.notifications().settle(message.clinic, message.id, state, why, next);
                 return settled ? Result<Nothing>(Nothing()) : settled.error();
             })
        .then(this, [this](const Result<Nothing> &) { finishPiece(); });
}

} // namespace Frontdesk::Notification
