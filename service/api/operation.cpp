#include "service/api/operation.h"

#include "service/api/problem.h"

#include <QJsonDocument>

namespace Frontdesk::Api {

QJsonObject ApiCall::body() const
{
    return QJsonDocument::fromJson(request.body).object();
}

std::optional<qint64> ApiCall::expectedVersion() const
{
    const QByteArray tag = request.header("If-Match").trimmed();
    bool isNumber = false;
    const qint64 version = tag.mid(2, tag.size() - 3).toLongLong(&isNumber);
    return isNumber && tag == etagOf(version) ? std::optional(version) : std::nullopt;
}

QByteArray etagOf(qint64 version)
{
    return "\"v" + QByteArray::number(version) + '"';
}

Http::HttpResponse versioned(Http::HttpResponse response, qint64 version)
{
    response.setHeader("ETag", etagOf(version));
    return response;
}

Http::HttpResponse preconditionRequired()
{
    return problem(428, "precondition_required",
                   QStringLiteral("Say which version you change: If-Match with the ETag you read."));
}

} // namespace Frontdesk::Api
