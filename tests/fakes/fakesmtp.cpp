#include "tests/fakes/fakesmtp.h"

#include <QSslSocket>
#include <QUrl>

namespace Frontdesk::Fakes {

class FakeSmtp::Listener final : public QTcpServer {
public:
    explicit Listener(FakeSmtp &owner)
        : m_owner(owner)
    {}

protected:
    void incomingConnection(qintptr descriptor) override { m_owner.onConnection(descriptor); }

private:
    FakeSmtp &m_owner;
};

FakeSmtp::FakeSmtp(QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(*this))
{}

FakeSmtp::~FakeSmtp() = default;

bool FakeSmtp::listen()
{
    return m_listener->listen(QHostAddress::LocalHost);
}

QUrl FakeSmtp::url() const
{
    return QUrl(QStringLiteral("smtp://127.0.0.1:%1").arg(m_listener->serverPort()));
}

void FakeSmtp::useTls(const QSslConfiguration &tls)
{
    m_tls = std::make_unique<QSslConfiguration>(tls);
}

void FakeSmtp::onConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    m_sessions.insert(socket, {});
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadable(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_sessions.remove(socket);
        socket->deleteLater();
    });
    socket->write("220 fake ESMTP\r\n");
}

void FakeSmtp::onReadable(QSslSocket *socket)
{
    Session &session = m_sessions[socket];
    session.waiting += socket->readAll();
    for (qsizetype end = session.waiting.indexOf("\r\n"); end >= 0; end = session.waiting.indexOf("\r\n")) {
        const QByteArray line = session.waiting.left(end);
        session.waiting.remove(0, end + 2);
        onLine(socket, session, line);
    }
}

void FakeSmtp::onLine(QSslSocket *socket, Session &session, const QByteArray &line)
{
    if (session.awaitsLogin) {
        session.awaitsLogin = false;
        signIn(socket, session, line);
    } else if (!session.inData) {
        onCommand(socket, session, line);
    } else if (line == ".") {
        session.inData = false;
        m_mails.push_back(session.mail);
        socket->write("250 queued\r\n");
        Q_EMIT received();
    } else {
        session.mail.text += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    }
}

void FakeSmtp::onCommand(QSslSocket *socket, Session &session, const QByteArray &line)
{
    const QByteArray verb = line.left(4).toUpper();
    const QByteArray address = line.mid(line.indexOf('<') + 1, line.indexOf('>') - line.indexOf('<') - 1);
    if (verb == "EHLO") {
        const bool mayUpgrade = m_tls && !socket->isEncrypted();
        socket->write(QByteArray("250-fake\r\n250-SIZE 10485760\r\n") + (mayUpgrade ? "250-STARTTLS\r\n" : "") +
                      "250 AUTH PLAIN\r\n");
    } else if (verb == "STAR") {
        socket->write("220 go ahead\r\n");
        socket->flush();
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    } else if (verb == "AUTH") {
        const QByteArray secret = line.mid(QByteArrayLiteral("AUTH PLAIN ").size());
        session.awaitsLogin = secret.isEmpty();
        session.awaitsLogin ? void(socket->write("334 \r\n")) : signIn(socket, session, secret);
    } else if (verb == "MAIL") {
        session.mail.from = QString::fromUtf8(address);
        session.mail.encrypted = socket->isEncrypted();
        socket->write("250 ok\r\n");
    } else if (verb == "RCPT") {
        session.mail.to << QString::fromUtf8(address);
        socket->write((m_refusal.isEmpty() ? "250 ok" : m_refusal) + "\r\n");
    } else if (verb == "DATA") {
        session.inData = true;
        socket->write("354 go on\r\n");
    } else if (verb == "QUIT") {
        socket->write("221 bye\r\n"); // The client closes.
    } else {
        socket->write("250 ok\r\n");
    }
}

void FakeSmtp::signIn(QSslSocket *socket, Session &session, const QByteArray &secret)
{
    const QByteArray wanted = (QByteArray(1, '\0') + User + QByteArray(1, '\0') + Password).toBase64();
    session.mail.signedIn = secret == wanted;
    socket->write(session.mail.signedIn ? "235 ok\r\n" : "535 who are you\r\n");
}

} // namespace Frontdesk::Fakes
