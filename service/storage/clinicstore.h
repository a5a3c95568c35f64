#pragma once

#include "shared/core/result.h"
#include "shared/model/clinicprofile.h"

#include <vector>

namespace Frontdesk::Storage {

/// The clinics we answer for. Like every store: synchronous, used only inside the work given to Database::run.
class ClinicStore {
public:
    virtual ~ClinicStore() = default;

    /// Keeps a new clinic; an empty id is filled in. InvalidInput: the profile has problems (the first one is named).
    /// Conflict: the id, or the number patients call, is taken.
    virtual Result<ClinicProfile> create(ClinicProfile profile, const QDateTime &now) = 0;

    /// Replaces the whole profile and appends `clinic.changed` to its events. When the escalation thresholds changed, their version counts up by one, whatever
    /// version was given. NotFound, InvalidInput and Conflict as above.
    virtual Result<ClinicProfile> update(ClinicProfile profile, const QDateTime &now) = 0;

    /// Counts up with each update. NotFound.
    virtual Result<qint64> version(const ClinicId &id) = 0;
    /// The same as update, but only while the clinic has this version. Conflict also: it has another by now.
    virtual Result<ClinicProfile> replace(const ClinicProfile &profile, qint64 version, const QDateTime &now) = 0;

    /// NotFound when there is none.
    virtual Result<ClinicProfile> find(const ClinicId &id) = 0;
    /// The clinic that patients reach under this number (E.164). NotFound when there is none.
    virtual Result<ClinicProfile> findByNumber(const QString &number) = 0;
    /// All clinics by name.
    virtual Result<std::vector<ClinicProfile>> list() = 0;
};

} // namespace Frontdesk::Storage
