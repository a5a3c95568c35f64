#pragma once

#include <QtGlobal>

namespace Frontdesk::Sockets {

class WebSocket;

/// While the messages of a socket are read, what is sent in answer to them waits for the last: two frames that arrived
/// together leave together, in one system call. Of one thread; batches may nest.
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
