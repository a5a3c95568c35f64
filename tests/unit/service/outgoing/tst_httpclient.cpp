#include "service/outgoing/httpclient.h"
#include "tests/fakes/fakeserver.h"
#include "tests/fakes/selfsigned.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Outgoing;
using namespace std::chrono_literals;
using Vendor = FaultPolicy::FaultKind;
using Fakes::FaultKind;

namespace {

/// Says the request's body again, in pieces, and knows what it was asked.
class Echo final : public Fakes::FakeServer {
public:
    bool closesWhenIdle = false;

protected:
    void answer(const Fakes::FakeRequest &request, Fakes::FakeAnswer to, FaultKind fault) override
    {
        if (request.path == QLatin1String("/plain")) {
            to.send(200, "text/plain", request.body);
            if (closesWhenIdle) {
                to.hangUp();
            }
            return;
        }
        to.beginChunked("text/plain");
        to.chunk(request.body.left(3));
        if (fault == FaultKind::Truncated) {
            to.hangUp();
        } else if (fault != FaultKind::HalfOpen) {
            to.chunk(request.body.mid(3));
            to.endChunked();
        }
    }
    void refuse(Fakes::FakeAnswer to, FaultKind) override
    {
        to.send(429, "application/json", "{}", {"retry-after: 7"});
    }
};

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<Echo> m_server;
    std::unique_ptr<HttpClient> m_client;

    struct Outcome {
        int status = 0;
        QByteArray body;
        bool finished = false;
        std::optional<FaultPolicy::Fault> fault;
        Milliseconds retryAfter{0};
    };

    HttpCall call(const QString &path = QStringLiteral("/chunked"))
    {
        HttpCall call;
        call.vendor = QStringLiteral("The echo");
        call.permit = Permit::withoutPatientData();
        call.url = m_server->url();
        call.url.setPath(path);
        call.body = "patience";
        call.budgets = {300ms, 300ms, 300ms, 2000ms};
        return call;
    }

    Outcome run(const HttpCall &what, bool useful = true)
    {
        Outcome outcome;
        const auto exchange = m_client->send(what);
        connect(exchange.get(), &HttpExchange::answered, this, [&](const HttpHead &head) {
            outcome.status = head.status;
            outcome.retryAfter = head.retryAfter();
        });
        connect(exchange.get(), &HttpExchange::received, this, [&](const QByteArray &bytes) {
            outcome.body += bytes;
            if (useful) {
                exchange->noteUseful();
            }
        });
        connect(exchange.get(), &HttpExchange::finished, this, [&] { outcome.finished = true; });
        connect(exchange.get(), &HttpExchange::failed, this,
                [&](const FaultPolicy::Fault &fault) { outcome.fault = fault; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.finished || outcome.fault, 5000); }();
        return outcome;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Echo>();
        QVERIFY(m_server->listen());
        m_client = std::make_unique<HttpClient>(m_scheduler);
    }

    void send_chunkedAnswer_comesWhole()
    {
        const Outcome outcome = run(call());
        QVERIFY(outcome.finished);
        QCOMPARE(outcome.status, 200);
        QCOMPARE(outcome.body, QByteArray("patience"));
        QCOMPARE(m_server->requests().first().headers.value("content-length"), QByteArray("8"));
    }

    void connections_areKeptWarm()
    {
        for (int i = 0; i < 5; ++i) {
            QVERIFY(run(call()).finished);
        }
        QCOMPARE(m_server->connections(), 1);
    }

    void warm_opensTheConnectionAhead()
    {
        m_client->warm(m_server->url());
        QTRY_COMPARE(m_server->connections(), 1);
        QVERIFY(run(call()).finished);
        QCOMPARE(m_server->connections(), 1);
    }

    void idleConnection_closedByTheVendor_costsNothing()
    {
        m_server->closesWhenIdle = true;
        QVERIFY(run(call(QStringLiteral("/plain"))).finished);
        QVERIFY(run(call(QStringLiteral("/plain"))).finished);
    }

    void send_toUnencryptedStrangers_isRefused()
    {
        HttpCall strange = call();
        strange.url.setHost(QStringLiteral("192.0.2.1"));
        const Outcome outcome = run(strange);
        QCOMPARE(outcome.fault->kind, Vendor::Insecure);
        QCOMPARE(m_server->connections(), 0);
    }

    void send_toAServerThatCannotProveItself_isRefused()
    {
        m_server->useTls(Tests::selfSignedConfiguration());
        HttpCall secret = call();
        secret.url.setScheme(QStringLiteral("https"));
        const Outcome outcome = run(secret);
        QCOMPARE(outcome.fault->kind, Vendor::Insecure);
        QVERIFY(m_server->requests().isEmpty());
    }

    /// The address says where to go, the name who must be there.
    void pinnedAddress_isConnectedTo_andMustBeTheNamedHost()
    {
        const QSslConfiguration tls = Tests::selfSignedConfiguration();
        m_server->useTls(tls);
        QSslConfiguration trusting = HttpClient::defaultTls();
        trusting.setCaCertificates({tls.localCertificate()});
        m_client = std::make_unique<HttpClient>(m_scheduler, trusting);
        HttpCall pinned = call();
        pinned.budgets = {5000ms, 5000ms, 5000ms, 5000ms};
        pinned.address = QHostAddress(QHostAddress::LocalHost);
        pinned.url.setScheme(QStringLiteral("https"));
        pinned.url.setHost(QStringLiteral("somebody.else.example")); // Never looked up.
        const Outcome other = run(pinned);
        QCOMPARE(other.fault->kind, Vendor::Insecure);
        pinned.url.setHost(QStringLiteral("localhost"));
        QVERIFY(run(pinned).finished);
        QVERIFY(run(pinned).finished);
        QCOMPARE(m_server->requests().first().headers.value("host"),
                 "localhost:" + QByteArray::number(m_server->port()));
        QCOMPARE(m_server->connections(), 2); // One of them was refused by us, the other kept warm.
    }

    void fault_isToldByKind_data()
    {
        QTest::addColumn<FaultKind>("fault");
        QTest::addColumn<Vendor>("kind");
        QTest::newRow("refuse") << FaultKind::Refuse << Vendor::Unreachable;
        QTest::newRow("reset") << FaultKind::Reset << Vendor::Reset;
        QTest::newRow("silent") << FaultKind::AcceptThenSilent << Vendor::Timeout;
        QTest::newRow("truncated") << FaultKind::Truncated << Vendor::Reset;
        QTest::newRow("half open") << FaultKind::HalfOpen << Vendor::Timeout;
        QTest::newRow("slow") << FaultKind::SlowFirstByte << Vendor::Timeout;
    }
    void fault_isToldByKind()
    {
        QFETCH(FaultKind, fault);
        QFETCH(Vendor, kind);
        m_server->setFault({fault});
        const Outcome outcome = run(call());
        QVERIFY(!outcome.finished);
        QCOMPARE(outcome.fault->kind, kind);
    }

    void bytesThatDoNotHelp_doNotStopTheClock()
    {
        m_server->setFault({FaultKind::HalfOpen});
        const Outcome outcome = run(call(), false);
        QCOMPARE(outcome.body, QByteArray("pat"));
        QCOMPARE(outcome.fault->kind, Vendor::Timeout);
    }

    void retryAfter_isRead()
    {
        m_server->setFault({FaultKind::RateLimited});
        const Outcome outcome = run(call());
        QCOMPARE(outcome.status, 429);
        QCOMPARE(outcome.retryAfter, 7000ms);
    }

    void destroyedExchange_saysNothingMore()
    {
        auto exchange = m_client->send(call());
        bool heard = false;
        connect(exchange.get(), &HttpExchange::received, this, [&] { heard = true; });
        connect(exchange.get(), &HttpExchange::answered, this, [&] { exchange.reset(); });
        QTRY_VERIFY(!exchange);
        QVERIFY(run(call()).finished);
        QVERIFY(!heard);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
