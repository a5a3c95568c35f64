#include "service/app/vendormetrics.h"

#include <QTest>

using namespace Frontdesk;
using namespace std::chrono_literals;

class TestVendorMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_areOneLineForEachVendorAndOutcome()
    {
        FaultPolicy::VendorCounts ears;
        ears.vendor = QStringLiteral("deepgram");
        ears.successes = 7;
        ears.timeInSuccesses = 1250ms;
        ears.failures[FaultPolicy::FaultKind::RateLimited] = 2;
        ears.timeInFailures[FaultPolicy::FaultKind::RateLimited] = 90ms;
        ears.resting = true;
        const QByteArray page = App::vendorMetrics({ears}, {{QStringLiteral("openai"), UsageUnit::OutputTokens, 42}});
        for (const char *line :
             {"frontdesk_vendor_requests_total{vendor=\"deepgram\",service=\"stt\",outcome=\"success\"} 7\n",
              "frontdesk_vendor_requests_total{vendor=\"deepgram\",service=\"stt\",outcome=\"rate_limited\"} 2\n",
              "frontdesk_vendor_seconds_total{vendor=\"deepgram\",service=\"stt\",outcome=\"success\"} 1.250\n",
              "frontdesk_vendor_seconds_total{vendor=\"deepgram\",service=\"stt\",outcome=\"rate_limited\"} 0.090\n",
              "frontdesk_vendor_resting{vendor=\"deepgram\",service=\"stt\"} 1\n",
              "frontdesk_vendor_usage_total{vendor=\"openai\",unit=\"tokens_out\"} 42\n"}) {
            QVERIFY2(page.contains(line), line);
        }
        QVERIFY(page.endsWith('\n'));
    }

    void withoutVendors_thePageIsStillWellFormed()
    {
        const QByteArray page = App::vendorMetrics({}, {});
        for (const QByteArray &line : page.split('\n')) {
            QVERIFY(line.isEmpty() || line.startsWith("# "));
        }
    }
};

QTEST_APPLESS_MAIN(TestVendorMetrics)
#include "tst_vendormetrics.moc"
