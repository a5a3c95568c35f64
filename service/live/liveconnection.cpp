#include "service/live/liveconnection.h"

#include "shared/core/deletesoon.h"

#include <QThread>

namespace Frontdesk::Live {

namespace {

QString reasonOf(LiveClose why)
{
    switch (why) {
    case LiveClose::TokenOver:
        return QStringLiteral("the token is over");
    case LiveClose::TooSlow:
        return QStringLiteral("too slow");
    case LiveClose::CannotResume:
        return QStringLiteral("cannot resume");
    case LiveClose::Unavailable:
        return QStringLiteral("unavailable");
    }
    return {};
}

} // namespace

LiveConnection::LiveConnection(std::unique_ptr<Sockets::WebSocket> socket, Milliseconds tokenLife)
    : m_socket(std::move(socket))
    , m_link(std::make_shared<LiveLink>(this))
    , m_lastSign(m_scheduler.now())
{
    connect(m_socket.get(), &Sockets::WebSocket::closed, this, &QObject::deleteLater);
    connect(QThread::currentThread(), &QThread::finished, this, &QObject::deleteLater);
    connect(m_socket.get(), &Sockets::WebSocket::ponged, this, [this] { m_lastSign = m_scheduler.now(); });
    connect(m_socket.get(), &Sockets::WebSocket::textReceived, this, [this] { m_lastSign = m_scheduler.now(); });
    connect(m_socket.get(), &Sockets::WebSocket::backlogShrank, this, &LiveConnection::send);
    m_heartbeat = m_scheduler.after(HeartbeatEvery, [this] { beat(); });
    m_tokenWatch = m_scheduler.after(tokenLife, [this] { close(LiveClose::TokenOver); });
}

LiveConnection::~LiveConnection()
{
    m_link->cut();
    m_socket->disconnect(this);
    deleteSoon(std::move(m_socket));
    Q_EMIT left();
}

void LiveConnection::begin(qint64 sequence, const LiveMessages &messages)
{
    m_sequence = sequence;
    deliver(messages);
}

void LiveConnection::deliver(const LiveMessages &messages)
{
    for (const LiveMessage &message : messages) {
        if (message.sequence != 0 && message.sequence <= m_sequence) {
            continue;
        }
        m_sequence = std::max(m_sequence, message.sequence);
        m_waiting.push_back(message);
    }
    send();
    if (m_waiting.size() > LargestBacklog) {
        close(LiveClose::TooSlow);
    }
}

void LiveConnection::send()
{
    while (!m_waiting.empty() && m_socket->backlogBytes() < SocketBacklogBytes) {
        m_socket->sendText(m_waiting.front().json);
        m_waiting.pop_front();
    }
}

void LiveConnection::beat()
{
    if (m_scheduler.now() - m_lastSign > SilenceAllowed) {
        m_socket->abort();
        return;
    }
    m_waiting.push_back({0, R"({"type":"heartbeat","sequence":)" + QByteArray::number(m_sequence) + '}'});
    send();
    m_socket->ping();
    m_heartbeat = m_scheduler.after(HeartbeatEvery, [this] { beat(); });
}

void LiveConnection::close(LiveClose why)
{
    m_socket->close(static_cast<quint16>(why), reasonOf(why));
    if (why == LiveClose::TooSlow) {
        // The close frame waits behind what is not being read.
        m_socket->abort();
    }
}

} // namespace Frontdesk::Live
