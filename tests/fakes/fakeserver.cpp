#include "tests/fakes/fakeserver.h"

#include "service/sockets/websocket.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <sys/socket.h>

namespace Frontdesk::Fakes {

void FakeAnswer::send(int status, const QByteArray &contentType, const QByteArray &body,
                      const QList<QByteArray> &headers) const
{
    if (!m_socket) {
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nContent-Type: " + contentType +
                      "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &header : headers) {
        head += header + "\r\n";
    }
    m_socket->write(head + "\r\n" + body);
}

void FakeAnswer::beginChunked(const QByteArray &contentType, const QList<QByteArray> &headers) const
{
    if (m_socket) {
        m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nTransfer-Encoding: chunked\r\n");
        for (const QByteArray &header : headers) {
            m_socket->write(header + "\r\n");
        }
        m_socket->write("\r\n");
    }
}

void FakeAnswer::chunk(const QByteArray &bytes) const
{
    if (m_socket && !bytes.isEmpty()) {
        m_socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }
}

void FakeAnswer::endChunked() const
{
    if (m_socket) {
        m_socket->write("0\r\n\r\n");
    }
}

void FakeAnswer::hangUp() const
{
    if (m_socket) {
        m_socket->disconnectFromHost();
    }
}

void FakeAnswer::reset() const
{
    if (m_socket) {
        // A close with no time to linger is a reset.
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_socket->abort();
    }
}

class FakeServer::Listener : public QTcpServer {
public:
    explicit Listener(FakeServer &owner)
        : m_owner(owner)
    {}

protected:
    void incomingConnection(qintptr descriptor) override { m_owner.onConnection(descriptor); }

private:
    FakeServer &m_owner;
};

FakeServer::FakeServer(QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(*this))
{}

FakeServer::~FakeServer() = default;

bool FakeServer::listen(quint16 port)
{
    const bool listening = m_listener->listen(QHostAddress::LocalHost, port);
    m_port = listening ? m_listener->serverPort() : 0;
    return listening;
}

void FakeServer::useTls(const QSslConfiguration &tls)
{
    m_tls = std::make_unique<QSslConfiguration>(tls);
}

QUrl FakeServer::url(const QString &scheme) const
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void FakeServer::setFault(Fault fault)
{
    m_fault = fault;
    if (fault.kind == FaultKind::Refuse) {
        m_listener->close();
    }
    if (fault.kind == FaultKind::Refuse || fault.kind == FaultKind::Reset) {
        for (QTcpSocket *socket : m_received.keys()) {
            FakeAnswer(socket).reset();
            noteFaultMet();
        }
    }
    faultBegan(fault.kind);
    if (fault.kind != FaultKind::Refuse && !m_listener->isListening()) {
        m_listener->listen(QHostAddress::LocalHost, m_port);
    }
}

FaultKind FakeServer::takeFault()
{
    const FaultKind kind = m_fault.kind;
    m_faultsMet += kind == FaultKind::None ? 0 : 1;
    if (kind != FaultKind::None && m_fault.times > 0 && --m_fault.times == 0) {
        m_fault.kind = FaultKind::None;
    }
    return kind;
}

void FakeServer::onConnection(qintptr descriptor)
{
    ++m_connections;
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSocketDescriptor(descriptor);
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    m_received.insert(socket, {});
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // As vendors do; small pieces leave at once.
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_received.remove(socket);
        socket->deleteLater();
    });
}

void FakeServer::onReadable(QTcpSocket *socket)
{
    // What follows an upgrade is the WebSocket's.
    const QByteArray waiting = m_received.value(socket) + socket->peek(64 * 1024);
    const qsizetype headEnd = waiting.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return;
    }
    FakeRequest request;
    const QList<QByteArray> lines = waiting.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    const QUrl target = QUrl::fromEncoded(first.value(1));
    request.path = target.path();
    request.query = QUrlQuery(target);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    if (request.headers.value("upgrade").toLower() == "websocket") {
        socket->skip(headEnd + 4);
        m_requests.push_back(request);
        Q_EMIT requested();
        upgrade(socket, request);
        return;
    }
    m_received[socket] += socket->readAll();
    const qsizetype length = request.headers.value("content-length").toLongLong();
    QByteArray &received = m_received[socket];
    if (received.size() < headEnd + 4 + length) {
        return;
    }
    request.body = received.mid(headEnd + 4, length);
    received.remove(0, headEnd + 4 + length);
    m_requests.push_back(request);
    handle(socket, request);
    Q_EMIT requested();
}

void FakeServer::handle(QTcpSocket *socket, const FakeRequest &request)
{
    const FaultKind fault = takeFault();
    const FakeAnswer to(socket);
    switch (fault) {
    case FaultKind::Reset:
        to.reset();
        return;
    case FaultKind::AcceptThenSilent:
        return;
    case FaultKind::SlowFirstByte:
        QTimer::singleShot(m_fault.delay, socket, [this, request, to] { answer(request, to, FaultKind::None); });
        return;
    case FaultKind::Unauthorized:
    case FaultKind::RateLimited:
    case FaultKind::ServerError:
    case FaultKind::QuotaClose:
        refuse(to, fault);
        return;
    default:
        answer(request, to, fault);
    }
}

void FakeServer::upgrade(QTcpSocket *socket, const FakeRequest &request)
{
    const FaultKind fault = takeFault();
    const FakeAnswer to(socket);
    socket->disconnect(this);
    m_received.remove(socket);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    const bool refused =
        fault == FaultKind::Unauthorized || fault == FaultKind::RateLimited || fault == FaultKind::ServerError;
    if (refused) {
        refuse(to, fault);
        to.hangUp();
        return;
    }
    if (fault == FaultKind::Reset) {
        to.reset();
        return;
    }
    if (const QByteArray refusal = refuseUpgrade(request); !refusal.isEmpty()) {
        socket->write(refusal);
        to.hangUp();
        return;
    }
    const auto proceed = [this, socket, request, fault] { becomeWebSocket(socket, request, fault); };
    if (fault == FaultKind::SlowFirstByte) {
        QTimer::singleShot(m_fault.delay, socket, proceed);
    } else {
        proceed();
    }
}

void FakeServer::becomeWebSocket(QTcpSocket *socket, const FakeRequest &request, FaultKind fault)
{
    socket->disconnect(socket);
    socket->setParent(nullptr);
    Sockets::WebSocket *upgraded =
        Sockets::WebSocket::answering(std::unique_ptr<QTcpSocket>(socket), request.headers.value("sec-websocket-key"))
            .release();
    upgraded->setParent(this);
    connect(upgraded, &Sockets::WebSocket::closed, upgraded, &QObject::deleteLater);
    opened(upgraded, request, fault);
    Q_EMIT requested();
}

QByteArray FakeServer::refuseUpgrade(const FakeRequest &)
{
    return QByteArrayLiteral("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
}

void FakeServer::faultBegan(FaultKind) {}

void FakeServer::opened(Sockets::WebSocket *socket, const FakeRequest &, FaultKind)
{
    socket->close();
}

} // namespace Frontdesk::Fakes
