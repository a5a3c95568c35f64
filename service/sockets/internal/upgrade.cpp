#include "service/sockets/internal/upgrade.h"

#include <QCryptographicHash>

namespace Frontdesk::Sockets {

QByteArray acceptKeyOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

QByteArray switchingProtocols(const QByteArray &key)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
           acceptKeyOf(key) + "\r\n\r\n";
}

} // namespace Frontdesk::Sockets
