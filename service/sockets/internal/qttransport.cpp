#include "service/sockets/internal/qttransport.h"

#include "service/sockets/internal/plaintransport.h"

#include <QSslSocket>

#include <fcntl.h>

namespace Frontdesk::Sockets {

namespace {

/// We may be inside one of its signals. What it has taken leaves if the system has room.
void letGo(std::unique_ptr<QTcpSocket> socket)
{
    socket->flush();
    socket->abort();
    socket.release()->deleteLater();
}

bool isEncrypted(const QTcpSocket &socket)
{
    const auto *secure = qobject_cast<const QSslSocket *>(&socket);
    return secure && secure->mode() != QSslSocket::UnencryptedMode;
}

} // namespace

std::unique_ptr<Transport> transportOf(std::unique_ptr<QTcpSocket> socket, TransportListener &listener)
{
    if (!isEncrypted(*socket)) {
        const int descriptor = ::fcntl(int(socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
        if (descriptor >= 0) {
            letGo(std::move(socket));
            return std::make_unique<PlainTransport>(descriptor, listener);
        }
    }
    return std::make_unique<QtTransport>(std::move(socket), listener);
}

QtTransport::QtTransport(std::unique_ptr<QTcpSocket> socket, TransportListener &listener)
    : m_socket(std::move(socket))
{
    const auto onReadable = [&listener] { listener.onReadable(); };
    const auto onWritable = [&listener] { listener.onWritable(); };
    m_socket->setReadBufferSize(0);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, &m_context, onReadable);
    QObject::connect(m_socket.get(), &QTcpSocket::disconnected, &m_context, onReadable);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        QObject::connect(secure, &QSslSocket::encryptedBytesWritten, &m_context, onWritable);
    } else {
        QObject::connect(m_socket.get(), &QTcpSocket::bytesWritten, &m_context, onWritable);
    }
}

QtTransport::~QtTransport()
{
    close();
}

void QtTransport::close()
{
    if (m_socket) {
        m_socket->disconnect(&m_context);
        letGo(std::move(m_socket));
    }
}

qint64 QtTransport::read(char *to, qint64 most)
{
    if (!m_socket) {
        return Ended;
    }
    const qint64 got = m_socket->bytesAvailable() > 0 ? m_socket->read(to, most) : 0;
    if (got > 0) {
        return got;
    }
    return got == 0 && m_socket->state() == QAbstractSocket::ConnectedState ? 0 : Ended;
}

qint64 QtTransport::write(const char *from, qint64 size)
{
    if (!m_socket || m_socket->write(from, size) != size) {
        return Ended;
    }
    m_socket->flush(); // Now, not at the event loop's next look at its sockets.
    return size;
}

qint64 QtTransport::backlogBytes() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket.get());
    return (m_socket ? m_socket->bytesToWrite() : 0) + (secure ? secure->encryptedBytesToWrite() : 0);
}

} // namespace Frontdesk::Sockets
