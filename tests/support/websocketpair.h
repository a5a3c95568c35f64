#pragma once

#include "service/sockets/websocket.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QWebSocket>

namespace Frontdesk::Tests {

/// Reads a client's upgrade from a fresh connection; empty when none comes.
inline QByteArray upgradeKeyFrom(QTcpSocket &socket)
{
    QSignalSpy readable(&socket, &QTcpSocket::readyRead);
    while (!socket.peek(8192).contains("\r\n\r\n")) {
        if (!readable.wait()) {
            return {};
        }
    }
    const QByteArray waiting = socket.peek(8192);
    const QByteArray head = socket.read(waiting.indexOf("\r\n\r\n") + 4);
    const qsizetype at = head.toLower().indexOf("sec-websocket-key:") + qsizetype(strlen("sec-websocket-key:"));
    return head.mid(at, head.indexOf("\r\n", at) - at).trimmed();
}

/// Our end of an open connection with a client of Qt's, both on this thread; null when it cannot be opened.
inline std::unique_ptr<Sockets::WebSocket> pairedWith(QWebSocket &client)
{
    QTcpServer door;
    if (!door.listen(QHostAddress(QHostAddress::LocalHost))) {
        return nullptr;
    }
    QSignalSpy arrived(&door, &QTcpServer::newConnection);
    QSignalSpy connected(&client, &QWebSocket::connected);
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(door.serverPort())));
    if (!door.hasPendingConnections() && !arrived.wait()) {
        return nullptr;
    }
    std::unique_ptr<QTcpSocket> socket(door.nextPendingConnection());
    socket->setParent(nullptr);
    const QByteArray key = upgradeKeyFrom(*socket);
    auto ours = Sockets::WebSocket::answering(std::move(socket), key);
    return connected.isEmpty() && !connected.wait() ? nullptr : std::move(ours);
}

} // namespace Frontdesk::Tests
