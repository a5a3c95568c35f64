#include "desktop/client/session.h"

#include <QHostAddress>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Frontdesk::Client {

namespace {

/// Renewed this long before it ends, so that nobody waits for a renewal.
constexpr int RenewAheadSeconds = 60;

} // namespace

Session::Session(ApiClient &api, Scheduler &scheduler, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_scheduler(scheduler)
    , m_secrets(secrets)
{
    connect(&m_api, &ApiClient::accessExpired, this, &Session::renew);
}

QUrl Session::serverUrl(const QString &text)
{
    const auto trimmed = text.trimmed();
    QUrl url(trimmed.contains("://"_L1) ? trimmed : "https://"_L1 + trimmed, QUrl::StrictMode);
    const bool local = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && local)))
        return {};
    url.setPath({});
    return url;
}

void Session::restore(const QString &server, const QString &email)
{
    const auto url = serverUrl(server);
    if (!m_secrets || url.isEmpty() || email.isEmpty())
        return;
    m_api.setServer(url);
    m_email = email;
    m_busy = true;
    setState(State::SignedOut);
    m_secrets->read(secretKey(), [this](const QString &token) {
        m_busy = false;
        m_refreshToken = token;
        m_stay = !token.isEmpty();
        if (m_stay)
            renew();
        setState(m_state);
    });
}

void Session::resume(const QString &server, const QString &refreshToken)
{
    const auto url = serverUrl(server);
    if (url.isEmpty() || refreshToken.isEmpty())
        return;
    m_api.setServer(url);
    m_email.clear();
    m_refreshToken = refreshToken;
    m_stay = false;
    renew();
}

void Session::signIn(const QString &server, const QString &email, const QString &password, bool stay)
{
    const auto url = serverUrl(server);
    if (url.isEmpty()) {
        setState(State::SignedOut, tr("This is not a server address. It looks like desk.example.com."));
        return;
    }
    m_api.setServer(url);
    m_email = email.trimmed();
    m_password = password;
    m_stay = stay;
    attempt({});
}

void Session::submitCode(const QString &code)
{
    attempt(code.trimmed());
}

void Session::cancelCode()
{
    m_password.clear();
    setState(m_refreshToken.isEmpty() ? State::SignedOut : State::Locked);
}

void Session::attempt(const QString &code)
{
    QJsonObject body{
        {u"email"_s, m_email}, {u"password"_s, m_password}, {u"device_name"_s, QSysInfo::machineHostName()}};
    if (!code.isEmpty())
        body.insert("code"_L1, code);
    ask(u"/auth/sign-in"_s, body);
}

void Session::acceptInvitation(const QString &server, const QString &token, const QString &name,
                               const QString &password)
{
    const auto url = serverUrl(server);
    if (url.isEmpty()) {
        setState(State::SignedOut, tr("This is not a server address. It looks like desk.example.com."));
        return;
    }
    m_api.setServer(url);
    m_email.clear();
    m_stay = false;
    ask(u"/auth/invitation/accept"_s, {{u"token"_s, token.trimmed()},
                                       {u"name"_s, name.trimmed()},
                                       {u"password"_s, password},
                                       {u"device_name"_s, QSysInfo::machineHostName()}});
}

void Session::ask(const QString &path, const QJsonObject &body)
{
    m_busy = true;
    setState(m_state);
    m_api.send({.verb = ApiRequest::Verb::Post, .path = path, .query = {}, .body = body, .withToken = false}, this,
               [this](const ApiAnswer &answer) { onSignedIn(answer); });
}

void Session::onSignedIn(const ApiAnswer &answer)
{
    m_busy = false;
    if (answer.code == "code_required"_L1) {
        setState(State::CodeNeeded);
        return;
    }
    if (!answer.ok()) {
        // A wrong password does not open the lock, and does not end the session behind it either.
        const bool codeWrong = m_state == State::CodeNeeded && answer.code == "bad_code"_L1;
        setState(m_state == State::Locked || codeWrong ? m_state : State::SignedOut, answer.sentence());
        return;
    }
    m_password.clear();
    adopt(answer.body);
    keep();
    setState(State::SignedIn);
    touch();
    Q_EMIT accessGranted(true);
}

void Session::renew()
{
    if (m_renewing)
        return;
    if (m_refreshToken.isEmpty()) {
        end(tr("Your session has ended. Please sign in again."));
        return;
    }
    m_renewing = true;
    m_api.send({.verb = ApiRequest::Verb::Post,
                .path = u"/auth/refresh"_s,
                .query = {},
                .body = {{u"refresh_token"_s, m_refreshToken}},
                .withToken = false},
               this, [this](const ApiAnswer &answer) {
                   m_renewing = false;
                   if (answer.ok()) {
                       const bool fresh = m_state == State::SignedOut;
                       adopt(answer.body);
                       keep();
                       setState(fresh ? State::SignedIn : m_state);
                       Q_EMIT accessGranted(fresh);
                   } else if (answer.status == 401 || answer.status == 403) {
                       end(answer.sentence());
                   } else {
                       // The network is away: the session is not over.
                       m_renewal = m_scheduler.after(Milliseconds(5'000), [this] { renew(); });
                   }
               });
}

void Session::adopt(const QJsonObject &grant)
{
    m_refreshToken = grant.value("refresh_token"_L1).toString();
    if (grant.contains("user"_L1))
        m_user = grant.value("user"_L1).toObject();
    if (m_email.isEmpty())
        m_email = m_user.value("email"_L1).toString();
    if (grant.contains("clinic"_L1))
        m_clinic = grant.value("clinic"_L1).toObject();
    const int seconds = grant.value("expires_in"_L1).toInt(300);
    m_renewal = m_scheduler.after(Milliseconds(1000 * std::max(5, seconds - RenewAheadSeconds)), [this] { renew(); });
    m_api.setAccessToken(grant.value("access_token"_L1).toString());
}

void Session::keep()
{
    if (!m_secrets)
        return;
    if (m_stay)
        m_secrets->write(secretKey(), m_refreshToken, [this](bool kept) { m_stay = kept; });
    else
        m_secrets->remove(secretKey());
}

void Session::signOut()
{
    if (!m_api.accessToken().isEmpty())
        m_api.send({.verb = ApiRequest::Verb::Post, .path = u"/auth/sign-out"_s}, this, [](const ApiAnswer &) {});
    end({});
}

void Session::end(const QString &problem)
{
    if (m_secrets)
        m_secrets->remove(secretKey());
    m_renewal.reset();
    m_idle.reset();
    m_refreshToken.clear();
    m_password.clear();
    m_stay = false;
    m_user = {};
    m_clinic = {};
    m_api.setAccessToken({});
    m_api.abandonWaiting();
    setState(State::SignedOut, problem);
    Q_EMIT signedOut();
}

void Session::lock()
{
    if (m_state == State::SignedIn)
        setState(State::Locked);
}

void Session::unlock(const QString &password)
{
    m_password = password;
    attempt({});
}

void Session::touch()
{
    m_idle.reset();
    if (m_state == State::SignedIn && m_idleLimit > Milliseconds(0))
        m_idle = m_scheduler.after(m_idleLimit, [this] { lock(); });
}

void Session::setIdleMinutes(int minutes)
{
    m_idleLimit = std::chrono::minutes(minutes);
    touch();
}

void Session::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

QString Session::secretKey() const
{
    return m_api.server().host() + u'/' + m_email.toLower();
}

QString Session::server() const
{
    return m_api.server().toString();
}

QString Session::userId() const
{
    return m_user.value("id"_L1).toString();
}

QString Session::userName() const
{
    return m_user.value("name"_L1).toString();
}

QString Session::role() const
{
    return m_user.value("role"_L1).toString();
}

bool Session::hasTotp() const
{
    return m_user.value("has_totp"_L1).toBool();
}

QString Session::clinicName() const
{
    return m_clinic.value("name"_L1).toString();
}

QString Session::timeZone() const
{
    return m_clinic.value("time_zone"_L1).toString();
}

} // namespace Frontdesk::Client
