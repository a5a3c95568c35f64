#include "service/webhooks/delivery.h"
#include "service/webhooks/signature.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Webhooks;

class TestSignature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Reckoned apart, by `printf '1772634000.{"a":1}' | openssl dgst -sha256 -hmac whsec_one`.
    void header_isWhatOthersReckon()
    {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1772634000, Qt::UTC);
        QCOMPARE(signatureHeader({"whsec_one"}, "{\"a\":1}", at),
                 QByteArray("t=1772634000,v1=2288a892c68a69d6a62512fb2a5ae4432cf41414a89077abab366fa1ab054119"));
        QCOMPARE(signatureHeader({"whsec_two", "whsec_one"}, "{\"a\":1}", at),
                 QByteArray("t=1772634000,v1=193b2463ec4cc42503e9826054136ad850b719b2142c6ed070d0bdb3f136e9cd"
                            ",v1=2288a892c68a69d6a62512fb2a5ae4432cf41414a89077abab366fa1ab054119"));
    }

    void secrets_theOldOneSignsUntilItsTime()
    {
        Storage::Webhook webhook;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1772634000, Qt::UTC);
        webhook.secret = "new";
        QCOMPARE(secretsOf(webhook, now), std::vector<QByteArray>{"new"});
        webhook.previousSecret = "old";
        webhook.previousUntil = now.addSecs(1);
        QCOMPARE(secretsOf(webhook, now), (std::vector<QByteArray>{"new", "old"}));
        QCOMPARE(secretsOf(webhook, now.addSecs(1)), std::vector<QByteArray>{"new"});
    }

    void pause_doublesUpToTwoHours_withASpread()
    {
        using namespace std::chrono_literals;
        QCOMPARE(pauseAfter(1, 0.5), 10s);
        QCOMPARE(pauseAfter(2, 0.5), 20s);
        QCOMPARE(pauseAfter(5, 0.5), 160s);
        QCOMPARE(pauseAfter(11, 0.5), 7200s);
        QCOMPARE(pauseAfter(500, 0.5), 7200s);
        QCOMPARE(pauseAfter(1, 0.0), 8s);
        QCOMPARE(pauseAfter(1, 1.0), 12s);
    }
};

QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
