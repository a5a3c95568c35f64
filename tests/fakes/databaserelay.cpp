#include "tests/fakes/databaserelay.h"

#include "tests/fakes/fakeserver.h"

#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace Frontdesk::Fakes {

namespace {

/// Says nothing and takes everything, as long as it lasts.
bool isMute(FaultKind kind)
{
    return kind == FaultKind::AcceptThenSilent || kind == FaultKind::HalfOpen;
}

} // namespace

/// One connection and its other half.
struct DatabaseRelay::Link : public QObject {
    Link(QTcpSocket *near, QObject *parent)
        : QObject(parent)
        , client(near)
        , server(new QLocalSocket(this))
    {
        client->setParent(this);
    }

    QTcpSocket *client;
    QLocalSocket *server;
};

DatabaseRelay::DatabaseRelay(QString socket, QObject *parent)
    : QObject(parent)
    , m_path(std::move(socket))
    , m_listener(std::make_unique<QTcpServer>())
{
    connect(m_listener.get(), &QTcpServer::newConnection, this, &DatabaseRelay::onConnection);
}

DatabaseRelay::~DatabaseRelay() = default;

bool DatabaseRelay::listen(quint16 port)
{
    m_port = port;
    return m_listener->listen(QHostAddress::LocalHost, port);
}

void DatabaseRelay::setFault(Fault fault)
{
    m_fault = fault;
    if (fault.kind == FaultKind::Refuse) {
        m_listener->close();
    } else if (!m_listener->isListening()) {
        m_listener->listen(QHostAddress::LocalHost, m_port);
    }
    const bool lets =
        isMute(fault.kind) || fault.kind == FaultKind::SlowFirstByte || fault.kind == FaultKind::WrongJson;
    const bool endsAll = fault.kind != FaultKind::None && !lets;
    // What was swallowed while it was mute is lost for good: such a connection never gets well.
    const auto links = m_links;
    m_links.clear();
    for (const auto &link : links) {
        m_faultsMet += link && fault.kind != FaultKind::None ? 1 : 0;
        if (link && (endsAll || fault.kind == FaultKind::None)) {
            FakeAnswer(static_cast<Link *>(link.data())->client).reset();
        } else if (link) {
            m_links.append(link);
        }
    }
}

void DatabaseRelay::onConnection()
{
    while (QTcpSocket *client = m_listener->nextPendingConnection()) {
        auto *link = new Link(client, this);
        m_faultsMet += m_fault.kind == FaultKind::None ? 0 : 1;
        m_links.append(link);
        connect(client, &QTcpSocket::readyRead, link, [this, link] { fromClient(*link); });
        connect(client, &QTcpSocket::disconnected, link, &QObject::deleteLater);
        connect(link->server, &QLocalSocket::readyRead, link,
                [this, link] { pass(*link, false, link->server->readAll()); });
        connect(link->server, &QLocalSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        if (m_fault.kind == FaultKind::Reset) {
            FakeAnswer(client).reset();
        } else if (!isMute(m_fault.kind)) {
            link->server->connectToServer(m_path);
        }
    }
}

void DatabaseRelay::fromClient(Link &link)
{
    const QByteArray bytes = link.client->readAll();
    if (const QByteArray words = refusal(m_fault.kind); !words.isEmpty()) {
        link.client->write(words);
        link.client->disconnectFromHost();
        return;
    }
    pass(link, true, bytes);
}

void DatabaseRelay::pass(Link &link, bool toServer, const QByteArray &bytes)
{
    const auto write = [&link, toServer, bytes] {
        QIODevice *to = toServer ? static_cast<QIODevice *>(link.server) : link.client;
        to->write(bytes);
    };
    if (isMute(m_fault.kind)) {
        return;
    }
    if (m_fault.kind == FaultKind::SlowFirstByte && !toServer) {
        QTimer::singleShot(m_fault.delay, &link, write);
        return;
    }
    if (m_fault.kind == FaultKind::WrongJson && !toServer) {
        link.client->write(QByteArray(bytes.size(), '?'));
        return;
    }
    if (m_fault.kind == FaultKind::Truncated && !toServer) {
        link.client->write(bytes.left(bytes.size() / 2));
        link.client->disconnectFromHost();
        return;
    }
    write();
}

QByteArray DatabaseRelay::refusal(FaultKind kind)
{
    const auto error = [](const char *code, const char *message) {
        QByteArray fields = QByteArrayLiteral("SFATAL");
        fields += '\0';
        fields += QByteArray("C") + code + '\0' + "M" + message + '\0' + '\0';
        const auto length = quint32(fields.size() + 4);
        QByteArray head = QByteArrayLiteral("E");
        for (const int shift : {24, 16, 8, 0}) {
            head += char((length >> shift) & 0xFF);
        }
        return head + fields;
    };
    switch (kind) {
    case FaultKind::Unauthorized:
        return error("28P01", "password authentication failed");
    case FaultKind::RateLimited:
        return error("53300", "sorry, too many clients already");
    case FaultKind::ServerError:
        return error("57P03", "the database system is starting up");
    default:
        return {};
    }
}

} // namespace Frontdesk::Fakes
