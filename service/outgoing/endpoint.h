#pragma once

#include "shared/core/result.h"

#include <QUrl>

namespace Frontdesk::Outgoing {

/// Whether anything of ours may travel to this address: only encrypted, or to this very machine.
[[nodiscard]] Result<void> checkEndpoint(const QUrl &url);

/// 443 for https and wss, 80 for http and ws, where the address names no port.
[[nodiscard]] quint16 portOf(const QUrl &url);

/// Nothing leaves the machine.
[[nodiscard]] bool isThisMachine(const QUrl &url);

[[nodiscard]] bool isEncrypted(const QUrl &url);

/// `path` behind the base's own path, whether or not that ends in a slash.
[[nodiscard]] QUrl under(const QUrl &base, const QString &path);

} // namespace Frontdesk::Outgoing
