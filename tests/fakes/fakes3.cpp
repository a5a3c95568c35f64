#include "tests/fakes/fakes3.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTcpSocket>

namespace Frontdesk::Fakes {

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray errorXml(const QByteArray &code)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code +
           "</Code><Message>No.</Message><RequestId>r</RequestId></Error>";
}

int statusOf(const QByteArray &code)
{
    return code.startsWith("NoSuch") ? 404 : code == "XAmzContentSHA256Mismatch" || code == "BadDigest" ? 400 : 403;
}

struct Authorization {
    QByteArray accessKey;
    QByteArray region;
    QList<QByteArray> names;
    QByteArray signature;
};

std::optional<Authorization> authorizationOf(const FakeRequest &request)
{
    static const QRegularExpression shape(
        QStringLiteral("^AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, "
                       "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$"));
    const auto match = shape.match(QString::fromLatin1(request.headers.value("authorization")));
    if (!match.hasMatch() || !request.headers.value("x-amz-date").startsWith(match.captured(2).toLatin1())) {
        return std::nullopt;
    }
    return Authorization{match.captured(1).toLatin1(), match.captured(3).toLatin1(),
                         match.captured(4).toLatin1().split(';'), match.captured(5).toLatin1()};
}

/// A HEAD's answer promises a body and has none.
void sendHead(const FakeAnswer &answer, int status, qsizetype length)
{
    if (answer.socket() != nullptr) {
        answer.socket()->write("HTTP/1.1 " + QByteArray::number(status) +
                               " Answer\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n");
    }
}

} // namespace

FakeS3::FakeS3(QObject *parent)
    : FakeServer(parent)
{}

QByteArray FakeS3::signature(const FakeRequest &request, const QList<QByteArray> &signedNames,
                             const QByteArray &amzDate, const QByteArray &region, const QByteArray &secret)
{
    QByteArray canonical = request.method + '\n' + request.path.toUtf8().toPercentEncoding("/") + '\n' +
                           request.query.toString(QUrl::FullyEncoded).toUtf8() + '\n';
    for (const QByteArray &name : signedNames) {
        canonical += name + ':' + request.headers.value(name) + '\n';
    }
    canonical += '\n' + signedNames.join(';') + '\n' + request.headers.value("x-amz-content-sha256");
    const QByteArray day = amzDate.left(8);
    const QByteArray scope = day + '/' + region + "/s3/aws4_request";
    const QByteArray toSign = "AWS4-HMAC-SHA256\n" + amzDate + '\n' + scope + '\n' + sha256(canonical);
    const QByteArray key = hmac(hmac(hmac(hmac("AWS4" + secret, day), region), "s3"), "aws4_request");
    return hmac(key, toSign).toHex();
}

/// S3's word for what is wrong with it; empty: nothing.
QByteArray FakeS3::refusalOf(const FakeRequest &request) const
{
    const auto authorization = authorizationOf(request);
    const QByteArray contentHash = request.headers.value("x-amz-content-sha256");
    if (!authorization || contentHash.isEmpty()) {
        return "AccessDenied";
    }
    if (authorization->accessKey != AccessKey) {
        return "InvalidAccessKeyId";
    }
    const bool isSigned = authorization->names.contains("host") &&
                          authorization->names.contains("x-amz-content-sha256") && authorization->region == Region &&
                          signature(request, authorization->names, request.headers.value("x-amz-date"), Region,
                                    m_secret) == authorization->signature;
    if (!isSigned) {
        return "SignatureDoesNotMatch";
    }
    if (contentHash != sha256(request.body)) {
        return "XAmzContentSHA256Mismatch";
    }
    const QString bucket = request.path.section(QLatin1Char('/'), 1, 1);
    return bucket == QLatin1String(Bucket) ? QByteArray() : "NoSuchBucket";
}

void FakeS3::answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault)
{
    const QString name = request.path.section(QLatin1Char('/'), 2);
    QByteArray refusal = refusalOf(request);
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (refusal.isEmpty() && reads && !name.isEmpty() && !m_objects.contains(name)) {
        refusal = "NoSuchKey";
    }
    if (request.method == "HEAD") {
        const auto found = m_objects.find(name);
        sendHead(answer, refusal.isEmpty() ? 200 : statusOf(refusal),
                 refusal.isEmpty() && found != m_objects.end() ? found->second.size() : 0);
    } else if (!refusal.isEmpty()) {
        answer.send(statusOf(refusal), "application/xml", errorXml(refusal));
    } else if (request.method == "GET") {
        answerGet(request, answer, fault);
    } else if (request.method == "PUT") {
        m_objects[name] = request.body;
        if (fault == FaultKind::Truncated || fault == FaultKind::HalfOpen) {
            answer.socket()->write("HTTP/1.1 20"); // It is kept, and nobody can tell.
            if (fault == FaultKind::Truncated) {
                answer.hangUp();
            }
            return;
        }
        answer.send(200, "application/xml", {}, {"ETag: \"e\""});
    } else if (request.method == "DELETE") {
        m_objects.erase(name);
        answer.send(204, "application/xml", {});
    }
}

void FakeS3::answerGet(const FakeRequest &request, const FakeAnswer &answer, FaultKind fault) const
{
    const QByteArray &whole = m_objects.at(request.path.section(QLatin1Char('/'), 2));
    static const QRegularExpression shape(QStringLiteral("^bytes=(\\d+)-(\\d+)$"));
    const auto range = shape.match(QString::fromLatin1(request.headers.value("range")));
    const bool isPart = range.hasMatch() && m_knowsRanges;
    const QByteArray body = isPart ? whole.mid(range.captured(1).toLongLong(),
                                               range.captured(2).toLongLong() - range.captured(1).toLongLong() + 1)
                                   : whole;
    if (fault == FaultKind::Truncated) {
        sendHead(answer, isPart ? 206 : 200, body.size());
        answer.socket()->write(body.left(body.size() / 2));
        answer.hangUp();
        return;
    }
    answer.send(isPart ? 206 : 200, "application/octet-stream", body);
}

void FakeS3::refuse(FakeAnswer answer, FaultKind fault)
{
    switch (fault) {
    case FaultKind::Unauthorized:
        answer.send(403, "application/xml", errorXml("AccessDenied"));
        return;
    case FaultKind::RateLimited:
        answer.send(503, "application/xml", errorXml("SlowDown"));
        return;
    default:
        answer.send(500, "application/xml", errorXml("InternalError"));
        return;
    }
}

} // namespace Frontdesk::Fakes
