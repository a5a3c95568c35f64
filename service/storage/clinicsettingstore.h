#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <map>

namespace Frontdesk::Storage {

/// A named document of a clinic's settings.
struct ClinicSetting {
    qint64 version = 0; ///< 0: never set.
    QJsonObject value;  ///< No patient data.
};

/// Raised, with the setting's name, when one was changed.
inline constexpr char SettingTopic[] = "settings";

/// What a clinic has set beside its profile: retention, vendors, notifications; and what the platform has.
class ClinicSettingStore {
public:
    virtual ~ClinicSettingStore() = default;

    /// An empty one at version 0 when it was never set.
    virtual Result<ClinicSetting> find(const ClinicId &clinic, const QString &name) = 0;
    /// Keeps `value` while the setting has `version`. Returns it as it is kept. Conflict: it has another version by now.
    virtual Result<ClinicSetting> replace(const ClinicId &clinic, const QString &name, const QJsonObject &value,
                                          qint64 version, const QDateTime &now) = 0;

    /// What holds for all clinics; an empty one at version 0 when it was never set.
    virtual Result<ClinicSetting> findOfPlatform(const QString &name) = 0;
    /// As `replace`. Needs the platform's scope.
    virtual Result<ClinicSetting> replaceOfPlatform(const QString &name, const QJsonObject &value, qint64 version,
                                                    const QDateTime &now) = 0;
    /// The clinics that have set it. Needs the platform's scope.
    virtual Result<std::map<ClinicId, QJsonObject>> ofAllClinics(const QString &name) = 0;
};

} // namespace Frontdesk::Storage
