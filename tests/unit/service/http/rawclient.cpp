#include "tests/unit/service/http/rawclient.h"

#include <QDeadlineTimer>

namespace Frontdesk::Tests {

namespace {

constexpr int PatienceMs = 10'000;

} // namespace

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!m_socket.waitForConnected(PatienceMs)) {
        qFatal("the test's client cannot connect");
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(PatienceMs)) {
    }
}

void RawClient::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        send(QByteArray(1, byte));
    }
}

QByteArray RawClient::readAnswer()
{
    return readIfThere(PatienceMs);
}

QByteArray RawClient::readIfThere(int patienceMs)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        m_received += m_socket.readAll();
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            const qsizetype end = headEnd + 4 + headerOf(m_received, "Content-Length").toLongLong();
            if (m_received.size() >= end) {
                const QByteArray answer = m_received.first(end);
                m_received.remove(0, end);
                return answer;
            }
        }
        if (!m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())) && !isOpen()) {
            return {};
        }
    }
    return {};
}

QByteArray RawClient::readBytes(qsizetype count)
{
    while (m_received.size() < count && (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(PatienceMs))) {
        m_received += m_socket.readAll();
    }
    const QByteArray bytes = m_received.left(count);
    m_received.remove(0, count);
    return bytes;
}

bool RawClient::waitForClose()
{
    return !isOpen() || m_socket.waitForDisconnected(PatienceMs);
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype headEnd = answer.indexOf("\r\n\r\n");
    return headEnd < 0 ? QByteArray() : answer.mid(headEnd + 4);
}

QByteArray headerOf(const QByteArray &answer, const QByteArray &name)
{
    const qsizetype headEnd = answer.indexOf("\r\n\r\n");
    const QByteArray head = answer.left(headEnd + 2);
    const qsizetype begin = head.toLower().indexOf("\r\n" + name.toLower() + ": ");
    if (begin < 0) {
        return {};
    }
    const qsizetype valueBegin = begin + name.size() + 4;
    return head.mid(valueBegin, head.indexOf("\r\n", valueBegin) - valueBegin);
}

} // namespace Frontdesk::Tests
