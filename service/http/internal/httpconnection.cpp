#include "service/http/internal/httpconnection.h"

#include "service/http/internal/responsewriter.h"
#include "service/sockets/websocket.h"
#include "shared/core/log.h"

#include <QPointer>
#include <QSslSocket>

namespace Frontdesk::Http {

namespace {

constexpr qint64 ReadBufferBytes = 64 << 10;

/// Longer than any chunk header or trailer of an honest client.
constexpr qsizetype UnreadableBytes = 32 << 10;

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, std::shared_ptr<ConnectionSlot> slot,
                               std::shared_ptr<const ConnectionContext> context, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_slot(std::move(slot))
    , m_context(std::move(context))
    , m_parser(std::make_unique<RequestParser>(m_context->limits.headBytes))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpConnection::finish);
    m_socket->setReadBufferSize(ReadBufferBytes);
}

HttpConnection::~HttpConnection()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

void HttpConnection::start()
{
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(tls, &QSslSocket::encrypted, this, [this] {
            if (m_phase == Phase::Handshake) {
                enter(Phase::Head, m_context->limits.headTime);
                onReadyRead();
            }
        });
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::onBytesWritten);
        enter(Phase::Handshake, m_context->limits.headTime);
        tls->startServerEncryption();
        return;
    }
    enter(Phase::Head, m_context->limits.headTime);
    onReadyRead();
}

void HttpConnection::enter(Phase phase, Milliseconds limit)
{
    m_phase = phase;
    m_deadline.start(limit);
}

bool HttpConnection::isOverTls() const
{
    return qobject_cast<const QSslSocket *>(m_socket.get()) != nullptr;
}

void HttpConnection::onReadyRead()
{
    switch (m_phase) {
    case Phase::Head:
        readHead();
        break;
    case Phase::Body:
        readBody();
        break;
    case Phase::Draining:
        m_socket->skip(m_socket->bytesAvailable());
        break;
    default:
        break; // Stays in the socket until its turn; the buffer's limit holds the client back.
    }
}

void HttpConnection::readHead()
{
    QByteArray bytes = m_socket->peek(m_context->limits.headBytes + 1);
    while (bytes.startsWith("\r\n")) { // RFC 9112, 2.2: an empty line before a request is forgiven.
        m_socket->skip(2);
        bytes.remove(0, 2);
    }
    if (bytes.isEmpty() || bytes == "\r") {
        return;
    }
    if (!m_headBegun) {
        m_headBegun = true;
        if (m_requestNumber > 0) {
            enter(Phase::Head, m_context->limits.headTime);
        }
    }
    switch (m_parser->parseHead(bytes)) {
    case RequestParser::Progress::NeedMore:
        break;
    case RequestParser::Progress::Failed:
        refuse(m_parser->errorStatus(), m_parser->errorDetail());
        break;
    case RequestParser::Progress::HeadDone:
    case RequestParser::Progress::Complete:
        onHeadDone();
        break;
    }
}

void HttpConnection::onHeadDone()
{
    const HttpRequest &request = m_parser->request();
    m_headOnly = request.method == Method::Head;
    m_keepAlive = m_parser->keepAlive() && m_requestNumber + 1 < quint64(m_context->limits.requestsPerConnection);
    m_match = m_context->router->match(request.method, m_parser->segments());
    if (m_parser->asksForWebSocket() && m_match.webSocket) {
        upgrade(*m_match.webSocket);
        return;
    }
    m_socket->skip(m_parser->headSize());
    const qint64 limit = m_match.handler ? m_match.options.bodyLimitBytes : RouteOptions().bodyLimitBytes;
    if (m_parser->limitBody(limit) == RequestParser::Progress::Failed) {
        refuse(m_parser->errorStatus(), m_parser->errorDetail());
        return;
    }
    if (m_parser->expectsContinue() && m_socket->bytesAvailable() == 0) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    enter(Phase::Body, m_context->limits.bodyTime);
    readBody();
}

void HttpConnection::readBody()
{
    auto progress = m_parser->isComplete() ? RequestParser::Progress::Complete : RequestParser::Progress::NeedMore;
    while (progress == RequestParser::Progress::NeedMore && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->peek(ReadBufferBytes);
        qsizetype used = 0;
        progress = m_parser->parseBody(bytes, used);
        m_socket->skip(used);
        if (progress == RequestParser::Progress::NeedMore && used == 0) {
            if (bytes.size() >= UnreadableBytes) {
                refuse(400, QStringLiteral("This is not a well-formed HTTP request."));
            }
            return;
        }
    }
    if (progress == RequestParser::Progress::Failed) {
        refuse(m_parser->errorStatus(), m_parser->errorDetail());
    } else if (progress == RequestParser::Progress::Complete) {
        dispatch(m_match);
    }
}

HttpResponder HttpConnection::responder()
{
    return HttpResponder([mailbox = m_context->mailbox, self = QPointer<HttpConnection>(this),
                          number = m_requestNumber](HttpResponse &&response) {
        mailbox->post([self, number, response = std::move(response)] {
            if (self) {
                self->answer(number, response);
            }
        });
    });
}

void HttpConnection::dispatch(const Router::Match &match)
{
    ++m_requestNumber;
    m_isRequestComplete = true;
    enter(Phase::Answering, m_context->limits.answerTime);
    HttpRequest request = m_parser->takeRequest();
    if (!match.handler) {
        ++m_slot->ledger().rejections;
        if (match.webSocket) {
            auto response = HttpResponse::problem(426, QStringLiteral("This address speaks WebSocket only."));
            write(response.setHeader("Upgrade", "websocket"), m_keepAlive);
        } else if (match.allowed.empty()) {
            write(HttpResponse::problem(404, QStringLiteral("There is nothing at this address.")), m_keepAlive);
        } else {
            QByteArrayList names;
            for (const Method method : match.allowed) {
                names.append(methodName(method));
            }
            auto response = HttpResponse::problem(405, QStringLiteral("This address does not take that method."));
            write(response.setHeader("Allow", names.join(", ")), m_keepAlive);
        }
        return;
    }
    ++m_slot->ledger().requests;
    request.parameters = match.parameters;
    request.peer = m_socket->peerAddress();
    request.overTls = isOverTls();
    const HttpResponder answerLater = responder();
    try {
        (*match.handler)(request, answerLater);
    } catch (...) {
        // What it says may hold what the client sent: only the place is named.
        qCCritical(Log::http) << "the handler of" << methodName(request.method) << match.pattern << "threw";
        answerLater.send(HttpResponse::problem(500, QStringLiteral("The service made a mistake.")));
    }
}

void HttpConnection::answer(quint64 number, const HttpResponse &response)
{
    if (m_phase == Phase::Answering && number == m_requestNumber) {
        write(response, m_keepAlive && !m_closing);
    }
}

void HttpConnection::write(const HttpResponse &response, bool keepAlive)
{
    m_keepAlive = keepAlive;
    enter(Phase::Sending, m_context->limits.sendTime);
    m_socket->write(writeResponse(response, {keepAlive, isOverTls(), m_headOnly}));
    onBytesWritten();
}

void HttpConnection::refuse(int status, const QString &detail)
{
    if (m_phase == Phase::Finished) {
        return;
    }
    ++m_slot->ledger().rejections;
    write(HttpResponse::problem(status, detail), false);
}

bool HttpConnection::isFlushed() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() == 0 && (!tls || tls->encryptedBytesToWrite() == 0);
}

void HttpConnection::onBytesWritten()
{
    if (m_phase != Phase::Sending || !isFlushed()) {
        return;
    }
    if (m_keepAlive) {
        nextRequest();
        return;
    }
    // Closing with bytes still to come would send RST, which can eat the answer on its way.
    enter(Phase::Draining, m_context->limits.drainTime);
    if (m_isRequestComplete && m_socket->bytesAvailable() == 0) {
        m_socket->disconnectFromHost();
    } else {
        m_socket->skip(m_socket->bytesAvailable());
    }
}

void HttpConnection::nextRequest()
{
    if (m_closing) {
        finish();
        return;
    }
    m_parser = std::make_unique<RequestParser>(m_context->limits.headBytes);
    m_headBegun = false;
    m_headOnly = false;
    m_isRequestComplete = false;
    enter(Phase::Head, m_context->limits.idleTime);
    readHead();
}

void HttpConnection::onDeadline()
{
    switch (m_phase) {
    case Phase::Head:
        if (!m_headBegun) {
            finish();
            return;
        }
        [[fallthrough]];
    case Phase::Body:
        refuse(408, QStringLiteral("The request took too long to arrive."));
        return;
    case Phase::Answering:
        qCWarning(Log::http) << "no answer in time from" << m_match.pattern;
        refuse(503, QStringLiteral("The service is too slow right now."));
        return;
    default:
        finish();
    }
}

void HttpConnection::closeWhenIdle()
{
    m_closing = true;
    const bool isIdle = m_phase == Phase::Handshake || (m_phase == Phase::Head && !m_headBegun);
    if (isIdle) {
        finish();
    }
}

void HttpConnection::upgrade(const WebSocketRoute &route)
{
    const UpgradeFault fault = checkUpgrade(m_parser->request());
    if (fault.status != 0) {
        refuse(fault.status, fault.detail);
        return;
    }
    ++m_requestNumber;
    HttpRequest request = m_parser->takeRequest();
    request.parameters = m_match.parameters;
    request.peer = m_socket->peerAddress();
    request.overTls = isOverTls();
    try {
        if (const auto refusal = route.guard ? route.guard(request) : std::nullopt) {
            ++m_slot->ledger().rejections;
            write(*refusal, false);
            return;
        }
    } catch (...) {
        qCCritical(Log::http) << "the guard of" << m_match.pattern << "threw";
        refuse(500, QStringLiteral("The service made a mistake."));
        return;
    }
    becomeWebSocket(route, std::move(request));
    finish();
}

void HttpConnection::becomeWebSocket(const WebSocketRoute &route, HttpRequest request)
{
    m_socket->disconnect(this);
    m_socket->skip(m_parser->headSize());
    auto socket = Sockets::WebSocket::answering(std::move(m_socket), request.header("Sec-WebSocket-Key"));
    socket->setLargestMessage(route.maxMessageBytes);
    ++m_slot->ledger().requests;
    m_slot->becomeWebSocket();
    Q_EMIT upgraded(socket.get(), std::move(m_slot));
    try {
        route.accept(std::move(socket), std::move(request));
    } catch (...) {
        qCCritical(Log::http) << "taking a WebSocket of" << m_match.pattern << "threw";
    }
}

void HttpConnection::finish()
{
    if (m_phase == Phase::Finished) {
        return;
    }
    m_phase = Phase::Finished;
    m_deadline.stop();
    m_slot.reset();
    Q_EMIT finished();
}

} // namespace Frontdesk::Http
