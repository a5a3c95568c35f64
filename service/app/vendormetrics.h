#pragma once

#include "service/faultpolicy/vendor.h"

#include <QByteArray>

namespace Frontdesk::App {

/// How the vendors fare, in Prometheus' text format.
[[nodiscard]] QByteArray vendorMetrics(const std::vector<FaultPolicy::VendorCounts> &vendors);

} // namespace Frontdesk::App
