#include "service/http/internal/responsewriter.h"

#include <QDateTime>
#include <QLocale>

namespace Frontdesk::Http {

namespace {

void line(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

bool isServersOwn(const QByteArray &name)
{
    for (const char *own : {"Content-Length", "Transfer-Encoding", "Connection", "Date"}) {
        if (name.compare(own, Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

/// An API answers programs: nothing may be cached, framed, sniffed, or run. A page that needs more sets its own.
constexpr struct {
    const char *name;
    const char *value;
} SecurityHeaders[] = {{"X-Content-Type-Options", "nosniff"},
                       {"Cache-Control", "no-store"},
                       {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                       {"X-Frame-Options", "DENY"},
                       {"Referrer-Policy", "no-referrer"}};

} // namespace

QByteArray writeResponse(const HttpResponse &response, const ResponseContext &context)
{
    const bool hasBody = response.status >= 200 && response.status != 204 && response.status != 304;
    QByteArray out;
    out.reserve(640 + (context.headOnly ? 0 : response.body.size()));
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");
    line(out, "Date", httpDate());
    for (const HttpHeader &header : response.headers) {
        if (!isServersOwn(header.name)) {
            line(out, header.name, header.value);
        }
    }
    for (const auto &header : SecurityHeaders) {
        if (!response.hasHeader(header.name)) {
            line(out, header.name, header.value);
        }
    }
    if (context.overTls && !response.hasHeader("Strict-Transport-Security")) {
        line(out, "Strict-Transport-Security", "max-age=31536000");
    }
    if (hasBody) {
        line(out, "Content-Length", QByteArray::number(response.body.size()));
    }
    line(out, "Connection", context.keepAlive ? "keep-alive" : "close");
    out.append("\r\n");
    if (hasBody && !context.headOnly) {
        out.append(response.body);
    }
    return out;
}

} // namespace Frontdesk::Http
