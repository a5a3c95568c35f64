#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <optional>
#include <vector>

namespace Frontdesk::Http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// As on the wire, for example "GET".
[[nodiscard]] QByteArray methodName(Method method);

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// A name with its text: a query item or a path parameter, percent-decoded.
struct NamedText {
    QString name;
    QString value;
};

/// One request, complete and within all limits. A plain value; it may travel to any thread.
struct HttpRequest {
    Method method = Method::Get;
    QByteArray target;            ///< Exactly what the client sent: path and query, nothing decoded. What Twilio signs.
    QString path;                 ///< Decoded, without the query.
    std::vector<NamedText> query; ///< Decoded, in order; repeated names stay.
    std::vector<NamedText> parameters; ///< What the route's {names} stood for, decoded.
    std::vector<HttpHeader> headers;   ///< In order, names as sent.
    QByteArray body;
    QHostAddress peer; ///< The other end of the connection: behind a proxy, the proxy.
    bool overTls = false;

    /// The first header of that name (any letter case); empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;

    /// The first query item of that name.
    [[nodiscard]] std::optional<QString> queryValue(QStringView name) const;

    /// What stood for `{name}` in the route; empty when the route has no such parameter.
    [[nodiscard]] QString parameter(QStringView name) const;

    /// The body's type without its parameters, lower case: "application/json".
    [[nodiscard]] QByteArray contentType() const;
};

/// A target's path and query apart and decoded; nothing when it is not an origin-form target, has a broken escape, is
/// not UTF-8 or hides a control character.
struct ParsedTarget {
    QString path;
    std::vector<QString> segments; ///< Split before decoding: an escaped slash stays inside its segment.
    std::vector<NamedText> query;
};
[[nodiscard]] std::optional<ParsedTarget> parseTarget(QByteArrayView target);

} // namespace Frontdesk::Http
