#pragma once

#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

/// The role that the service works as. It owns nothing, so that row-level security holds for it.
inline constexpr char ServiceRole[] = "frontdesk_service";
/// The setting that tells PostgreSQL whose rows may be seen; not set: nobody's.
inline constexpr char ScopeSetting[] = "frontdesk.clinic_id";
/// Its value for Scope::platform(). No clinic can have it as its id.
inline constexpr char PlatformScope[] = "*";

/// Makes the service's role where it is missing, gives it what it needs, and puts every table that has a `clinic_id`
/// behind a row-level security policy. Tables that later layout steps bring are found by themselves. Needs the owner's
/// rights; to be run after the layout steps, again and again without harm.
[[nodiscard]] Result<void> raiseWalls(SqlConnection &owner);

} // namespace Frontdesk::Storage
