#include "tools/callsim/twiliowire.h"

#include "service/telephony/twiliosignature.h"
#include "shared/core/id.h"

#include <QNetworkReply>
#include <QUrlQuery>

namespace Frontdesk::CallSim {

namespace {

constexpr int MostRedirects = 10;

QByteArray escaped(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray formOf(const Parameters &parameters)
{
    QByteArray form;
    for (const auto &[name, value] : parameters) {
        form += (form.isEmpty() ? "" : "&") + escaped(name) + '=' + escaped(value);
    }
    return form;
}

bool neverConnected(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError;
}

} // namespace

struct TwilioWire::Attempt {
    QString method;
    QUrl url;
    Parameters parameters;
    QByteArray idempotencyToken;
    Received done;
    int redirects = 0;
    bool retried = false;
};

TwilioWire::TwilioWire(PhoneNetwork network, QObject *parent)
    : QObject(parent)
    , m_network(std::move(network))
{}

void TwilioWire::request(const QString &method, const QUrl &url, const Parameters &parameters, Received done)
{
    send(std::make_shared<Attempt>(Attempt{method.toUpper(), url, parameters, newUuid7().toLatin1(), std::move(done)}));
}

QNetworkRequest TwilioWire::upgrade(const QUrl &url) const
{
    QNetworkRequest request(m_network.reachable(url));
    sign(request, url.toEncoded(), {});
    return request;
}

void TwilioWire::send(const std::shared_ptr<Attempt> &attempt)
{
    const bool isPost = attempt->method == QLatin1String("POST");
    QUrl url = attempt->url;
    url.setFragment(QString());
    if (!isPost && !attempt->parameters.isEmpty()) {
        const QByteArray query = url.query(QUrl::FullyEncoded).toUtf8();
        url.setQuery(QString::fromLatin1((query.isEmpty() ? query : query + '&') + formOf(attempt->parameters)));
    }
    QNetworkRequest request(m_network.reachable(url));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(AnswerLimit.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("TwilioProxy/1.1"));
    // A call would hold an idle connection for all its length, and with hundreds of calls the service's limit of those.
    request.setRawHeader("Connection", "close");
    request.setRawHeader("I-Twilio-Idempotency-Token", attempt->idempotencyToken);
    sign(request, url.toEncoded(), isPost ? attempt->parameters : Parameters{});
    if (isPost) {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QStringLiteral("application/x-www-form-urlencoded; charset=UTF-8"));
    }
    QNetworkReply *reply = isPost ? m_http.post(request, formOf(attempt->parameters)) : m_http.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, attempt, reply] { finish(attempt, reply); });
}

void TwilioWire::finish(const std::shared_ptr<Attempt> &attempt, QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400 && attempt->redirects < MostRedirects) {
        // The raw header: Qt reads a relative Location as none.
        const QUrl target = QUrl::fromEncoded(reply->rawHeader("Location"));
        attempt->url = attempt->url.resolved(target);
        if (status < 307) {
            attempt->method = QStringLiteral("GET");
        }
        ++attempt->redirects;
        send(attempt);
        return;
    }
    if (status == 0 && !attempt->retried && neverConnected(reply->error())) {
        attempt->retried = true;
        send(attempt);
        return;
    }
    if (status == 0) {
        const bool late = reply->error() == QNetworkReply::OperationCanceledError;
        attempt->done(Error{late ? ErrorCode::Timeout : ErrorCode::Unavailable,
                            late ? QStringLiteral("11205: no answer within 15 s") : reply->errorString()});
        return;
    }
    if (status < 200 || status > 299) {
        attempt->done(Error{ErrorCode::Unavailable, QStringLiteral("11200: HTTP status %1").arg(status)});
        return;
    }
    attempt->done(Answer{reply->readAll(), reply->header(QNetworkRequest::ContentTypeHeader).toString()});
}

void TwilioWire::sign(QNetworkRequest &request, const QByteArray &url, const Parameters &form) const
{
    if (m_network.authToken.isEmpty()) {
        return;
    }
    std::vector<Telephony::TwilioForm::Parameter> parameters;
    for (const auto &[name, value] : form) {
        parameters.push_back({name.toUtf8(), value.toUtf8()});
    }
    request.setRawHeader("X-Twilio-Signature",
                         Telephony::TwilioSignature(m_network.authToken).sign(url, Telephony::TwilioForm(parameters)));
}

} // namespace Frontdesk::CallSim
