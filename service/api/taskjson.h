#pragma once

#include "service/storage/taskdesk.h"
#include "shared/model/clinicprofile.h"

#include <QJsonObject>

#include <functional>

namespace Frontdesk::Api {

/// `{id, name}` of a person, or null.
using PersonJson = std::function<QJsonValue(const UserId &)>;

/// When somebody should have dealt with it: an emergency at once, an urgent task in half an hour, another within the two
/// hours callers are promised; counted from the next opening where the clinic was closed.
[[nodiscard]] QDateTime dueAt(const Task &task, const ClinicProfile &clinic);

/// A task as lists and the live socket show it; docs/api.md has the fields.
[[nodiscard]] QJsonObject taskSummary(const Storage::DeskTask &task, const ClinicProfile &clinic,
                                      const PersonJson &person);

} // namespace Frontdesk::Api
