#pragma once

#include "shared/core/result.h"

#include <QString>

#include <string>

namespace Frontdesk::Storage {

/// True for `postgresql://...` and `postgres://...`.
[[nodiscard]] bool isPostgresAddress(const QString &url);

/// Turns an address into libpq's connection string, with our time limits.
///
/// A server on another machine is spoken to over TLS with its certificate and name checked: `sslmode` becomes
/// `verify-full`, and the certificates come from `sslrootcert` in the address or from the system. Unix sockets and the
/// loopback stay as the address says.
///
/// InvalidInput: not an address. Refused: it asks for less than that. Messages never hold the address, which may hold a
/// password.
[[nodiscard]] Result<std::string> postgresConnectionString(const QString &url);

} // namespace Frontdesk::Storage
