#pragma once

#include <QSslConfiguration>

namespace Frontdesk::Tests {

/// A fresh key with a certificate that nobody signed, for a server on localhost.
[[nodiscard]] QSslConfiguration selfSignedConfiguration();

} // namespace Frontdesk::Tests
