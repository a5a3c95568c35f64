#pragma once

#include "shared/core/result.h"

#include <QHostAddress>
#include <QUrl>

#include <vector>

namespace Frontdesk::Webhooks {

/// Where webhooks may lead: to the public internet, and to those networks of our own that the operator names. A clinic's
/// administrator must not be able to make this service knock at doors behind the firewall.
class NetworkRule {
public:
    NetworkRule() = default; ///< The public internet alone.

    /// Further networks as `127.0.0.0/8, 10.2.0.0/16, fd00::/8`. InvalidInput: one of them is none.
    [[nodiscard]] static Result<NetworkRule> withNetworks(const QString &networks);

    [[nodiscard]] bool allows(const QHostAddress &address) const;

    /// Whether this may be a webhook's address: https, or http to this very machine; no user and no fragment; a host that
    /// is an address must be allowed. What a name leads to is known only when it is called, and is checked then.
    [[nodiscard]] Result<void> check(const QUrl &url) const;

    static constexpr qsizetype LongestUrl = 2000;

private:
    std::vector<QPair<QHostAddress, int>> m_networks;
};

/// True for addresses that belong to somebody on the public internet: not private, local, reserved or multicast, also
/// not when wrapped in IPv6 (RFC 6890 and its registries).
[[nodiscard]] bool isPublic(const QHostAddress &address);

} // namespace Frontdesk::Webhooks
