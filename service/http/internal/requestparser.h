#pragma once

#include "service/http/httprequest.h"

#include <memory>

namespace Frontdesk::Http {

/// The grammar of one request: fed with bytes, knows no socket. Boost.Beast reads; this adds what Beast leaves open
/// and could be read in two ways by us and by a proxy in front.
class RequestParser {
public:
    enum class Progress { NeedMore, HeadDone, Complete, Failed };

    explicit RequestParser(int headLimitBytes);
    ~RequestParser();

    /// `bytes` begin where the request begins, each time from the start. After HeadDone or Complete (there is no
    /// body), headSize() of them belong to this request.
    [[nodiscard]] Progress parseHead(QByteArrayView bytes);
    [[nodiscard]] qsizetype headSize() const { return m_headSize; }

    /// Before parseBody; Failed with 413 when the announced length is above it.
    [[nodiscard]] Progress limitBody(qint64 bytes);

    /// Takes what it can use of `bytes` and says in `used` how much that was; the rest must be offered again with
    /// more behind it.
    [[nodiscard]] Progress parseBody(QByteArrayView bytes, qsizetype &used);

    /// After Failed: the answer it deserves.
    [[nodiscard]] int errorStatus() const { return m_errorStatus; }
    [[nodiscard]] const QString &errorDetail() const { return m_errorDetail; }

    /// From HeadDone on.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }
    [[nodiscard]] bool asksForWebSocket() const;
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const std::vector<QString> &segments() const { return m_segments; }

    /// When Complete, with its body.
    [[nodiscard]] HttpRequest takeRequest();

private:
    struct Beast;

    [[nodiscard]] Progress fail(int status, const QString &detail);
    [[nodiscard]] Progress failWith(int beastErrorValue);
    [[nodiscard]] Progress readHead();
    [[nodiscard]] bool readMethod();
    [[nodiscard]] int countHeader(QByteArrayView name) const;

    std::unique_ptr<Beast> m_beast;
    HttpRequest m_request;
    std::vector<QString> m_segments;
    qsizetype m_headLimit;
    qsizetype m_headSize = 0;
    qsizetype m_searched = 0; ///< Up to here there is no end of the head.
    int m_errorStatus = 0;
    QString m_errorDetail;
    bool m_expectsContinue = false;
};

/// Why an upgrade to WebSocket cannot be answered with 101 (RFC 6455, 4.2.1); 0 when it can.
struct UpgradeFault {
    int status = 0;
    QString detail;
};
[[nodiscard]] UpgradeFault checkUpgrade(const HttpRequest &request);

} // namespace Frontdesk::Http
