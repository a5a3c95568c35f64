#pragma once

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

/// A mail server on a real socket of this machine, as RFC 5321 has it, with STARTTLS and AUTH PLAIN.
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

    static constexpr char User[] = "desk";
    static constexpr char Password[] = "let-me-in";

    explicit FakeSmtp(QObject *parent = nullptr);
    ~FakeSmtp() override;

    [[nodiscard]] bool listen();
    /// smtp://127.0.0.1:port
    [[nodiscard]] QUrl url() const;
    /// Offers STARTTLS with this certificate.
    void useTls(const QSslConfiguration &tls);
    /// What recipients get for an answer; empty: they are taken.
    void refuseRecipients(const QByteArray &answer) { m_refusal = answer; }

    [[nodiscard]] const QList<Received> &mails() const { return m_mails; }

Q_SIGNALS:
    void received();

private:
    class Listener;
    struct Session {
        Received mail;
        QByteArray waiting;
        bool inData = false;
        bool awaitsLogin = false;
    };

    void onConnection(qintptr descriptor);
    void onReadable(QSslSocket *socket);
    void onLine(QSslSocket *socket, Session &session, const QByteArray &line);
    void onCommand(QSslSocket *socket, Session &session, const QByteArray &line);
    void signIn(QSslSocket *socket, Session &session, const QByteArray &secret);

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QSslConfiguration> m_tls;
    QHash<QSslSocket *, Session> m_sessions;
    QByteArray m_refusal;
    QList<Received> m_mails;
};

} // namespace Frontdesk::Fakes
