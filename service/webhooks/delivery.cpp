#include "service/webhooks/delivery.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Frontdesk::Webhooks {

namespace {

using Storage::ClinicEvent;
using Storage::Webhook;

constexpr int EventsAtOnce = 200;
/// Of a log that has nothing for the address; what is left comes with the next look.
constexpr int MostPages = 20;
constexpr int Gone = 410;

QString pathOf(const ClinicEvent &event)
{
    const QString what = event.kind.section(QLatin1Char('.'), 0, 0);
    if (what == QLatin1String("escalation")) {
        return QStringLiteral("/api/v1/escalations/") + event.subject;
    }
    return (what == QLatin1String("call") ? QStringLiteral("/api/v1/calls/") : QStringLiteral("/api/v1/tasks/")) +
           event.subject;
}

/// The next event that the address wants; what it does not want is passed over for good.
Result<std::optional<ClinicEvent>> nextWanted(Storage::Store &store, Webhook &webhook)
{
    for (int page = 0; page < MostPages; ++page) {
        const auto events = store.events().after(webhook.clinic, webhook.sequence, EventsAtOnce);
        if (!events || events->empty()) {
            return events ? Result<std::optional<ClinicEvent>>(std::nullopt) : events.error();
        }
        const auto wanted = std::find_if(events->begin(), events->end(),
                                         [&](const ClinicEvent &event) { return webhook.kinds.contains(event.kind); });
        if (wanted != events->end()) {
            return std::optional(*wanted);
        }
        webhook.sequence = events->back().sequence;
        if (const auto passed = store.webhooks().pass(webhook.clinic, webhook.id, webhook.sequence); !passed) {
            return passed.error();
        }
    }
    return std::optional<ClinicEvent>();
}

/// Goes on with the address, which is ours until the lease ends, or leaves it when there is nothing for it.
Result<std::optional<Delivery>> goOn(Storage::Store &store, Webhook webhook, const QDateTime &now)
{
    const auto event = nextWanted(store, webhook);
    if (!event) {
        return event.error();
    }
    webhook.nextAt = *event ? now.addSecs(Lease.count()) : now;
    const auto settled = store.webhooks().settle(webhook);
    if (!settled) {
        return settled.error();
    }
    return *event && *settled ? std::optional(Delivery{webhook, *event}) : std::nullopt;
}

void noteFailure(Webhook &webhook, const Outcome &outcome, const QDateTime &now, double spread)
{
    ++webhook.failures;
    if (!webhook.failingSince.isValid()) {
        webhook.failingSince = now;
    }
    const auto pause = std::max<std::chrono::seconds>(
        pauseAfter(webhook.failures, spread), std::chrono::duration_cast<std::chrono::seconds>(outcome.retryAfter));
    webhook.nextAt = now.addSecs(std::min<qint64>(pause.count(), std::chrono::seconds(Patience).count()));
    if (outcome.status == Gone) {
        webhook.isOn = false;
        webhook.offReason = QStringLiteral("The receiver answered 410: it is gone for good.");
    } else if (webhook.failingSince.addSecs(std::chrono::seconds(Patience).count()) <= now) {
        webhook.isOn = false;
        webhook.offReason = QStringLiteral("The receiver has taken nothing for a day.");
    }
}

Result<std::optional<Delivery>> settleEvent(Storage::Store &store, Webhook webhook, const ClinicEvent &event,
                                            const Outcome &outcome, const QDateTime &now, double spread)
{
    webhook.note({now, outcome.status, outcome.problem, event.sequence, event.kind});
    if (outcome.isTaken()) {
        webhook.failures = 0;
        webhook.failingSince = {};
        webhook.sequence = event.sequence;
        const auto passed = store.webhooks().pass(webhook.clinic, webhook.id, event.sequence);
        return passed ? goOn(store, webhook, now) : passed.error();
    }
    noteFailure(webhook, outcome, now, spread);
    const auto settled = store.webhooks().settle(webhook);
    if (settled && *settled && !webhook.isOn) {
        const auto told = store.events().append(webhook.clinic, QLatin1String(StoppedEvent), webhook.id, now);
        return told ? Result<std::optional<Delivery>>(std::nullopt) : told.error();
    }
    return settled ? Result<std::optional<Delivery>>(std::nullopt) : settled.error();
}

/// The test, where one waits and nobody was faster.
Result<std::optional<Delivery>> takeTest(Storage::Store &store, const Webhook &webhook)
{
    const auto taken = store.webhooks().takeTest(webhook);
    if (!taken) {
        return taken.error();
    }
    return *taken ? std::optional(Delivery{webhook, std::nullopt}) : std::nullopt;
}

Result<std::optional<Delivery>> takeEvent(Storage::Store &store, Webhook webhook, const QDateTime &now)
{
    const auto claims = store.webhooks().claim(webhook, now.addSecs(Lease.count()));
    if (!claims) {
        return claims.error().code == ErrorCode::Conflict ? Result<std::optional<Delivery>>(std::nullopt)
                                                          : claims.error();
    }
    webhook.claims = *claims;
    return goOn(store, webhook, now);
}

} // namespace

const QStringList &webhookKinds()
{
    static const QStringList kinds{QStringLiteral("task.created"),
                                   QStringLiteral("task.changed"),
                                   QStringLiteral("approval.decided"),
                                   QStringLiteral("escalation.raised"),
                                   QStringLiteral("escalation.acknowledged"),
                                   QStringLiteral("call.ended"),
                                   QStringLiteral("call.unanswered")};
    return kinds;
}

QByteArray deliveryId(const Delivery &delivery)
{
    return delivery.event ? delivery.webhook.id.toLatin1() + '-' + QByteArray::number(delivery.event->sequence)
                          : delivery.webhook.id.toLatin1() + "-test";
}

QByteArray bodyOf(const Delivery &delivery, const QString &linkBase)
{
    QJsonObject body{{QStringLiteral("id"), QString::fromLatin1(deliveryId(delivery))},
                     {QStringLiteral("clinic_id"), delivery.webhook.clinic.text()},
                     {QStringLiteral("kind"), QStringLiteral("test")}};
    if (delivery.event) {
        body.insert(QStringLiteral("kind"), delivery.event->kind);
        body.insert(QStringLiteral("sequence"), delivery.event->sequence);
        body.insert(QStringLiteral("subject_id"), delivery.event->subject);
        body.insert(QStringLiteral("at"), delivery.event->at.toUTC().toString(Qt::ISODateWithMs));
        body.insert(QStringLiteral("link"), linkBase + pathOf(*delivery.event));
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::vector<QByteArray> secretsOf(const Webhook &webhook, const QDateTime &now)
{
    std::vector<QByteArray> secrets{webhook.secret};
    if (webhook.previousUntil.isValid() && now < webhook.previousUntil) {
        secrets.push_back(webhook.previousSecret);
    }
    return secrets;
}

std::chrono::seconds pauseAfter(int failures, double spread)
{
    constexpr qint64 First = 10;
    constexpr qint64 Longest = 7200;
    constexpr int MostDoublings = 10;
    const qint64 pause = std::min(First << std::clamp(failures - 1, 0, MostDoublings), Longest);
    return std::chrono::seconds(std::llround(static_cast<double>(pause) * (0.8 + 0.4 * spread)));
}

Result<std::vector<Delivery>> takeDue(Storage::Store &store, const QDateTime &now, int limit)
{
    std::vector<Delivery> taken;
    const auto tests = store.webhooks().testsAsked(limit);
    const auto due = store.webhooks().due(now, limit);
    if (!tests || !due) {
        return tests ? due.error() : tests.error();
    }
    const auto take = [&](const std::vector<Webhook> &webhooks, auto takeOne) -> Result<void> {
        for (const Webhook &webhook : webhooks) {
            const auto delivery = takeOne(webhook);
            if (!delivery) {
                return delivery.error();
            }
            if (*delivery) {
                taken.push_back(**delivery);
            }
        }
        return {};
    };
    const auto tested = take(*tests, [&](const Webhook &webhook) { return takeTest(store, webhook); });
    // What was taken before a failure must not be forgotten: its lease would have to run out.
    const auto told = take(*due, [&](const Webhook &webhook) { return takeEvent(store, webhook, now); });
    if (taken.empty() && (!tested || !told)) {
        return tested ? told.error() : tested.error();
    }
    return taken;
}

Result<std::optional<Delivery>> settle(Storage::Store &store, const Delivery &delivery, const Outcome &outcome,
                                       const QDateTime &now, double spread)
{
    std::optional<Delivery> next;
    const auto kept = store.transaction([&]() -> Result<void> {
        if (!delivery.event) {
            Webhook webhook = delivery.webhook;
            webhook.lastTest = {now, outcome.status, outcome.problem};
            return store.webhooks().settleTest(webhook);
        }
        const auto settled = settleEvent(store, delivery.webhook, *delivery.event, outcome, now, spread);
        if (!settled) {
            return settled.error();
        }
        next = *settled;
        return {};
    });
    return kept ? Result<std::optional<Delivery>>(next) : kept.error();
}

} // namespace Frontdesk::Webhooks
