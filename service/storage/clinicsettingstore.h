#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>
#include <QJsonObject>

namespace Frontdesk::Storage {

/// A named document of a clinic's settings.
struct ClinicSetting {
    qint64 version = 0; ///< 0: never set.
    QJsonObject value;  ///< No patient data.
};

/// What a clinic has set beside its profile: retention, vendors, notifications.
class ClinicSettingStore {
public:
    virtual ~ClinicSettingStore() = default;

    /// An empty one at version 0 when it was never set.
    virtual Result<ClinicSetting> find(const ClinicId &clinic, const QString &name) = 0;
    /// Keeps `value` while the setting has `version`. Returns it as it is kept. Conflict: it has another version by now.
    virtual Result<ClinicSetting> replace(const ClinicId &clinic, const QString &name, const QJsonObject &value,
                                          qint64 version, const QDateTime &now) = 0;
};

} // namespace Frontdesk::Storage
