#pragma once

#include "service/sockets/internal/socketwatch.h"
#include "service/sockets/internal/transport.h"

namespace Frontdesk::Sockets {

/// A socket of the system, without Qt.
class PlainTransport final : public Transport, private SocketWatch::Listener {
public:
    /// Owns the descriptor, which must not block.
    PlainTransport(int descriptor, TransportListener &listener);
    ~PlainTransport() override;

    [[nodiscard]] qint64 read(char *to, qint64 most) override;
    [[nodiscard]] qint64 write(const char *from, qint64 size) override;
    [[nodiscard]] qint64 backlogBytes() const override { return 0; }
    void letWait() override;
    void close() override;

private:
    void onReady(bool readable, bool writable) override;

    TransportListener &m_listener;
    std::shared_ptr<SocketWatch> m_watch;
    int m_descriptor;
    bool m_isDrained = false; ///< The last read took all there was: asking again would be a system call for nothing.
    bool m_wantsRoom = false;
};

} // namespace Frontdesk::Sockets
