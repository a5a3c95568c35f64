#pragma once

#include "tests/fakes/fault.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QTcpServer>

#include <memory>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace Frontdesk::Fakes {

/// A mail server on a real socket of this machine, as RFC 5321 has it, with STARTTLS or TLS from the first byte, and AUTH
/// PLAIN.
class FakeSmtp final : public QObject {
    Q_OBJECT

public:
    struct Received {
        QString from;
        QStringList to;
        QByteArray text; ///< As it came, dots unstuffed.
        bool encrypted = false;
        bool signedIn = false;
    };
    enum class Encryption {
        Offered,       ///< STARTTLS.
        FromFirstByte, ///< As port 465 has it.
    };

    static constexpr char User[] = "desk";
    static constexpr char Password[] = "let-me-in";

    explicit FakeSmtp(QObject *parent = nullptr);
    ~FakeSmtp() override;

    /// Listens on a free port of 127.0.0.1, or on the one given.
    [[nodiscard]] bool listen(quint16 port = 0);
    /// smtp://127.0.0.1:port, or smtps.
    [[nodiscard]] QUrl url() const;
    void useTls(const QSslConfiguration &tls, Encryption encryption = Encryption::Offered);
    /// Mail only from who has signed in, and nobody signs in in the clear where encryption is offered.
    void requireLogin() { m_loginRequired = true; }
    /// What recipients get for an answer; empty: they are taken.
    void refuseRecipients(const QByteArray &answer) { m_refusal = answer; }

    /// Holds for connections from now on; `times` counts those. RateLimited is 450 to a recipient, ServerError 421 to
    /// everybody, QuotaClose 552 to the mail. Truncated and HalfOpen take the mail and do not say so.
    void setFault(Fault fault);
    /// Connections that have met a fault.
    [[nodiscard]] int faultsMet() const { return m_faultsMet; }

    [[nodiscard]] const QList<Received> &mails() const { return m_mails; }

Q_SIGNALS:
    void received();

private:
    class Listener;
    struct Session {
        Received mail;
        QByteArray waiting;
        FaultKind fault = FaultKind::None;
        bool inData = false;
        bool awaitsLogin = false;
    };

    void onConnection(qintptr descriptor);
    void greet(QSslSocket *socket);
    void onReadable(QSslSocket *socket);
    void onLine(QSslSocket *socket, Session &session, const QByteArray &line);
    void onCommand(QSslSocket *socket, Session &session, const QByteArray &line);
    void onSender(QSslSocket *socket, Session &session, const QString &address);
    void onRecipient(QSslSocket *socket, Session &session, const QString &address);
    void onMailEnd(QSslSocket *socket, Session &session);
    void startTls(QSslSocket *socket);
    void signIn(QSslSocket *socket, Session &session, const QByteArray &secret);
    [[nodiscard]] FaultKind takeFault();

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QSslConfiguration> m_tls;
    Encryption m_encryption = Encryption::Offered;
    QHash<QSslSocket *, Session> m_sessions;
    QByteArray m_refusal;
    QList<Received> m_mails;
    Fault m_fault;
    quint16 m_port = 0;
    int m_faultsMet = 0;
    bool m_loginRequired = false;
};

} // namespace Frontdesk::Fakes
