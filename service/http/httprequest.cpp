#include "service/http/httprequest.h"

#include "service/http/percentencoding.h"

#include <QStringDecoder>

#include <algorithm>

namespace Frontdesk::Http {

namespace {

std::optional<QString> decode(QByteArrayView text, bool plusIsSpace)
{
    const auto bytes = percentDecoded(text, plusIsSpace);
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!bytes || std::any_of(bytes->begin(), bytes->end(), isControl)) {
        return {};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(*bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(decoded));
}

template <typename Visit>
bool forEachPart(QByteArrayView text, char separator, Visit visit)
{
    while (true) {
        const qsizetype end = text.indexOf(separator);
        if (!visit(end < 0 ? text : text.first(end))) {
            return false;
        }
        if (end < 0) {
            return true;
        }
        text = text.sliced(end + 1);
    }
}

bool parseQuery(QByteArrayView text, std::vector<NamedText> &query)
{
    return forEachPart(text, '&', [&query](QByteArrayView item) {
        if (item.isEmpty()) {
            return true;
        }
        const qsizetype equals = item.indexOf('=');
        auto name = decode(equals < 0 ? item : item.first(equals), true);
        auto value = decode(equals < 0 ? QByteArrayView() : item.sliced(equals + 1), true);
        if (!name || !value) {
            return false;
        }
        query.push_back({std::move(*name), std::move(*value)});
        return true;
    });
}

} // namespace

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Head:
        return QByteArrayLiteral("HEAD");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Patch:
        return QByteArrayLiteral("PATCH");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    case Method::Options:
        return QByteArrayLiteral("OPTIONS");
    }
    return {};
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            return header.value;
        }
    }
    return {};
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

std::optional<QString> HttpRequest::queryValue(QStringView name) const
{
    const auto item = std::find_if(query.begin(), query.end(), [name](const auto &i) { return i.name == name; });
    return item == query.end() ? std::nullopt : std::optional(item->value);
}

QString HttpRequest::parameter(QStringView name) const
{
    const auto item =
        std::find_if(parameters.begin(), parameters.end(), [name](const auto &i) { return i.name == name; });
    return item == parameters.end() ? QString() : item->value;
}

QByteArray HttpRequest::contentType() const
{
    const QByteArray type = header("Content-Type");
    const qsizetype end = type.indexOf(';');
    return (end < 0 ? type : type.first(end)).trimmed().toLower();
}

std::optional<ParsedTarget> parseTarget(QByteArrayView target)
{
    if (!target.startsWith('/')) {
        return {};
    }
    ParsedTarget parsed;
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    const bool pathIsGood = forEachPart(path.sliced(1), '/', [&parsed](QByteArrayView part) {
        auto segment = decode(part, false);
        if (!segment) {
            return false;
        }
        parsed.path += QLatin1Char('/') + *segment;
        parsed.segments.push_back(std::move(*segment));
        return true;
    });
    if (!pathIsGood || (question >= 0 && !parseQuery(target.sliced(question + 1), parsed.query))) {
        return {};
    }
    return parsed;
}

} // namespace Frontdesk::Http
