#pragma once

#include <QByteArray>

namespace Frontdesk::Sockets {

/// What the server must answer to a client's `Sec-WebSocket-Key` (RFC 6455, 4.2.2).
[[nodiscard]] QByteArray acceptKeyOf(const QByteArray &key);

/// The whole answer of a server that agrees.
[[nodiscard]] QByteArray switchingProtocols(const QByteArray &key);

} // namespace Frontdesk::Sockets
