#include "service/recording/s3objectstore.h"

#include "service/recording/providers/s3transfer.h"

#include <QRegularExpression>

namespace Frontdesk::Recording {

namespace {

/// The store's own word for what is wrong, `SignatureDoesNotMatch` for example; empty when it gave none.
QString codeIn(const QByteArray &body)
{
    static const QRegularExpression shape(QStringLiteral("<Code>([A-Za-z]{1,60})</Code>"));
    constexpr qsizetype Enough = 2048;
    return shape.match(QString::fromLatin1(body.left(Enough))).captured(1);
}

Error errorOf(const S3Answer &answer)
{
    const QString code = codeIn(answer.body);
    if (answer.status == 404 && code != QLatin1String("NoSuchBucket")) {
        return {ErrorCode::NotFound, QStringLiteral("The recording's file is missing.")};
    }
    static const QStringList passing{QStringLiteral("RequestTimeout"), QStringLiteral("RequestTimeTooSkewed"),
                                     QStringLiteral("OperationAborted"), QStringLiteral("ConditionalRequestConflict")};
    const bool mayPass = answer.status >= 500 || answer.status == 429 || passing.contains(code);
    return {mayPass ? ErrorCode::Unavailable : ErrorCode::Refused,
            QStringLiteral("The store of recordings answered %1 %2.").arg(answer.status).arg(code).simplified()};
}

class S3ObjectStore final : public ObjectStore {
public:
    explicit S3ObjectStore(S3Settings settings)
        : m_settings(std::move(settings))
    {}

    Result<void> put(const QString &name, const QString &file) override
    {
        QFile body(file);
        if (!body.open(QIODevice::ReadOnly)) {
            return Error{ErrorCode::NotFound, QStringLiteral("The recording's file is missing.")};
        }
        return withoutBody(send({.verb = Verb::Put, .name = name, .body = &body}));
    }

    Result<qint64> size(const QString &name) override
    {
        const auto answer = sendTwice({.verb = Verb::Head, .name = name});
        return answer ? Result<qint64>(answer->length) : answer.error();
    }

    Result<QByteArray> read(const QString &name, qint64 offset, qint64 size) override
    {
        const auto answer = sendTwice({.verb = Verb::Get, .name = name, .range = std::pair(offset, size)});
        if (!answer) {
            return answer.error();
        }
        // A server that does not know ranges answers 200 with everything.
        QByteArray bytes = answer->status == 200 ? answer->body.mid(offset, size) : answer->body;
        return bytes.size() == size ? Result<QByteArray>(std::move(bytes))
                                    : Error{ErrorCode::Corrupt, QStringLiteral("A recording ends before its time.")};
    }

    Result<void> remove(const QString &name) override
    {
        const auto answer = send({.verb = Verb::Delete, .name = name});
        const bool gone = answer || answer.error().code == ErrorCode::NotFound;
        return gone ? Result<void>() : answer.error();
    }

    Result<void> check() override { return withoutBody(sendTwice({.verb = Verb::Head, .name = {}})); }

    void stop() override { m_stopping = true; }

private:
    using Verb = S3Request::Verb;

    Result<S3Answer> send(const S3Request &request)
    {
        auto answer = transfer(m_settings, request, m_stopping);
        if (!answer) {
            return answer;
        }
        return answer->status >= 200 && answer->status < 300 ? answer : errorOf(*answer);
    }

    /// Somebody is waiting for what is read; what is written is tried again later anyway.
    Result<S3Answer> sendTwice(const S3Request &request)
    {
        auto answer = send(request);
        return answer || answer.error().code != ErrorCode::Unavailable ? std::move(answer) : send(request);
    }

    static Result<void> withoutBody(const Result<S3Answer> &answer) { return answer ? Result<void>() : answer.error(); }

    const S3Settings m_settings;
    std::atomic<bool> m_stopping = false;
};

} // namespace

std::unique_ptr<ObjectStore> makeS3ObjectStore(S3Settings settings)
{
    return std::make_unique<S3ObjectStore>(std::move(settings));
}

} // namespace Frontdesk::Recording
