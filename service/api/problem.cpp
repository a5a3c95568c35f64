#include "service/api/problem.h"

#include <QJsonDocument>

namespace Frontdesk::Api {

Http::HttpResponse problem(int status, const char *code, const QString &detail, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    body.insert(QStringLiteral("title"), QString::fromLatin1(Http::reasonPhrase(status)));
    body.insert(QStringLiteral("status"), status);
    body.insert(QStringLiteral("detail"), detail);
    body.insert(QStringLiteral("code"), QLatin1String(code));
    Http::HttpResponse response = jsonAnswer(status, body);
    response.setHeader("Content-Type", "application/problem+json");
    return response;
}

Http::HttpResponse problem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return problem(404, "not_found", error.message);
    case ErrorCode::Conflict:
        return problem(409, "conflict", error.message);
    case ErrorCode::InvalidInput:
        return problem(422, "invalid", error.message);
    case ErrorCode::Refused:
        return problem(403, "forbidden", error.message);
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout: {
        Http::HttpResponse response =
            problem(503, "unavailable", QStringLiteral("The records cannot be reached; try again in a moment."));
        response.setHeader("Retry-After", "2");
        return response;
    }
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        break;
    }
    return problem(500, "internal", QStringLiteral("Something went wrong here; it has been written down."));
}

Http::HttpResponse jsonAnswer(int status, const QJsonObject &body)
{
    Http::HttpResponse response = Http::HttpResponse::json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
    response.setHeader("Cache-Control", "no-store");
    return response;
}

Http::HttpResponse changedMeanwhile(const QJsonObject &current)
{
    return problem(412, "changed_meanwhile", QStringLiteral("Somebody changed this in the meantime."),
                   {{QStringLiteral("current"), current}});
}

} // namespace Frontdesk::Api
