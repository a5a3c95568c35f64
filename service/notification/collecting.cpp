#include "service/notification/collecting.h"

namespace Frontdesk::Notification {

namespace {

constexpr int EventsAtOnce = 200;
constexpr qint64 LongestCallSeconds = 3600;

Result<std::vector<NotificationRule>> rulesOf(Storage::Store &store, const ClinicId &clinic)
{
    const auto setting = store.clinicSettings().find(clinic, QString::fromLatin1(NotificationRulesSetting));
    return setting ? notificationRulesFromJson(setting->value) : setting.error();
}

/// A change of a task counts while its call may still be making it: it may have become urgent.
Result<Happening> aboutTask(Storage::Store &store, const QString &id, bool isNew, const QDateTime &now)
{
    const auto task = store.tasks().find(TaskId(id));
    if (!task) {
        return task.error();
    }
    if (!isNew && (task->status != TaskStatus::Pending || task->createdAt < now.addSecs(-LongestCallSeconds))) {
        return Error{ErrorCode::NotFound, {}};
    }
    // What becomes an emergency is told anew.
    const bool emergency = task->priority == TaskPriority::Emergency;
    return Happening{NotificationRule::Kind::Task, task->priority,
                     QStringLiteral("task %1%2").arg(id, emergency ? QStringLiteral(" emergency") : QString()),
                     task->number, QStringLiteral("a call has left a task in your queue.")};
}

Result<Happening> aboutEscalation(Storage::Store &store, const ClinicId &clinic, const QString &id)
{
    const auto escalation = store.escalations().find(clinic, EscalationId(id));
    if (!escalation) {
        return escalation.error();
    }
    Storage::TaskFilter filter;
    filter.clinic = clinic;
    filter.call = escalation->callId;
    filter.limit = 1;
    const auto tasks = store.tasks().list(filter);
    if (!tasks) {
        return tasks.error();
    }
    return Happening{NotificationRule::Kind::Escalation,
                     isEmergency(escalation->reason) ? TaskPriority::Emergency : TaskPriority::Urgent,
                     QStringLiteral("call ") + escalation->callId.text(),
                     tasks->empty() ? QString() : tasks->front().number,
                     QStringLiteral("a caller is being connected to a person.")};
}

/// Nothing: this event is not for staff's pockets, or what it is about is gone.
Result<std::optional<Happening>> happeningOf(Storage::Store &store, const Storage::ClinicEvent &event,
                                             const QDateTime &now)
{
    Result<Happening> found = Error{ErrorCode::NotFound, {}};
    const bool isNew = event.kind == QLatin1String("task.created");
    if (isNew || event.kind == QLatin1String("task.changed")) {
        found = aboutTask(store, event.subject, isNew, now);
    } else if (event.kind == QLatin1String("escalation.raised")) {
        found = aboutEscalation(store, event.clinic, event.subject);
    } else if (event.kind == QLatin1String("webhook.stopped")) {
        found = Happening{NotificationRule::Kind::Outage, TaskPriority::Urgent,
                          QStringLiteral("webhook %1 %2").arg(event.subject).arg(event.sequence), QString(),
                          QStringLiteral("a webhook was switched off, because its receiver takes nothing any more.")};
    }
    if (found) {
        return std::optional(*found);
    }
    return found.error().code == ErrorCode::NotFound ? Result<std::optional<Happening>>(std::nullopt) : found.error();
}

/// Whether anything was added.
Result<bool> keep(Storage::Store &store, const ClinicProfile &clinic, const std::vector<NotificationRule> &rules,
                  const Happening &happening, const QString &linkBase, const QDateTime &now)
{
    bool any = false;
    for (const NotificationRule &rule : rules) {
        if (!wants(rule, happening, clinic, now)) {
            continue;
        }
        const auto lately =
            store.notifications().countTo(clinic.id, rule.to, now.addSecs(-std::chrono::seconds(FloodSpan).count()));
        if (!lately) {
            return lately.error();
        }
        const bool flood = *lately >= MostMessages && happening.priority != TaskPriority::Emergency;
        const auto added = store.notifications().add(flood ? floodMessage(rule, clinic, linkBase, now)
                                                           : messageFor(rule, happening, clinic, linkBase, now));
        if (!added) {
            return added.error();
        }
        any = any || *added;
    }
    return any;
}

Result<Collected> collectInside(Storage::Store &store, const ClinicId &id, const QString &linkBase,
                                const QDateTime &now)
{
    const auto cursor = store.notifications().cursor(id);
    if (!cursor) {
        return cursor.error();
    }
    const auto events = store.events().after(id, std::max<qint64>(*cursor, 0), EventsAtOnce);
    if (!events || events->empty()) {
        return events ? Result<Collected>(Collected()) : events.error();
    }
    const auto clinic = store.clinics().find(id);
    const auto rules = rulesOf(store, id);
    if (!clinic || !rules) {
        return clinic ? rules.error() : clinic.error();
    }
    Collected collected{events->size() == size_t(EventsAtOnce), false};
    for (const Storage::ClinicEvent &event : *events) {
        const auto happening = happeningOf(store, event, now);
        if (!happening) {
            return happening.error();
        }
        if (*happening) {
            const auto added = keep(store, *clinic, *rules, **happening, linkBase, now);
            if (!added) {
                return added.error();
            }
            collected.added = collected.added || *added;
        }
    }
    const auto moved = store.notifications().moveCursor(id, *cursor, events->back().sequence);
    if (moved && !*moved) {
        return Error{ErrorCode::Conflict, QStringLiteral("Another service has told of it.")};
    }
    return moved ? Result<Collected>(collected) : moved.error();
}

} // namespace

Result<Collected> collectMessages(Storage::Store &store, const ClinicId &clinic, const QString &linkBase,
                                  const QDateTime &now)
{
    Collected collected;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto inside = collectInside(store, clinic, linkBase, now);
        collected = inside.valueOr({});
        return inside ? Result<void>() : inside.error();
    });
    return done ? Result<Collected>(collected) : done.error();
}

Result<void> keepMessages(Storage::Store &store, const ClinicProfile &clinic, const Happening &happening,
                          const QString &linkBase, const QDateTime &now)
{
    const auto rules = rulesOf(store, clinic.id);
    if (!rules) {
        return rules.error();
    }
    const auto added = keep(store, clinic, *rules, happening, linkBase, now);
    return added ? Result<void>() : added.error();
}

} // namespace Frontdesk::Notification
