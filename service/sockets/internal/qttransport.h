#pragma once

#include "service/sockets/internal/transport.h"

#include <QTcpSocket>

namespace Frontdesk::Sockets {

/// A socket of Qt's: those that TLS encrypts.
class QtTransport final : public Transport {
public:
    QtTransport(std::unique_ptr<QTcpSocket> socket, TransportListener &listener);
    ~QtTransport() override;

    [[nodiscard]] qint64 read(char *to, qint64 most) override;
    [[nodiscard]] qint64 write(const char *from, qint64 size) override;
    [[nodiscard]] qint64 backlogBytes() const override;
    void letWait() override {} ///< Qt watches it.
    void close() override;

private:
    std::unique_ptr<QTcpSocket> m_socket; ///< Null once closed.
    QObject m_context;                    ///< Of the connections to its signals.
};

} // namespace Frontdesk::Sockets
