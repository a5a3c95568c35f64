#pragma once

#include "service/settings/settings.h"

namespace Frontdesk {

/// Adds what is wrong with the choice of vendors, their addresses and keys.
void checkVendors(const Settings &settings, QStringList &found);

/// This machine's own address or name.
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace Frontdesk
