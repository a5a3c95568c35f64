#pragma once

#include "shared/model/clinicprofile.h"
#include "shared/model/user.h"

#include <QJsonObject>

namespace Frontdesk::Api {

/// `id`, `email`, `name`, `role`, `status`, `language`, `has_totp`, `last_seen_at`, `clinic_id` (null for operators).
[[nodiscard]] QJsonObject userJson(const User &user);

/// `id`, `name`, `time_zone`: what everybody who is signed in may know.
[[nodiscard]] QJsonObject clinicCard(const ClinicProfile &clinic);

} // namespace Frontdesk::Api
