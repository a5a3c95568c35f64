#pragma once

#include "service/storage/databasesettings.h"
#include "shared/core/result.h"
#include "shared/model/vendoragreement.h"

#include <QStringList>

namespace Frontdesk::Storage {

/// How a database is, seen from outside.
struct DatabaseState {
    bool isPostgres = false;
    bool isNew = false;  ///< Nothing is there yet; the first start makes it.
    int layoutStep = 0;  ///< The last step it has.
    int programStep = 0; ///< The last step this program knows.
    int clinics = 0;
    int lockedClinics = 0;         ///< Whose keys were wrapped by a master key that is not at hand.
    QStringList numbers{};         ///< The clinics' own, as patients call them.
    VendorAgreements agreements{}; ///< The platform's.
};

/// Looks at the database and changes nothing, not even its layout. The error says why it cannot be reached.
[[nodiscard]] Result<DatabaseState> inspectDatabase(const DatabaseSettings &settings);

} // namespace Frontdesk::Storage
