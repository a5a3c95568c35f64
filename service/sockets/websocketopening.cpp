#include "service/sockets/websocketopening.h"

#include "service/sockets/internal/upgrade.h"
#include "shared/core/deletesoon.h"

#include <QRandomGenerator>
#include <QSslSocket>

#include <array>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace Frontdesk::Sockets {

namespace {

namespace Beast = boost::beast;

constexpr qint64 LargestHead = 16 << 10;

QByteArray newKey()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toBase64();
}

bool agrees(const Beast::http::response<Beast::http::empty_body> &answer, const QByteArray &key)
{
    const auto accept = answer[Beast::http::field::sec_websocket_accept];
    return Beast::iequals(answer[Beast::http::field::upgrade], "websocket") &&
           QByteArrayView(accept.data(), qsizetype(accept.size())) == acceptKeyOf(key);
}

} // namespace

WebSocketOpening::WebSocketOpening(const QUrl &url, std::vector<UpgradeHeader> headers, const QSslConfiguration &tls)
    : m_url(url)
    , m_headers(std::move(headers))
    , m_tls(tls)
    , m_key(newKey())
{
    QMetaObject::invokeMethod(this, &WebSocketOpening::start, Qt::QueuedConnection);
}

WebSocketOpening::~WebSocketOpening()
{
    dropSocket();
}

void WebSocketOpening::start()
{
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), &QSslSocket::readyRead, this, &WebSocketOpening::onReadable);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        fail({error == QAbstractSocket::SslHandshakeFailedError ? OpeningFault::Kind::Untrusted
                                                                : OpeningFault::Kind::Unreachable});
    });
    m_socket->setSslConfiguration(m_tls);
    if (m_url.scheme() == QLatin1String("wss")) {
        connect(m_socket.get(), &QSslSocket::encrypted, this, &WebSocketOpening::ask);
        m_socket->connectToHostEncrypted(m_url.host(), quint16(m_url.port(443)));
    } else {
        connect(m_socket.get(), &QSslSocket::connected, this, &WebSocketOpening::ask);
        m_socket->connectToHost(m_url.host(), quint16(m_url.port(80)));
    }
}

void WebSocketOpening::ask()
{
    QByteArray head = "GET " + m_url.path(QUrl::FullyEncoded).toLatin1();
    if (head.endsWith(' ')) {
        head += '/';
    }
    if (m_url.hasQuery()) {
        head += '?' + m_url.query(QUrl::FullyEncoded).toLatin1();
    }
    const QString place = m_url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    head +=
        " HTTP/1.1\r\nHost: " + place.toLatin1() +
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + m_key +
        "\r\n";
    for (const UpgradeHeader &header : m_headers) {
        head += header.name + ": " + header.value + "\r\n";
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // Needs a connected socket.
    m_socket->write(head + "\r\n");
    m_socket->flush();
}

void WebSocketOpening::onReadable()
{
    const QByteArray waiting = m_socket->peek(LargestHead);
    const qsizetype end = waiting.indexOf("\r\n\r\n");
    if (end < 0) {
        if (waiting.size() == LargestHead) {
            fail({OpeningFault::Kind::NoWebSocket});
        }
        return;
    }
    const qsizetype size = end + 4;
    Beast::http::response_parser<Beast::http::empty_body> parser;
    parser.header_limit(LargestHead);
    parser.skip(true);
    Beast::error_code error;
    parser.put(boost::asio::const_buffer(waiting.constData(), size_t(size)), error);
    if (error || !parser.is_header_done()) {
        fail({OpeningFault::Kind::NoWebSocket});
    } else if (const int status = int(parser.get().result_int()); status != 101) {
        fail({OpeningFault::Kind::Refused, status});
    } else if (!agrees(parser.get(), m_key)) {
        fail({OpeningFault::Kind::NoWebSocket});
    } else {
        m_socket->skip(size);
        m_socket->disconnect(this);
        m_opened = WebSocket::answered(std::move(m_socket));
        Q_EMIT opened();
    }
}

void WebSocketOpening::fail(OpeningFault fault)
{
    dropSocket();
    Q_EMIT failed(fault);
}

void WebSocketOpening::dropSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        deleteSoon(std::move(m_socket)); // We may be inside one of its signals.
    }
}

} // namespace Frontdesk::Sockets
