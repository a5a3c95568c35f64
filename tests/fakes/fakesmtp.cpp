#include "tests/fakes/fakesmtp.h"

#include "tests/fakes/fakeserver.h"

#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace Frontdesk::Fakes {

namespace {

constexpr int SignOfLifeMs = 500;

/// Everybody who talks to it meets these before a word of the mail's.
bool meetsGreeting(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Reset:
    case FaultKind::AcceptThenSilent:
    case FaultKind::KeepAliveOnly:
    case FaultKind::SlowFirstByte:
    case FaultKind::ServerError:
    case FaultKind::WrongJson:
        return true;
    default:
        return false;
    }
}

} // namespace

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

bool FakeSmtp::listen(quint16 port)
{
    const bool listening = m_listener->listen(QHostAddress::LocalHost, port);
    m_port = listening ? m_listener->serverPort() : 0;
    return listening;
}

QUrl FakeSmtp::url() const
{
    const QLatin1String scheme(m_tls && m_encryption == Encryption::FromFirstByte ? "smtps" : "smtp");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_port));
}

void FakeSmtp::useTls(const QSslConfiguration &tls, Encryption encryption)
{
    m_tls = std::make_unique<QSslConfiguration>(tls);
    m_encryption = encryption;
}

void FakeSmtp::setFault(Fault fault)
{
    m_fault = fault;
    if (fault.kind == FaultKind::Refuse) {
        m_listener->close();
    } else if (!m_listener->isListening()) {
        m_listener->listen(QHostAddress::LocalHost, m_port);
    }
}

FaultKind FakeSmtp::takeFault()
{
    const FaultKind kind = m_fault.kind;
    if (kind != FaultKind::None) {
        ++m_faultsMet;
        if (m_fault.times > 0 && --m_fault.times == 0) {
            m_fault.kind = FaultKind::None;
        }
    }
    return kind;
}

void FakeSmtp::onConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    m_sessions.insert(socket, {});
    m_sessions[socket].fault = takeFault();
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadable(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_sessions.remove(socket);
        socket->deleteLater();
    });
    if (m_tls && m_encryption == Encryption::FromFirstByte) {
        connect(socket, &QSslSocket::encrypted, this, [this, socket] { greet(socket); });
        startTls(socket);
    } else {
        greet(socket);
    }
}

void FakeSmtp::greet(QSslSocket *socket)
{
    const auto hello = [socket] { socket->write("220 fake ESMTP\r\n"); };
    switch (m_sessions[socket].fault) {
    case FaultKind::Reset:
        FakeAnswer(socket).reset();
        return;
    case FaultKind::AcceptThenSilent:
        return;
    case FaultKind::KeepAliveOnly: {
        auto *life = new QTimer(socket);
        connect(life, &QTimer::timeout, socket, [socket] { socket->write("220-one moment\r\n"); });
        life->start(SignOfLifeMs);
        return;
    }
    case FaultKind::SlowFirstByte:
        QTimer::singleShot(m_fault.delay, socket, hello);
        return;
    case FaultKind::ServerError:
        socket->write("421 closing, come back later\r\n");
        socket->disconnectFromHost();
        return;
    case FaultKind::WrongJson:
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        return;
    default:
        hello();
    }
}

void FakeSmtp::onReadable(QSslSocket *socket)
{
    const QByteArray read = socket->readAll();
    Session &session = m_sessions[socket];
    if (meetsGreeting(session.fault) && session.fault != FaultKind::SlowFirstByte) {
        return;
    }
    session.waiting += read;
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
        onMailEnd(socket, session);
    } else {
        session.mail.text += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    }
}

void FakeSmtp::onMailEnd(QSslSocket *socket, Session &session)
{
    if (session.fault == FaultKind::QuotaClose) {
        socket->write("552 mailbox full\r\n");
        return;
    }
    m_mails.push_back(session.mail);
    if (session.fault == FaultKind::Truncated) {
        QTimer::singleShot(0, socket, [socket] { FakeAnswer(socket).reset(); });
    } else if (session.fault != FaultKind::HalfOpen) {
        socket->write("250 queued\r\n");
    }
    session.mail = {.from = {}, .to = {}, .text = {}, .encrypted = false, .signedIn = session.mail.signedIn};
    Q_EMIT received();
}

void FakeSmtp::onCommand(QSslSocket *socket, Session &session, const QByteArray &line)
{
    const QByteArray verb = line.left(4).toUpper();
    const qsizetype begin = line.indexOf('<') + 1;
    const QString address = QString::fromUtf8(line.mid(begin, line.indexOf('>') - begin));
    if (verb == "EHLO") {
        const bool mayUpgrade = m_tls && !socket->isEncrypted();
        const bool mayLogIn = !m_loginRequired || !mayUpgrade;
        socket->write(QByteArray("250-fake\r\n250-SIZE 10485760\r\n") + (mayUpgrade ? "250-STARTTLS\r\n" : "") +
                      (mayLogIn ? "250 AUTH PLAIN\r\n" : "250 8BITMIME\r\n"));
    } else if (verb == "STAR" && m_tls) {
        socket->write("220 go ahead\r\n");
        socket->flush();
        startTls(socket);
    } else if (verb == "AUTH") {
        const QByteArray secret = line.mid(QByteArrayLiteral("AUTH PLAIN ").size());
        session.awaitsLogin = secret.isEmpty();
        session.awaitsLogin ? void(socket->write("334 \r\n")) : signIn(socket, session, secret);
    } else if (verb == "MAIL") {
        onSender(socket, session, address);
    } else if (verb == "RCPT") {
        onRecipient(socket, session, address);
    } else if (verb == "DATA") {
        session.inData = true;
        socket->write("354 go on\r\n");
    } else if (verb == "QUIT") {
        socket->write("221 bye\r\n"); // The client closes.
    } else if (verb == "RSET" || verb == "NOOP") {
        socket->write("250 ok\r\n");
    } else {
        socket->write("502 not known here\r\n");
    }
}

void FakeSmtp::onSender(QSslSocket *socket, Session &session, const QString &address)
{
    if (m_loginRequired && !session.mail.signedIn) {
        socket->write("530 sign in first\r\n");
        return;
    }
    session.mail.from = address;
    session.mail.encrypted = socket->isEncrypted();
    socket->write("250 ok\r\n");
}

void FakeSmtp::onRecipient(QSslSocket *socket, Session &session, const QString &address)
{
    const QByteArray refusal = session.fault == FaultKind::RateLimited ? QByteArray("450 too much at once") : m_refusal;
    if (refusal.isEmpty()) {
        session.mail.to << address;
    }
    socket->write((refusal.isEmpty() ? "250 ok" : refusal) + "\r\n");
}

void FakeSmtp::startTls(QSslSocket *socket)
{
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
}

void FakeSmtp::signIn(QSslSocket *socket, Session &session, const QByteArray &secret)
{
    const QByteArray wanted = (QByteArray(1, '\0') + User + QByteArray(1, '\0') + Password).toBase64();
    session.mail.signedIn = secret == wanted && session.fault != FaultKind::Unauthorized;
    socket->write(session.mail.signedIn ? "235 ok\r\n" : "535 who are you\r\n");
}

} // namespace Frontdesk::Fakes
