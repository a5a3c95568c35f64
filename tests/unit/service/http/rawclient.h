#pragma once

#include <QTcpSocket>

namespace Frontdesk::Tests {

/// A client that says exactly the bytes a test gives it.
class RawClient {
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);

    /// One packet per byte.
    void sendByteByByte(const QByteArray &bytes);

    /// Everything up to the end of the next answer with a Content-Length; what follows stays for the next call.
    /// Empty when the connection ends or nothing comes in time.
    [[nodiscard]] QByteArray readAnswer();

    /// As readAnswer, but gives up after that long; empty also when only a part has come.
    [[nodiscard]] QByteArray readIfThere(int patienceMs);

    /// The next `count` bytes of anything; fewer when the connection ends or nothing comes in time.
    [[nodiscard]] QByteArray readBytes(qsizetype count);

    /// Waits until the server closes; false when it does not.
    [[nodiscard]] bool waitForClose();
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void leave() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// 200 for "HTTP/1.1 200 OK..."; 0 when it is no answer.
[[nodiscard]] int statusOf(const QByteArray &answer);
[[nodiscard]] QByteArray bodyOf(const QByteArray &answer);
[[nodiscard]] QByteArray headerOf(const QByteArray &answer, const QByteArray &name);

} // namespace Frontdesk::Tests
