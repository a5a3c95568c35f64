#include "desktop/client/apiclient.h"

#include "desktop/client/certificateproblem.h"

#include <QJsonDocument>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Frontdesk::Client {

namespace {

/// Longer than the server's own limit for an answer, so that its words arrive before we give up.
constexpr int TransferTimeoutMs = 65'000;

constexpr char CertificateProblem[] = "certificateProblem";

QByteArray verbName(ApiRequest::Verb verb)
{
    switch (verb) {
    case ApiRequest::Verb::Get:
        return QByteArrayLiteral("GET");
    case ApiRequest::Verb::Post:
        return QByteArrayLiteral("POST");
    case ApiRequest::Verb::Put:
        return QByteArrayLiteral("PUT");
    case ApiRequest::Verb::Patch:
        return QByteArrayLiteral("PATCH");
    case ApiRequest::Verb::Delete:
        return QByteArrayLiteral("DELETE");
    }
    return {};
}

ApiAnswer answerOf(QNetworkReply &reply)
{
    ApiAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.bytes = reply.readAll();
    if (answer.status == 0) {
        answer.networkError = reply.errorString();
        answer.certificateProblem = reply.property(CertificateProblem).toString();
    }
    const QByteArray etag = reply.rawHeader("ETag");
    answer.version = etag.startsWith("\"v") ? etag.mid(2, etag.size() - 3).toInt() : -1;
    if (reply.header(QNetworkRequest::ContentTypeHeader).toString().contains("json"_L1))
        answer.body = QJsonDocument::fromJson(answer.bytes).object();
    if (!answer.ok())
        answer.code = answer.body.value("code"_L1).toString();
    const QByteArray span = reply.rawHeader("Content-Range");
    if (!span.isEmpty())
        answer.wholeSize = span.sliced(span.lastIndexOf('/') + 1).toLongLong();
    answer.retryAfterSeconds = reply.rawHeader("Retry-After").toInt();
    return answer;
}

} // namespace

ApiClient::ApiClient(QObject *parent)
    : QObject(parent)
{
    m_network.setTransferTimeout(TransferTimeoutMs);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void ApiClient::setAccessToken(const QString &token)
{
    m_accessToken = token;
    if (token.isEmpty())
        return;
    for (auto &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            dispatch(std::move(waiting));
    }
}

void ApiClient::abandonWaiting()
{
    ApiAnswer over;
    over.status = 401;
    over.code = u"session_ended"_s;
    for (const auto &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.handler(over);
    }
}

void ApiClient::send(const ApiRequest &request, QObject *context, Handler handler)
{
    dispatch({request, context, std::move(handler)});
}

void ApiClient::dispatch(Waiting sent)
{
    sent.token = m_accessToken;
    auto *const reply = start(sent.request);
    connect(reply, &QNetworkReply::sslErrors, reply, [reply, host = m_server.host()](const QList<QSslError> &errors) {
        reply->setProperty(CertificateProblem, certificateSentence(errors, host));
    });
    if (sent.request.verb == ApiRequest::Verb::Get && sent.context)
        connect(sent.context, &QObject::destroyed, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [this, reply, sent = std::move(sent)] { onFinished(reply, sent); });
}

QNetworkReply *ApiClient::start(const ApiRequest &request)
{
    QUrl url = m_server;
    url.setPath("/api/v1"_L1 + request.path);
    url.setQuery(request.query);
    QNetworkRequest http(url);
    http.setRawHeader("Accept-Language", QLocale().bcp47Name().toUtf8());
    if (request.withToken)
        http.setRawHeader("Authorization", "Bearer " + m_accessToken.toUtf8());
    if (!request.range.isEmpty())
        http.setRawHeader("Range", request.range);
    if (request.ifMatch >= 0)
        http.setRawHeader("If-Match", "\"v" + QByteArray::number(request.ifMatch) + '"');
    if (request.verb == ApiRequest::Verb::Post)
        http.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    QByteArray body;
    const bool mayBeEmpty = request.verb == ApiRequest::Verb::Get || request.verb == ApiRequest::Verb::Delete;
    if (!mayBeEmpty || !request.body.isEmpty()) {
        http.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
        body = QJsonDocument(request.body).toJson(QJsonDocument::Compact);
    }
    return m_network.sendCustomRequest(http, verbName(request.verb), body);
}

void ApiClient::onFinished(QNetworkReply *reply, Waiting sent)
{
    reply->deleteLater();
    if (!sent.context)
        return;
    const auto answer = answerOf(*reply);
    if (answer.status == 401 && sent.request.withToken && !sent.again && answer.code != "bad_credentials"_L1 &&
        answer.code != "bad_code"_L1) {
        sent.again = true;
        if (!m_accessToken.isEmpty() && sent.token != m_accessToken) { // Refused late: it has been renewed meanwhile.
            dispatch(std::move(sent));
            return;
        }
        m_waiting.push_back(std::move(sent));
        if (m_waiting.size() == 1)
            Q_EMIT accessExpired();
        return;
    }
    sent.handler(answer);
}

} // namespace Frontdesk::Client
