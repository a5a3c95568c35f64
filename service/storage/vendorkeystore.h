#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>

#include <map>
#include <vector>

namespace Frontdesk::Storage {

/// The key of a clinic's own account with a vendor.
struct VendorKey {
    ClinicId clinic;
    QString vendor;
    QByteArray key; ///< Secret: never in an answer, a log or an error.

    friend bool operator==(const VendorKey &, const VendorKey &) = default;
};

/// Clinics' own keys, sealed. They go in and come out for the service's own use alone; people learn when one was set.
class VendorKeyStore {
public:
    virtual ~VendorKeyStore() = default;

    /// In place of the one before; raises SettingTopic, as `remove` does.
    virtual Result<void> put(const VendorKey &key, const QDateTime &now) = 0;
    /// Whether there was one.
    virtual Result<bool> remove(const ClinicId &clinic, const QString &vendor) = 0;
    /// When each vendor's was set.
    virtual Result<std::map<QString, QDateTime>> setTimes(const ClinicId &clinic) = 0;
    /// Of all clinics. One that cannot be opened is left out. Needs the platform's scope.
    virtual Result<std::vector<VendorKey>> all() = 0;
};

} // namespace Frontdesk::Storage
