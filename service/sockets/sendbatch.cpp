#include "service/sockets/sendbatch.h"

#include "service/sockets/websocket.h"

#include <algorithm>
#include <vector>

namespace Frontdesk::Sockets {

namespace {

thread_local int batchesRunning = 0;
thread_local std::vector<WebSocket *> waiting;

} // namespace

SendBatch::SendBatch()
{
    ++batchesRunning;
}

SendBatch::~SendBatch()
{
    if (--batchesRunning > 0) {
        return;
    }
    while (!waiting.empty()) {
        WebSocket *socket = waiting.back();
        waiting.pop_back();
        socket->flush();
    }
}

bool SendBatch::join(WebSocket &socket)
{
    if (batchesRunning == 0) {
        return false;
    }
    if (std::find(waiting.begin(), waiting.end(), &socket) == waiting.end()) {
        waiting.push_back(&socket);
    }
    return true;
}

void SendBatch::leave(const WebSocket &socket)
{
    std::erase(waiting, &socket);
}

} // namespace Frontdesk::Sockets
