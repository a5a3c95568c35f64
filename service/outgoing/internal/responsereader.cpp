#include "service/outgoing/internal/responsereader.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace Frontdesk::Outgoing {

namespace http = boost::beast::http;

namespace {

constexpr std::uint32_t HeadLimitBytes = 32 * 1024;

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

struct ResponseReader::Beast {
    http::response_parser<http::string_body> parser;
};

ResponseReader::ResponseReader(qint64 mostBytes)
    : m_beast(std::make_unique<Beast>())
{
    m_beast->parser.header_limit(HeadLimitBytes);
    m_beast->parser.body_limit(static_cast<std::uint64_t>(mostBytes));
    m_beast->parser.eager(true);
}

ResponseReader::~ResponseReader() = default;

ResponseReader::Step ResponseReader::feed(const QByteArray &bytes)
{
    m_touched = m_touched || !bytes.isEmpty();
    m_kept += bytes;
    boost::beast::error_code error;
    qsizetype used = 0;
    while (used < m_kept.size() && !m_beast->parser.is_done()) {
        const boost::asio::const_buffer rest(m_kept.constData() + used, static_cast<size_t>(m_kept.size() - used));
        const size_t taken = m_beast->parser.put(rest, error);
        used += static_cast<qsizetype>(taken);
        if (error == http::error::need_more) {
            break;
        }
        if (error) {
            return {true, {}, {}, false};
        }
        if (taken == 0) {
            break;
        }
    }
    m_kept.remove(0, used);
    return take();
}

ResponseReader::Step ResponseReader::end()
{
    boost::beast::error_code error;
    if (!m_beast->parser.is_header_done()) {
        return {true, {}, {}, false};
    }
    m_beast->parser.put_eof(error);
    Step step = take();
    step.broken = bool(error) || !m_beast->parser.is_done();
    return step;
}

ResponseReader::Step ResponseReader::take()
{
    Step step;
    auto &parser = m_beast->parser;
    if (!parser.is_header_done()) {
        return step;
    }
    if (!std::exchange(m_headGiven, true)) {
        HttpHead head;
        head.status = static_cast<int>(parser.get().result_int());
        for (const auto &field : parser.get().base()) {
            head.headers.push_back({toBytes(field.name_string()), toBytes(field.value())});
        }
        step.head = std::move(head);
    }
    std::string &body = parser.get().body();
    step.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    body.clear();
    step.complete = parser.is_done();
    return step;
}

bool ResponseReader::keepAlive() const
{
    return m_beast->parser.is_done() && m_beast->parser.keep_alive() && m_kept.isEmpty();
}

} // namespace Frontdesk::Outgoing
