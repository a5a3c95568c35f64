#pragma once

#include "service/http/httprequest.h"

namespace Frontdesk::Http {

/// What a handler answers. Length, date and connection headers are the server's, and so are the security headers
/// that a handler did not set itself.
struct HttpResponse {
    int status = 200;
    std::vector<HttpHeader> headers;
    QByteArray body;

    [[nodiscard]] static HttpResponse empty(int status = 204);
    [[nodiscard]] static HttpResponse text(int status, const QString &text);
    [[nodiscard]] static HttpResponse json(int status, QByteArray body);
    [[nodiscard]] static HttpResponse xml(int status, QByteArray body);

    /// RFC 9457 `application/problem+json`: the status' own title and one plain sentence for whoever reads it.
    /// `detail` must hold no patient data.
    [[nodiscard]] static HttpResponse problem(int status, const QString &detail);

    /// Replaces a header of the same name. A line break in `value` is dropped: no answer can be split in two.
    HttpResponse &setHeader(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
};

/// "Not Found" for 404; "Unknown" when the number has no name.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace Frontdesk::Http
