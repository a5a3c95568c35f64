#pragma once

#include <QtGlobal>

namespace Frontdesk::Sockets {

class WebSocket;

/// While one stands, what this thread sends on WebSockets waits for its end: what belongs together leaves together, in one
/// system call. Reading a socket's messages is such a batch. Batches may nest; the outermost counts.
class SendBatch {
public:
    SendBatch();
    /// Sends what waits.
    ~SendBatch();
    SendBatch(const SendBatch &) = delete;
    SendBatch &operator=(const SendBatch &) = delete;

    /// Whether a batch runs; then the socket's `flush` is called at its end, unless it leaves.
    [[nodiscard]] static bool join(WebSocket &socket);
    static void leave(const WebSocket &socket);
};

} // namespace Frontdesk::Sockets
