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

    void reply_withModelAndVoice_tellsTheirShares()
    {
        Tests::VirtualScheduler clock;
        Call::ReplyLatency latency(clock);
        latency.utteranceEnded(Milliseconds(500));
        latency.wordsArrived();
        latency.modelAsked();
        clock.advance(Milliseconds(300));
        latency.modelBegan();
        clock.advance(Milliseconds(100));
        latency.modelBegan(); // Only the first counts.
        latency.voiceAsked(7);
        latency.voiceAsked(8);
        clock.advance(Milliseconds(80));
        latency.voiceBegan(8);
        clock.advance(Milliseconds(10));
        latency.voiceBegan(7);
        clock.advance(Milliseconds(5));
        const auto times = latency.replyStarts();
        QVERIFY(times);
        QCOMPARE(times->modelFirstToken, std::optional(Milliseconds(300)));
        QCOMPARE(times->voiceFirstByte, std::optional(Milliseconds(90)));
        QCOMPARE(times->own, Milliseconds(495));
        QCOMPARE(times->firstFrame(), Milliseconds(995));
    }

    void nextTurn_knowsNothingOfTheLastOnesModel()
    {
        Tests::VirtualScheduler clock;
        Call::ReplyLatency latency(clock);
        latency.utteranceEnded(Milliseconds(500));
        latency.wordsArrived();
        latency.modelAsked();
        latency.utteranceEnded(Milliseconds(500));
        latency.wordsArrived();
        latency.modelBegan();
        QVERIFY(!latency.replyStarts()->modelFirstToken);
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
