#pragma once

#include "desktop/client/apiclient.h"
#include "desktop/client/secretstore.h"
#include "shared/core/scheduler.h"

#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace Frontdesk::Client {

/// Who sits at the desk: signing in and out, renewing access, locking when nobody is there.
///
/// Tokens live in memory; only with "stay signed in" does the refresh token rest in the system's keychain.
class Session final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by the desk")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QString server READ server NOTIFY stateChanged)
    Q_PROPERTY(QString userId READ userId NOTIFY stateChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY stateChanged)
    Q_PROPERTY(QString email READ email NOTIFY stateChanged)
    Q_PROPERTY(QString role READ role NOTIFY stateChanged)
    Q_PROPERTY(bool hasTotp READ hasTotp NOTIFY stateChanged)
    Q_PROPERTY(QString clinicName READ clinicName NOTIFY stateChanged)
    Q_PROPERTY(QString timeZone READ timeZone NOTIFY stateChanged)

public:
    enum class State {
        SignedOut,
        CodeNeeded, ///< Password was right; waits for the authenticator's code.
        SignedIn,
        Locked, ///< Signed in, but nothing is shown until the password is given again.
    };
    Q_ENUM(State)

    /// `secrets` may be null: then nobody stays signed in.
    Session(ApiClient &api, Scheduler &scheduler, SecretStore *secrets, QObject *parent = nullptr);

    /// Takes up the session kept for this account, when there is one.
    void restore(const QString &server, const QString &email);

    /// Takes up the session that this refresh token belongs to; it is not kept for the next start.
    void resume(const QString &server, const QString &refreshToken);

    Q_INVOKABLE void signIn(const QString &server, const QString &email, const QString &password, bool stay);
    /// Chooses a password with the invitation an administrator handed out, and signs in.
    Q_INVOKABLE void acceptInvitation(const QString &server, const QString &token, const QString &name,
                                      const QString &password);
    Q_INVOKABLE void submitCode(const QString &code);
    Q_INVOKABLE void cancelCode();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void lock();
    Q_INVOKABLE void unlock(const QString &password);

    /// Somebody moved the mouse or typed.
    void touch();
    /// 0: never lock by itself.
    void setIdleMinutes(int minutes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString userId() const;
    [[nodiscard]] QString userName() const;
    [[nodiscard]] QString email() const { return m_email; }
    [[nodiscard]] QString role() const;
    [[nodiscard]] bool hasTotp() const;
    [[nodiscard]] QString clinicName() const;
    [[nodiscard]] QString timeZone() const;

    /// "desk.example.com" becomes `https://desk.example.com`; plain http is taken for this computer only.
    [[nodiscard]] static QUrl serverUrl(const QString &text);

Q_SIGNALS:
    void stateChanged();
    /// A token is there; `fresh` when a person has just arrived, false when it was renewed.
    void accessGranted(bool fresh);
    void signedOut();

private:
    void attempt(const QString &code);
    void ask(const QString &path, const QJsonObject &body);
    void onSignedIn(const ApiAnswer &answer);
    void renew();
    void adopt(const QJsonObject &grant);
    void end(const QString &problem);
    void setState(State state, const QString &problem = {});
    void keep();
    [[nodiscard]] QString secretKey() const;

    ApiClient &m_api;
    Scheduler &m_scheduler;
    SecretStore *m_secrets;
    Scheduler::JobHandle m_idle;
    Scheduler::JobHandle m_renewal;
    Milliseconds m_idleLimit{0};
    State m_state = State::SignedOut;
    QString m_email;
    QString m_password; ///< Only between the password and the authenticator's code.
    QString m_refreshToken;
    QString m_problem;
    QJsonObject m_user;
    QJsonObject m_clinic;
    bool m_stay = false;
    bool m_busy = false;
    bool m_renewing = false;
};

} // namespace Frontdesk::Client
