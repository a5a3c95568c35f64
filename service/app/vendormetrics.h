#pragma once

#include "service/faultpolicy/vendor.h"
#include "shared/model/callusage.h"

#include <QByteArray>

namespace Frontdesk::App {

/// How the vendors fare, in Prometheus' text format.
[[nodiscard]] QByteArray vendorMetrics(const std::vector<FaultPolicy::VendorCounts> &vendors, const CallUsage &usage);

} // namespace Frontdesk::App
