#pragma once

#include "service/http/router.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QObject>
#include <QSslConfiguration>

namespace Frontdesk::Http {

/// What one client may take from us before it is believed. All times are wall-clock limits that no trickle of bytes
/// extends.
struct HttpLimits {
    int headBytes = 16 << 10; ///< Request line and headers together; above: 431.
    Milliseconds headTime{
        10'000}; ///< From the connect, or the first byte of a later request, to the end of the head: 408.
    Milliseconds bodyTime{30'000};   ///< For the whole body: 408.
    Milliseconds answerTime{60'000}; ///< For the handler: 503.
    Milliseconds sendTime{30'000};   ///< For the client to take the answer.
    Milliseconds idleTime{60'000};   ///< Between two requests of one connection.
    Milliseconds drainTime{1'000};   ///< After an error answer, so that it arrives before the close.
    int connections = 4096;          ///< In all; above: 503.
    int connectionsPerAddress = 512; ///< Behind a proxy every client has the proxy's address: 0 takes this limit away.
    int requestsPerConnection = 10'000; ///< Then the connection is closed.
};

struct HttpServerSettings {
    QHostAddress address{QHostAddress::Any};
    quint16 port = 8080;                  ///< 0: any free one.
    int threads = 0;                      ///< Worker threads; 0: one per core.
    std::optional<QSslConfiguration> tls; ///< Without: plain, for use behind a proxy that does TLS.
    HttpLimits limits;
};

/// Totals since the start, for metrics.
struct HttpServerFigures {
    int openConnections = 0; ///< WebSockets included.
    int openWebSockets = 0;
    quint64 requests = 0;   ///< Complete ones that were handed to a route.
    quint64 rejections = 0; ///< Answered by the server itself: malformed, too large, too slow, unknown, too many.
};

/// HTTP/1.1 and WebSocket on one port.
///
/// The thread that makes the server accepts; everything of a connection (socket, TLS, parsing, handlers, WebSocket)
/// lives on one of the worker threads, chosen by the fewest open connections when it arrives. A socket never moves
/// between threads: Qt cannot do that with an accepted one, so descriptors are passed on.
class HttpServer final : public QObject {
    Q_OBJECT

public:
    HttpServer(Router router, HttpServerSettings settings, QObject *parent = nullptr);

    /// Closes whatever is still open and waits for the worker threads.
    ~HttpServer() override;

    [[nodiscard]] Result<void> listen();

    /// The port in use; 0 when not listening.
    [[nodiscard]] quint16 port() const;

    /// Stops accepting, closes idle connections, lets running requests and WebSockets finish, closes what is left
    /// after `grace` (WebSockets with 1001), then `drained`.
    void shutdown(Milliseconds grace);

    [[nodiscard]] HttpServerFigures figures() const;

Q_SIGNALS:
    void drained();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Frontdesk::Http
