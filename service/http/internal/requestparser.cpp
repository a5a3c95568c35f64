#include "service/http/internal/requestparser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace Frontdesk::Http {

namespace http = boost::beast::http;

namespace {

constexpr int MaximumHeaders = 128;

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool listContains(const QByteArray &list, const char *token)
{
    const QList<QByteArray> items = list.split(',');
    return std::any_of(items.begin(), items.end(), [token](const QByteArray &item) {
        return item.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

struct RequestParser::Beast {
    http::request_parser<http::string_body> parser;
};

RequestParser::RequestParser(int headLimitBytes)
    : m_beast(std::make_unique<Beast>())
    , m_headLimit(headLimitBytes)
{
    m_beast->parser.header_limit(static_cast<std::uint32_t>(headLimitBytes));
    m_beast->parser.body_limit(boost::none); // Until the route is known: limitBody.
}

RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::fail(int status, const QString &detail)
{
    m_errorStatus = status;
    m_errorDetail = detail;
    return Progress::Failed;
}

RequestParser::Progress RequestParser::failWith(int beastErrorValue)
{
    switch (static_cast<http::error>(beastErrorValue)) {
    case http::error::header_limit:
        return fail(431, QStringLiteral("The request's headers are too long."));
    case http::error::body_limit:
        return fail(413, QStringLiteral("The request's body is too long."));
    case http::error::bad_version:
        return fail(505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here."));
    default:
        return fail(400, QStringLiteral("This is not a well-formed HTTP request."));
    }
}

RequestParser::Progress RequestParser::parseHead(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return Progress::NeedMore;
    }
    // A TLS greeting on a plain port should not have to wait for an end of its head.
    if (!std::isalpha(static_cast<unsigned char>(bytes.front()))) {
        return fail(400, QStringLiteral("This is not a well-formed HTTP request."));
    }
    // Given a part, Beast keeps some of it; given the whole head, it takes it or leaves it.
    constexpr QByteArrayView headEnd("\r\n\r\n");
    const qsizetype end = bytes.indexOf(headEnd, m_searched);
    if (end < 0 && bytes.size() <= m_headLimit) {
        m_searched = std::max<qsizetype>(0, bytes.size() - headEnd.size() + 1);
        return Progress::NeedMore;
    }
    if (end < 0 || end + headEnd.size() > m_headLimit) {
        return failWith(static_cast<int>(http::error::header_limit));
    }
    m_headSize = end + headEnd.size();
    boost::beast::error_code error;
    const size_t used = m_beast->parser.put(boost::asio::buffer(bytes.data(), static_cast<size_t>(m_headSize)), error);
    if (error || used != static_cast<size_t>(m_headSize)) {
        return failWith(error.value());
    }
    return readHead();
}

bool RequestParser::readMethod()
{
    switch (m_beast->parser.get().method()) {
    case http::verb::get:
        m_request.method = Method::Get;
        return true;
    case http::verb::head:
        m_request.method = Method::Head;
        return true;
    case http::verb::post:
        m_request.method = Method::Post;
        return true;
    case http::verb::put:
        m_request.method = Method::Put;
        return true;
    case http::verb::patch:
        m_request.method = Method::Patch;
        return true;
    case http::verb::delete_:
        m_request.method = Method::Delete;
        return true;
    case http::verb::options:
        m_request.method = Method::Options;
        return true;
    default:
        return false;
    }
}

int RequestParser::countHeader(QByteArrayView name) const
{
    return static_cast<int>(
        std::count_if(m_request.headers.begin(), m_request.headers.end(), [name](const HttpHeader &header) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        }));
}

RequestParser::Progress RequestParser::readHead()
{
    const auto &message = m_beast->parser.get();
    if (message.version() != 11 && message.version() != 10) {
        return fail(505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here."));
    }
    for (const auto &field : message) {
        m_request.headers.push_back({toBytes(field.name_string()), toBytes(field.value())});
    }
    if (m_request.headers.size() > MaximumHeaders) {
        return fail(431, QStringLiteral("The request has too many headers."));
    }
    if (!readMethod()) {
        return fail(501, QStringLiteral("This method is not known here."));
    }
    const int hosts = countHeader("Host");
    if (hosts > 1 || (hosts == 0 && message.version() == 11)) {
        return fail(400, QStringLiteral("A request needs exactly one Host header."));
    }
    if (m_request.hasHeader("Transfer-Encoding")) {
        // Two lengths, or a coding that a proxy may read differently, is how requests are smuggled.
        if (m_request.hasHeader("Content-Length") || message.version() == 10) {
            return fail(400, QStringLiteral("The length of the request is ambiguous."));
        }
        if (countHeader("Transfer-Encoding") != 1 ||
            m_request.header("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0) {
            return fail(501, QStringLiteral("Only the chunked transfer coding is known here."));
        }
    }
    if (m_request.hasHeader("Expect")) {
        if (m_request.header("Expect").compare("100-continue", Qt::CaseInsensitive) != 0) {
            return fail(417, QStringLiteral("This expectation cannot be met."));
        }
        m_expectsContinue = message.version() == 11;
    }
    m_request.target = toBytes(message.target());
    auto target = parseTarget(m_request.target);
    if (!target) {
        return fail(400, QStringLiteral("The address of the request is not well-formed."));
    }
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);
    m_segments = std::move(target->segments);
    m_beast->parser.eager(true);
    return m_beast->parser.is_done() ? Progress::Complete : Progress::HeadDone;
}

RequestParser::Progress RequestParser::limitBody(qint64 bytes)
{
    const auto limit = static_cast<std::uint64_t>(bytes);
    const auto announced = m_beast->parser.content_length();
    if (announced && *announced > limit) {
        return failWith(static_cast<int>(http::error::body_limit));
    }
    if (!m_beast->parser.is_done()) {
        m_beast->parser.body_limit(limit);
    }
    return Progress::NeedMore;
}

RequestParser::Progress RequestParser::parseBody(QByteArrayView bytes, qsizetype &used)
{
    used = 0;
    if (bytes.isEmpty()) {
        return Progress::NeedMore;
    }
    boost::beast::error_code error;
    used = static_cast<qsizetype>(
        m_beast->parser.put(boost::asio::buffer(bytes.data(), static_cast<size_t>(bytes.size())), error));
    if (error && error != http::error::need_more) {
        return failWith(error.value());
    }
    return m_beast->parser.is_done() ? Progress::Complete : Progress::NeedMore;
}

bool RequestParser::isComplete() const
{
    return m_beast->parser.is_done();
}

bool RequestParser::keepAlive() const
{
    return m_beast->parser.keep_alive();
}

bool RequestParser::asksForWebSocket() const
{
    return listContains(m_request.header("Connection"), "upgrade") &&
           listContains(m_request.header("Upgrade"), "websocket");
}

HttpRequest RequestParser::takeRequest()
{
    const std::string &body = m_beast->parser.get().body();
    m_request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    return std::move(m_request);
}

UpgradeFault checkUpgrade(const HttpRequest &request)
{
    if (request.method != Method::Get) {
        return {400, QStringLiteral("Only a GET can become a WebSocket.")};
    }
    if (request.hasHeader("Content-Length") && request.header("Content-Length") != "0") {
        return {400, QStringLiteral("A WebSocket upgrade has no body.")};
    }
    if (request.header("Sec-WebSocket-Version") != "13") {
        return {426, QStringLiteral("Only WebSocket version 13 is spoken here.")};
    }
    const auto key =
        QByteArray::fromBase64Encoding(request.header("Sec-WebSocket-Key"), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || key.decoded.size() != 16) {
        return {400, QStringLiteral("The WebSocket key is not well-formed.")};
    }
    return {};
}

} // namespace Frontdesk::Http
