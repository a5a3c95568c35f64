#include "service/call/replylatency.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

using namespace Frontdesk;

class TestReplyLatency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reply_afterATurn_isSplitIntoItsParts()
    {
        Tests::VirtualScheduler clock;
        Call::ReplyLatency latency(clock);
        latency.utteranceEnded(Milliseconds(500));
        clock.advance(Milliseconds(120));
        latency.wordsArrived();
        clock.advance(Milliseconds(15));
        const auto times = latency.replyStarts();
        QVERIFY(times);
        QCOMPARE(times->endpointWait, Milliseconds(500));
        QCOMPARE(times->recognizer, Milliseconds(120));
        QCOMPARE(times->own, Milliseconds(15));
    }

    void reply_withoutTurn_hasNone()
    {
        Tests::VirtualScheduler clock;
        Call::ReplyLatency latency(clock);
        QVERIFY(!latency.replyStarts());
        latency.wordsArrived();
        QVERIFY(!latency.replyStarts());
    }

    void secondSentence_ofTheSameReply_isNotCounted()
    {
        Tests::VirtualScheduler clock;
        Call::ReplyLatency latency(clock);
        latency.utteranceEnded(Milliseconds(500));
        latency.wordsArrived();
        QVERIFY(latency.replyStarts());
        QVERIFY(!latency.replyStarts());
    }
};

QTEST_APPLESS_MAIN(TestReplyLatency)
#include "tst_replylatency.moc"
