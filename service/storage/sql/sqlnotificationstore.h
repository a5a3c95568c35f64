#pragma once

#include "service/storage/notificationstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlNotificationStore final : public NotificationStore {
public:
    explicit SqlNotificationStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<bool> add(Notification notification) override;
    Result<std::vector<Notification>> due(const QDateTime &now, int limit) override;
    Result<bool> claim(const Notification &notification, const QDateTime &until) override;
    Result<void> settle(const ClinicId &clinic, const QString &id, NotificationState state, const QString &problem,
                        const QDateTime &nextAt) override;
    Result<qint64> countTo(const ClinicId &clinic, const QString &recipient, const QDateTime &since) override;
    Result<std::vector<Notification>> list(const ClinicId &clinic, int limit) override;
    Result<qint64> cursor(const ClinicId &clinic) override;
    Result<bool> moveCursor(const ClinicId &clinic, qint64 from, qint64 to) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
