#include "service/http/internal/requestparser.h"

#include <QTest>

using namespace Frontdesk::Http;
using Progress = RequestParser::Progress;

class TestRequestParser : public QObject {
    Q_OBJECT

private:
    static int statusOf(const QByteArray &bytes, qint64 bodyLimit = 1 << 20)
    {
        RequestParser parser(16 << 10);
        Progress progress = parser.parseHead(bytes);
        if (progress == Progress::HeadDone) {
            progress = parser.limitBody(bodyLimit);
            qsizetype used = 0;
            if (progress != Progress::Failed) {
                progress = parser.parseBody(QByteArrayView(bytes).sliced(parser.headSize()), used);
            }
        }
        return progress == Progress::Failed ? parser.errorStatus() : progress == Progress::Complete ? 200 : 0;
    }

private Q_SLOTS:
    void parse_wholeRequest_hasEveryPart()
    {
        const QByteArray bytes = "POST /twilio/voice?tenant=7 HTTP/1.1\r\nHost: a\r\nX-Two: 1\r\nx-two: 2\r\n"
                                 "Content-Length: 5\r\n\r\nhelloGET";
        RequestParser parser(16 << 10);
        QCOMPARE(parser.parseHead(bytes), Progress::HeadDone);
        QCOMPARE(parser.limitBody(100), Progress::NeedMore);
        qsizetype used = 0;
        QCOMPARE(parser.parseBody(QByteArrayView(bytes).sliced(parser.headSize()), used), Progress::Complete);
        QCOMPARE(used, qsizetype{5});
        QVERIFY(parser.keepAlive());
        const HttpRequest request = parser.takeRequest();
        QCOMPARE(request.method, Method::Post);
        QCOMPARE(request.target, QByteArray("/twilio/voice?tenant=7"));
        QCOMPARE(request.path, QStringLiteral("/twilio/voice"));
        QCOMPARE(request.queryValue(u"tenant"), std::optional(QStringLiteral("7")));
        QCOMPARE(request.headers.size(), size_t{4});
        QCOMPARE(request.header("X-TWO"), QByteArray("1"));
        QCOMPARE(request.body, QByteArray("hello"));
    }

    void parse_chunked_joinsTheBody()
    {
        const QByteArray bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "3;x=1\r\nhel\r\n2\r\nlo\r\n0\r\nX-Trailer: 1\r\n\r\n";
        RequestParser parser(16 << 10);
        QCOMPARE(parser.parseHead(bytes), Progress::HeadDone);
        QByteArray rest = bytes.mid(parser.headSize());
        Progress progress = parser.limitBody(5);
        for (qsizetype end = 1; progress == Progress::NeedMore && end <= rest.size(); ++end) {
            qsizetype used = 0;
            progress = parser.parseBody(rest.first(end), used);
            rest.remove(0, used);
            end -= used;
        }
        QCOMPARE(progress, Progress::Complete);
        const HttpRequest request = parser.takeRequest();
        QCOMPARE(request.body, QByteArray("hello"));
        QVERIFY(!request.hasHeader("X-Trailer")); // Nobody may add a header behind the checks.
    }

    void parse_headInPieces_isReadOnceComplete()
    {
        const QByteArray bytes = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";
        RequestParser parser(16 << 10);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QCOMPARE(parser.parseHead(bytes.first(size)), Progress::NeedMore);
        }
        QCOMPARE(parser.parseHead(bytes), Progress::Complete);
    }

    void parse_headCutAnywhere_isReadOnceComplete()
    {
        const QByteArray bytes = "GET /x HTTP/1.1\r\nHost: a\r\nX-More: b\r\n\r\n";
        for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
            RequestParser parser(16 << 10);
            QCOMPARE(parser.parseHead(bytes.first(cut)), Progress::NeedMore);
            QCOMPARE(parser.parseHead(bytes), Progress::Complete);
            QCOMPARE(parser.request().header("X-More"), QByteArray("b"));
        }
    }

    void parse_wrong_isRefusedWithItsStatus_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("good", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200);
        row("HTTP/1.0 without host", "GET / HTTP/1.0\r\n\r\n", 200);
        row("garbage", "\x16\x03\x01\x02", 400);
        row("garbage lines", "hello there\r\n\r\n", 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        row("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
        row("control in header", "GET / HTTP/1.1\r\nHost: a\x01\r\n\r\n", 400);
        row("unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        row("connect", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        row("version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
        row("version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
        row("absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("length and chunked",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc", 400);
        row("chunked and length",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc", 400);
        row("two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400);
        row("negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc", 400);
        row("signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400);
        row("length list", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 4\r\n\r\nabc", 400);
        row("huge length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400);
        row("other coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("two codings", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501);
        row("hidden coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", 501);
        row("chunked in 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("bad chunk size", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        row("body too long", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", 413);
        row("chunk too long", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n", 413);
        row("other expectation", "POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 3\r\n\r\nabc", 417);
        row("long header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17000, 'x') + "\r\n\r\n", 431);
        row("endless header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17000, 'x'), 431);
        row("endless head", "GET /" + QByteArray(17000, 'x'), 431);
        row("many headers", "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("A: b\r\n").repeated(200) + "\r\n", 431);
    }
    void parse_wrong_isRefusedWithItsStatus()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QCOMPARE(statusOf(bytes), status);
    }

    void asksForWebSocket_tokensInLists_areFound()
    {
        RequestParser parser(16 << 10);
        QCOMPARE(parser.parseHead("GET /m HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\n"
                                  "Upgrade: WebSocket\r\n\r\n"),
                 Progress::Complete);
        QVERIFY(parser.asksForWebSocket());
    }

    void checkUpgrade_faults_haveTheirStatus()
    {
        HttpRequest request;
        request.headers = {{"Sec-WebSocket-Version", "13"}, {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
        QCOMPARE(checkUpgrade(request).status, 0);
        request.headers[0].value = "8";
        QCOMPARE(checkUpgrade(request).status, 426);
        request.headers[0].value = "13";
        request.headers[1].value = "dGhlIHNhbXBsZQ==";
        QCOMPARE(checkUpgrade(request).status, 400);
        request.headers[1].value = "dGhlIHNhbXBsZSBub25jZQ==";
        request.method = Method::Post;
        QCOMPARE(checkUpgrade(request).status, 400);
        request.method = Method::Get;
        request.headers.push_back({"Content-Length", "4"});
        QCOMPARE(checkUpgrade(request).status, 400);
    }
};

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
