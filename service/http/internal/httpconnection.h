#pragma once

#include "service/http/httpserver.h"
#include "service/http/internal/connectionledger.h"
#include "service/http/internal/mailbox.h"
#include "service/http/internal/requestparser.h"

#include <QTcpSocket>
#include <QTimer>

namespace Frontdesk::Http {

/// What all connections of a worker share.
struct ConnectionContext {
    std::shared_ptr<const Router> router;
    HttpLimits limits;
    std::shared_ptr<Mailbox> mailbox;
};

/// One client: its requests, one after the other, until it leaves or becomes a WebSocket.
///
/// Bytes stay in the socket's own buffer (peek) until they are understood; so an upgrade can hand them on untouched,
/// and a client that sends faster than it is answered is held back by TCP.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    /// Takes the socket, connected and (with TLS) about to be encrypted.
    HttpConnection(std::unique_ptr<QTcpSocket> socket, std::shared_ptr<ConnectionSlot> slot,
                   std::shared_ptr<const ConnectionContext> context, QObject *parent);
    ~HttpConnection() override;

    void start();

    /// Answers without waiting for a request, and closes.
    void refuse(int status, const QString &detail);

    /// Closes now if no request is under way, else after its answer.
    void closeWhenIdle();

Q_SIGNALS:
    /// The upgrade is done: socket and place have a new owner.
    void upgraded(Frontdesk::Sockets::WebSocket *socket, std::shared_ptr<Frontdesk::Http::ConnectionSlot> slot);

    /// Nothing more will happen here.
    void finished();

private:
    enum class Phase {
        Handshake, ///< Of TLS.
        Head,      ///< Waiting for a request, or in the middle of its head.
        Body,
        Answering, ///< The handler has it.
        Sending,
        Draining, ///< The last answer is out; what still comes is thrown away until the client closes.
        Finished
    };

    void enter(Phase phase, Milliseconds limit);
    void onReadyRead();
    void readHead();
    void onHeadDone();
    void readBody();
    void onBytesWritten();
    void onDeadline();
    void dispatch(const Router::Match &match);
    void answer(quint64 number, const HttpResponse &response);
    void write(const HttpResponse &response, bool keepAlive);
    void nextRequest();
    void upgrade(const WebSocketRoute &route);
    void becomeWebSocket(const WebSocketRoute &route, HttpRequest request);
    void finish();
    [[nodiscard]] bool isFlushed() const;
    [[nodiscard]] bool isOverTls() const;
    [[nodiscard]] HttpResponder responder();

    std::unique_ptr<QTcpSocket> m_socket;
    std::shared_ptr<ConnectionSlot> m_slot;
    std::shared_ptr<const ConnectionContext> m_context;
    std::unique_ptr<RequestParser> m_parser;
    Router::Match m_match;
    QTimer m_deadline;
    Phase m_phase = Phase::Head;
    quint64 m_requestNumber = 0;
    bool m_headBegun = false;
    bool m_keepAlive = true;
    bool m_headOnly = false;
    bool m_isRequestComplete = false;
    bool m_closing = false;
};

} // namespace Frontdesk::Http
