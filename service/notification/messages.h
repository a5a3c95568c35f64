#pragma once

#include "service/storage/notificationstore.h"
#include "shared/model/clinicprofile.h"
#include "shared/model/notificationrule.h"

namespace Frontdesk::Notification {

/// Something staff may want to know. Names nobody.
struct Happening {
    NotificationRule::Kind kind = NotificationRule::Kind::Task;
    TaskPriority priority = TaskPriority::Normal;
    QString key;        ///< What it is, so that nobody is told of it twice.
    QString taskNumber; ///< `TASK-2026-0001`; empty: there is none.
    QString sentence;   ///< What has happened, in one sentence without patient data.
};

/// Whether the rule wants this told now, by the clinic's own clock.
[[nodiscard]] bool wants(const NotificationRule &rule, const Happening &happening, const ClinicProfile &clinic,
                         const QDateTime &now);

/// The message about it, with a link to the service at `base`. No patient data.
[[nodiscard]] Storage::Notification messageFor(const NotificationRule &rule, const Happening &happening,
                                               const ClinicProfile &clinic, const QString &base, const QDateTime &now);

/// Said once instead of many: there is more than anyone wants messages about.
[[nodiscard]] Storage::Notification floodMessage(const NotificationRule &rule, const ClinicProfile &clinic,
                                                 const QString &base, const QDateTime &now);

/// Messages to one recipient within FloodSpan; emergencies are always told.
inline constexpr qint64 MostMessages = 10;
inline constexpr std::chrono::minutes FloodSpan{10};

} // namespace Frontdesk::Notification
