#pragma once

#include "service/reception/callline.h"

#include <QMutex>
#include <QPointer>

#include <atomic>
#include <vector>

namespace Frontdesk::Reception {

/// The media streams that are connected to this process, each with its call. Safe from any thread.
class OpenLines : public QObject {
    Q_OBJECT

public:
    explicit OpenLines(LineContext context);

    /// Opens a line on the calling thread, which owns the socket. The line goes with its stream or with its thread.
    void adopt(std::unique_ptr<Sockets::WebSocket> socket);

    /// Tells every running call to connect its caller to the clinic.
    void handOverAll();
    /// Tells the line of this call, wherever it is among them, that somebody at the clinic takes over.
    void takeOver(const CallId &call);

Q_SIGNALS:
    /// The last running call is over; also the answer to `handOverAll` when none was running. Emitted on that call's
    /// thread.
    void lastLineOver();

private:
    LineContext m_context;
    QMutex m_mutex;
    std::vector<QPointer<CallLine>> m_lines;
    std::atomic<int> m_open = 0;
};

} // namespace Frontdesk::Reception
