#include "service/storage/sql/sqlnotificationstore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString AddNotification = QStringLiteral(R"sql(
    INSERT INTO notifications (clinic_id, notification_id, dedupe, channel, recipient, title, body, state, attempts,
                               created_at, next_at, problem)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, '')
    ON CONFLICT (clinic_id, dedupe) DO NOTHING)sql");
const QString DueNotifications = QStringLiteral(R"sql(
    SELECT clinic_id, notification_id, dedupe, channel, recipient, title, body, state, attempts, created_at, next_at,
           problem
    FROM notifications WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, notification_id LIMIT $2)sql");
const QString ClaimNotification = QStringLiteral(R"sql(
    UPDATE notifications SET attempts = attempts + 1, next_at = $1
    WHERE clinic_id = $2 AND notification_id = $3 AND state = 'waiting' AND attempts = $4)sql");
const QString SettleNotification = QStringLiteral(R"sql(
    UPDATE notifications SET state = $1, problem = $2, next_at = $3 WHERE clinic_id = $4 AND notification_id = $5)sql");
const QString CountTo = QStringLiteral(R"sql(
    SELECT count(*) FROM notifications
    WHERE clinic_id = $1 AND recipient = $2 AND created_at >= $3 AND state <> 'given_up')sql");
const QString ListNotifications = QStringLiteral(R"sql(
    SELECT clinic_id, notification_id, dedupe, channel, recipient, title, body, state, attempts, created_at, next_at,
           problem
    FROM notifications WHERE clinic_id = $1 ORDER BY created_at DESC, notification_id DESC LIMIT $2)sql");
const QString FindCursor = QStringLiteral("SELECT sequence FROM notification_cursors WHERE clinic_id = $1");
const QString FirstCursor = QStringLiteral(
    "INSERT INTO notification_cursors (clinic_id, sequence) VALUES ($1, $2) ON CONFLICT (clinic_id) DO NOTHING");
const QString MoveCursor =
    QStringLiteral("UPDATE notification_cursors SET sequence = $1 WHERE clinic_id = $2 AND sequence = $3");

NotificationState stateFromName(const QString &name)
{
    for (const auto state : {NotificationState::Sent, NotificationState::GivenUp}) {
        if (name == notificationStateName(state)) {
            return state;
        }
    }
    return NotificationState::Waiting;
}

Result<std::vector<Notification>> notificationsFrom(const Result<std::vector<SqlRow>> &rows)
{
    if (!rows) {
        return rows.error();
    }
    std::vector<Notification> found;
    for (const SqlRow &row : *rows) {
        found.push_back({row.text(1), ClinicId(row.text(0)), row.text(2), row.text(3), row.text(4), row.text(5),
                         row.text(6), stateFromName(row.text(7)), static_cast<int>(row.integer(8)), row.time(9),
                         row.time(10), row.text(11)});
    }
    return found;
}

Result<bool> whether(const Result<qint64> &changed)
{
    return changed ? Result<bool>(*changed > 0) : changed.error();
}

} // namespace

QString notificationStateName(NotificationState state)
{
    switch (state) {
    case NotificationState::Waiting:
        return QStringLiteral("waiting");
    case NotificationState::Sent:
        return QStringLiteral("sent");
    case NotificationState::GivenUp:
        return QStringLiteral("given_up");
    }
    return {};
}

Result<bool> SqlNotificationStore::add(Notification notification)
{
    return whether(
        m_connection.execute(AddNotification, {notification.clinic.text(), newUuid7(), notification.dedupe,
                                               notification.channel, notification.recipient, notification.title,
                                               notification.body, notificationStateName(notification.state),
                                               toSqlTime(notification.createdAt), toSqlTime(notification.nextAt)}));
}

Result<std::vector<Notification>> SqlNotificationStore::due(const QDateTime &now, int limit)
{
    return notificationsFrom(m_connection.query(DueNotifications, {toSqlTime(now), qint64{limit}}));
}

Result<bool> SqlNotificationStore::claim(const Notification &notification, const QDateTime &until)
{
    return whether(m_connection.execute(ClaimNotification, {toSqlTime(until), notification.clinic.text(),
                                                            notification.id, qint64{notification.attempts}}));
}

Result<void> SqlNotificationStore::settle(const ClinicId &clinic, const QString &id, NotificationState state,
                                          const QString &problem, const QDateTime &nextAt)
{
    const auto changed = m_connection.execute(
        SettleNotification, {notificationStateName(state), problem, toSqlTime(nextAt), clinic.text(), id});
    return changed ? Result<void>() : changed.error();
}

Result<qint64> SqlNotificationStore::countTo(const ClinicId &clinic, const QString &recipient, const QDateTime &since)
{
    const auto rows = m_connection.query(CountTo, {clinic.text(), recipient, toSqlTime(since)});
    return rows ? Result<qint64>(rows->front().integer(0)) : rows.error();
}

Result<std::vector<Notification>> SqlNotificationStore::list(const ClinicId &clinic, int limit)
{
    return notificationsFrom(m_connection.query(ListNotifications, {clinic.text(), qint64{limit}}));
}

Result<qint64> SqlNotificationStore::cursor(const ClinicId &clinic)
{
    const auto rows = m_connection.query(FindCursor, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? qint64{-1} : rows->front().integer(0);
}

Result<bool> SqlNotificationStore::moveCursor(const ClinicId &clinic, qint64 from, qint64 to)
{
    return whether(from < 0 ? m_connection.execute(FirstCursor, {clinic.text(), to})
                            : m_connection.execute(MoveCursor, {to, clinic.text(), from}));
}

} // namespace Frontdesk::Storage
