#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>

#include <vector>

namespace Frontdesk::Storage {

enum class NotificationState {
    Waiting, ///< To be sent at `nextAt`.
    Sent,
    GivenUp, ///< Sending failed too often, or for good.
};

[[nodiscard]] QString notificationStateName(NotificationState state);

/// A message to one of the clinic's staff. Holds no patient data.
struct Notification {
    QString id; ///< Filled in by `add`.
    ClinicId clinic;
    QString dedupe;  ///< What it is about and for whom; there is one message for each.
    QString channel; ///< `email` or `sms`.
    QString recipient;
    QString title;
    QString body;
    NotificationState state = NotificationState::Waiting;
    int attempts = 0;
    QDateTime createdAt; ///< UTC.
    QDateTime nextAt;    ///< UTC.
    QString problem;     ///< Why the last attempt failed.
};

/// Messages to staff, from the moment something happened until they were sent.
class NotificationStore {
public:
    virtual ~NotificationStore() = default;

    /// False: there is one about the same already, and nothing was kept.
    virtual Result<bool> add(Notification notification) = 0;

    /// Those of all clinics whose time has come, the longest waiting first, at most `limit`. Needs the platform's scope.
    virtual Result<std::vector<Notification>> due(const QDateTime &now, int limit) = 0;

    /// Takes one for sending: counts an attempt and puts its next time off to `until`, so that it is tried again if its
    /// sender dies. False: another sender was faster.
    virtual Result<bool> claim(const Notification &notification, const QDateTime &until) = 0;
    /// What came of the attempt.
    virtual Result<void> settle(const ClinicId &clinic, const QString &id, NotificationState state,
                                const QString &problem, const QDateTime &nextAt) = 0;

    /// How many were sent to, or are on their way to, the recipient and were made since then.
    virtual Result<qint64> countTo(const ClinicId &clinic, const QString &recipient, const QDateTime &since) = 0;
    /// Newest first.
    virtual Result<std::vector<Notification>> list(const ClinicId &clinic, int limit) = 0;

    /// The last event that staff were told of; nothing was ever told: -1.
    virtual Result<qint64> cursor(const ClinicId &clinic) = 0;
    /// Moves it. False: somebody else moved it since it was `from`.
    virtual Result<bool> moveCursor(const ClinicId &clinic, qint64 from, qint64 to) = 0;
};

} // namespace Frontdesk::Storage
