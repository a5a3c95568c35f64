#pragma once

#include "service/api/operation.h"

#include <variant>

namespace Frontdesk::Api {

/// Keeps a clinic's named setting while it has this version, and writes `deed` down. What was kept, or the answer that
/// says why not: 412 with what it is by now.
[[nodiscard]] std::variant<Storage::ClinicSetting, Http::HttpResponse> keepSetting(ApiCall &call, const QString &name,
                                                                                   const QJsonObject &value,
                                                                                   qint64 version, const char *deed,
                                                                                   const QString &detail);

} // namespace Frontdesk::Api
