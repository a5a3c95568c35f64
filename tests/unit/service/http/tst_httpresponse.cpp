#include "service/http/httpresponder.h"
#include "service/http/internal/responsewriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Frontdesk::Http;

class TestHttpResponse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problem_anyStatus_isProblemJson()
    {
        const auto response = HttpResponse::problem(404, QStringLiteral("There is no \"such\" task."));
        const auto body = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(body[QLatin1String("status")].toInt(), 404);
        QCOMPARE(body[QLatin1String("title")].toString(), QStringLiteral("Not Found"));
        QCOMPARE(body[QLatin1String("detail")].toString(), QStringLiteral("There is no \"such\" task."));
        QVERIFY(writeResponse(response, {}).contains("Content-Type: application/problem+json\r\n"));
    }

    void setHeader_lineBreakInValue_cannotSplitTheAnswer()
    {
        auto response = HttpResponse::empty();
        response.setHeader("Location", "/a\r\nSet-Cookie: x=1");
        const QByteArray bytes = writeResponse(response, {});
        QVERIFY(bytes.contains("Location: /aSet-Cookie: x=1\r\n"));
        QVERIFY(!bytes.contains("\r\nSet-Cookie"));
    }

    void setHeader_sameName_isReplaced()
    {
        auto response = HttpResponse::text(200, QStringLiteral("x"));
        response.setHeader("content-type", "text/html");
        QCOMPARE(response.headers.size(), size_t{1});
    }

    void write_handlersLengthAndConnection_areTheServers()
    {
        HttpResponse response = HttpResponse::text(200, QStringLiteral("four"));
        response.setHeader("Content-Length", "999").setHeader("Connection", "upgrade");
        const QByteArray bytes = writeResponse(response, {});
        QVERIFY(!bytes.contains("999"));
        QVERIFY(bytes.contains("Content-Length: 4\r\n"));
        QVERIFY(bytes.contains("Connection: keep-alive\r\n"));
        QVERIFY(bytes.endsWith("\r\n\r\nfour"));
    }

    void write_securityHeaders_yieldToTheHandlers()
    {
        HttpResponse response = HttpResponse::text(200, QStringLiteral("x"));
        response.setHeader("Content-Security-Policy", "default-src 'self'");
        const QByteArray bytes = writeResponse(response, {true, true, false});
        QCOMPARE(bytes.count("Content-Security-Policy:"), 1);
        QVERIFY(bytes.contains("default-src 'self'"));
        QVERIFY(bytes.contains("X-Content-Type-Options: nosniff\r\n"));
        QVERIFY(bytes.contains("Cache-Control: no-store\r\n"));
        QVERIFY(bytes.contains("Strict-Transport-Security: "));
        QVERIFY(!bytes.contains("Server:"));
    }

    void write_noContent_hasNoLength()
    {
        QVERIFY(!writeResponse(HttpResponse::empty(204), {}).contains("Content-Length"));
        QVERIFY(writeResponse(HttpResponse::empty(200), {}).contains("Content-Length: 0\r\n"));
    }

    void write_headRequest_saysLengthWithoutBody()
    {
        const QByteArray bytes = writeResponse(HttpResponse::text(200, QStringLiteral("four")), {true, false, true});
        QVERIFY(bytes.contains("Content-Length: 4\r\n"));
        QVERIFY(bytes.endsWith("\r\n\r\n"));
    }

    void responder_sentTwice_deliversTheFirst()
    {
        std::vector<int> statuses;
        {
            const HttpResponder responder([&](HttpResponse &&response) { statuses.push_back(response.status); });
            const HttpResponder copy = responder;
            copy.send(HttpResponse::empty(201));
            QVERIFY(responder.answered());
            responder.send(HttpResponse::empty(202));
        }
        QCOMPARE(statuses, std::vector<int>{201});
    }

    void responder_lastCopyDiesUnanswered_answers500()
    {
        std::vector<int> statuses;
        {
            HttpResponder outer([&](HttpResponse &&response) { statuses.push_back(response.status); });
            {
                const HttpResponder inner = outer;
            }
            QVERIFY(statuses.empty());
        }
        QCOMPARE(statuses, std::vector<int>{500});
    }
};

QTEST_APPLESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
