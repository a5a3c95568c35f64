#include "service/recording/providers/s3transfer.h"

#include <QCryptographicHash>

#include <curl/curl.h>

namespace Frontdesk::Recording {

namespace {

constexpr long ConnectMilliseconds = 5'000;
/// Slower than this for so long: the transfer hangs.
constexpr long SlowestBytesPerSecond = 512;
constexpr long SlowestSeconds = 15;
/// No answer of ours is longer: a recording of two hours.
constexpr qsizetype LongestBody = qsizetype{160} << 20;

struct Handle {
    Handle()
        : curl(curl_easy_init())
    {}
    ~Handle()
    {
        curl_slist_free_all(headers);
        curl_easy_cleanup(curl);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    void addHeader(const QByteArray &line) { headers = curl_slist_append(headers, line.constData()); }

    CURL *curl;
    curl_slist *headers = nullptr;
};

size_t takeBody(char *bytes, size_t size, size_t count, void *to)
{
    auto *body = static_cast<QByteArray *>(to);
    const size_t all = size * count;
    if (body->size() + static_cast<qsizetype>(all) > LongestBody) {
        return 0;
    }
    body->append(bytes, static_cast<qsizetype>(all));
    return all;
}

size_t giveBody(char *to, size_t size, size_t count, void *from)
{
    const qint64 got = static_cast<QFile *>(from)->read(to, static_cast<qint64>(size * count));
    return got < 0 ? CURL_READFUNC_ABORT : static_cast<size_t>(got);
}

int seekBody(void *from, curl_off_t offset, int origin)
{
    const bool done = origin == SEEK_SET && static_cast<QFile *>(from)->seek(offset);
    return done ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

int watchStop(void *stopping, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*toSend*/, curl_off_t /*sent*/)
{
    return static_cast<const std::atomic<bool> *>(stopping)->load() ? 1 : 0;
}

QByteArray addressOf(const S3Settings &settings, const QString &name)
{
    QUrl url = settings.endpoint;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    if (settings.bucketInHost) {
        url.setHost(settings.bucket + QLatin1Char('.') + url.host());
    } else {
        path += QLatin1Char('/') + settings.bucket;
    }
    url.setPath(QString());
    // Names are safe as they stand; the path goes out and into the signature exactly so.
    return url.toEncoded() + path.toUtf8() + '/' + name.toUtf8();
}

/// libcurl 7.88 does not send the hash that S3 wants, but signs what it is given.
QByteArray hashOf(QFile *body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (body != nullptr) {
        body->seek(0);
        hash.addData(body);
        body->seek(0);
    }
    return hash.result().toHex();
}

void setVerb(const Handle &handle, const S3Request &request)
{
    switch (request.verb) {
    case S3Request::Verb::Get:
        break;
    case S3Request::Verb::Head:
        curl_easy_setopt(handle.curl, CURLOPT_NOBODY, 1L);
        break;
    case S3Request::Verb::Delete:
        curl_easy_setopt(handle.curl, CURLOPT_CUSTOMREQUEST, "DELETE");
        break;
    case S3Request::Verb::Put:
        curl_easy_setopt(handle.curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle.curl, CURLOPT_READFUNCTION, giveBody);
        curl_easy_setopt(handle.curl, CURLOPT_READDATA, request.body);
        curl_easy_setopt(handle.curl, CURLOPT_SEEKFUNCTION, seekBody);
        curl_easy_setopt(handle.curl, CURLOPT_SEEKDATA, request.body);
        curl_easy_setopt(handle.curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
        break;
    }
}

void secure(const Handle &handle, const S3Settings &settings)
{
    const QByteArray provider = "aws:amz:" + settings.region.toUtf8() + ":s3";
    curl_easy_setopt(handle.curl, CURLOPT_AWS_SIGV4, provider.constData());
    curl_easy_setopt(handle.curl, CURLOPT_USERNAME, settings.accessKey.toUtf8().constData());
    curl_easy_setopt(handle.curl, CURLOPT_PASSWORD, settings.secretKey.toUtf8().constData());
    curl_easy_setopt(handle.curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle.curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle.curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle.curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
}

void setLimits(const Handle &handle, const std::atomic<bool> &stopping)
{
    curl_easy_setopt(handle.curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.curl, CURLOPT_CONNECTTIMEOUT_MS, ConnectMilliseconds);
    curl_easy_setopt(handle.curl, CURLOPT_LOW_SPEED_LIMIT, SlowestBytesPerSecond);
    curl_easy_setopt(handle.curl, CURLOPT_LOW_SPEED_TIME, SlowestSeconds);
    curl_easy_setopt(handle.curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle.curl, CURLOPT_XFERINFOFUNCTION, watchStop);
    curl_easy_setopt(handle.curl, CURLOPT_XFERINFODATA, const_cast<std::atomic<bool> *>(&stopping));
}

} // namespace

Result<S3Answer> transfer(const S3Settings &settings, const S3Request &request, const std::atomic<bool> &stopping)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Handle handle;
    if (ready != CURLE_OK || handle.curl == nullptr) {
        return Error{ErrorCode::Internal, QStringLiteral("The HTTP library cannot be used.")};
    }
    S3Answer answer;
    curl_easy_setopt(handle.curl, CURLOPT_URL, addressOf(settings, request.name).constData());
    curl_easy_setopt(handle.curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle.curl, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(handle.curl, CURLOPT_WRITEDATA, &answer.body);
    secure(handle, settings);
    setLimits(handle, stopping);
    setVerb(handle, request);
    handle.addHeader("x-amz-content-sha256: " + hashOf(request.body));
    handle.addHeader("Expect:"); // Else a server that ignores it costs a second.
    if (request.range) {
        const auto [offset, size] = *request.range;
        const QByteArray range = QByteArray::number(offset) + '-' + QByteArray::number(offset + size - 1);
        curl_easy_setopt(handle.curl, CURLOPT_RANGE, range.constData());
    }
    curl_easy_setopt(handle.curl, CURLOPT_HTTPHEADER, handle.headers);
    if (const CURLcode code = curl_easy_perform(handle.curl); code != CURLE_OK) {
        return Error{
            ErrorCode::Unavailable,
            QStringLiteral("The store of recordings did not answer: %1.").arg(QLatin1String(curl_easy_strerror(code)))};
    }
    long status = 0;
    curl_off_t length = 0;
    curl_easy_getinfo(handle.curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle.curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    answer.status = static_cast<int>(status);
    answer.length = length;
    return answer;
}

} // namespace Frontdesk::Recording
