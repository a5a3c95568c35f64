#pragma once

#include "service/api/internal/namebook.h"
#include "service/api/taskrules.h"

namespace Frontdesk::Api {

/// A task as the desk reads it: the summary, and what the call left and people added. The reading is written down.
[[nodiscard]] Http::HttpResponse fullTask(ApiCall &call, const Storage::DeskTask &task, const QJsonObject &more = {});

[[nodiscard]] Http::HttpResponse summaries(ApiCall &call, const Storage::TaskPage &page);

/// The clinic that is asked for.
[[nodiscard]] Result<ClinicProfile> clinicOf(ApiCall &call);

/// 409 in the words of the rules; for `owned` with the `owner`.
[[nodiscard]] Http::HttpResponse refusedTask(ApiCall &call, const Storage::DeskTask &task, const TaskRefusal &refusal);

/// 412 with the task as it is now.
[[nodiscard]] Http::HttpResponse staleTask(ApiCall &call, const TaskId &id);

} // namespace Frontdesk::Api
