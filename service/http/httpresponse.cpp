#include "service/http/httpresponse.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::Http {

HttpResponse HttpResponse::empty(int status)
{
    return {status, {}, {}};
}

HttpResponse HttpResponse::text(int status, const QString &text)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, text.toUtf8()};
}

HttpResponse HttpResponse::json(int status, QByteArray body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

HttpResponse HttpResponse::xml(int status, QByteArray body)
{
    return {status, {{"Content-Type", "text/xml; charset=utf-8"}}, std::move(body)};
}

HttpResponse HttpResponse::problem(int status, const QString &detail)
{
    const QJsonObject body{{QStringLiteral("type"), QStringLiteral("about:blank")},
                           {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(status))},
                           {QStringLiteral("status"), status},
                           {QStringLiteral("detail"), detail}};
    return {status, {{"Content-Type", "application/problem+json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpResponse &HttpResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    std::erase_if(headers,
                  [&name](const HttpHeader &header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
    QByteArray clean = value;
    clean.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    headers.push_back({name, clean});
    return *this;
}

bool HttpResponse::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray reasonPhrase(int status)
{
    static const struct {
        int status;
        const char *phrase;
    } phrases[] = {{101, "Switching Protocols"},
                   {200, "OK"},
                   {201, "Created"},
                   {202, "Accepted"},
                   {204, "No Content"},
                   {206, "Partial Content"},
                   {301, "Moved Permanently"},
                   {302, "Found"},
                   {303, "See Other"},
                   {304, "Not Modified"},
                   {307, "Temporary Redirect"},
                   {308, "Permanent Redirect"},
                   {400, "Bad Request"},
                   {401, "Unauthorized"},
                   {403, "Forbidden"},
                   {404, "Not Found"},
                   {405, "Method Not Allowed"},
                   {406, "Not Acceptable"},
                   {408, "Request Timeout"},
                   {409, "Conflict"},
                   {410, "Gone"},
                   {412, "Precondition Failed"},
                   {413, "Content Too Large"},
                   {415, "Unsupported Media Type"},
                   {416, "Range Not Satisfiable"},
                   {417, "Expectation Failed"},
                   {422, "Unprocessable Content"},
                   {423, "Locked"},
                   {426, "Upgrade Required"},
                   {428, "Precondition Required"},
                   {429, "Too Many Requests"},
                   {431, "Request Header Fields Too Large"},
                   {500, "Internal Server Error"},
                   {501, "Not Implemented"},
                   {502, "Bad Gateway"},
                   {503, "Service Unavailable"},
                   {504, "Gateway Timeout"},
                   {505, "HTTP Version Not Supported"}};
    for (const auto &entry : phrases) {
        if (entry.status == status) {
            return entry.phrase;
        }
    }
    return QByteArrayLiteral("Unknown");
}

} // namespace Frontdesk::Http
