#include "tools/callsim/measurements.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestMeasurements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void greeting_countsFromTheStreamsStart();
    void response_isEndOfCallerToFirstAudibleFrame();
    void ownShare_leavesOutWaitAndRecognizer();
    void bargeIn_measuresUntilOurLastSound();
    void bargeIn_replyAfterwards_isAResponse();
    void cough_thatClears_isFollowedUntilWeGoOn();
    void cough_thatDoesNotStopUs_keptTalking();
    void assistantOverTheCaller_isCutOff();
    void longestSilence_isNobodysSound();
    void distribution_ofKnownValues();

private:
    void assistant(Milliseconds length, bool speaks = true);

    Measurements m_measured;
    Milliseconds m_at{0};
};

void TestMeasurements::init()
{
    m_measured = Measurements();
    m_at = Milliseconds(0);
}

void TestMeasurements::assistant(Milliseconds length, bool speaks)
{
    Frame frame{};
    frame.fill(speaks ? int16_t(2000) : int16_t(3));
    for (const Milliseconds end = m_at + length; m_at < end; m_at += Flow::FrameDuration) {
        m_measured.assistantHeard(m_at, frame);
    }
}

void TestMeasurements::greeting_countsFromTheStreamsStart()
{
    assistant(Milliseconds(200), false);
    m_measured.streamOpened(m_at);
    assistant(Milliseconds(260), false);
    assistant(Milliseconds(500));
    QCOMPARE(m_measured.greeting(), Milliseconds(260));
}

void TestMeasurements::response_isEndOfCallerToFirstAudibleFrame()
{
    assistant(Milliseconds(1000));
    assistant(Milliseconds(700), false);
    m_measured.callerBegan(m_at, QStringLiteral("hi"), true);
    assistant(Milliseconds(600), false);
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(880), false);
    assistant(Milliseconds(1000));
    QCOMPARE(m_measured.turns().size(), 1U);
    QCOMPARE(m_measured.turns().front().response, Milliseconds(880));
    QVERIFY(m_measured.bargeIns().empty());
}

void TestMeasurements::ownShare_leavesOutWaitAndRecognizer()
{
    m_measured.callerBegan(m_at, QStringLiteral("hi"), true);
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(900), false);
    m_measured.serviceTiming({Milliseconds(500), Milliseconds(150)});
    assistant(Milliseconds(100));
    QCOMPARE(m_measured.ownShares(), std::vector<Milliseconds>{Milliseconds(250)});
}

void TestMeasurements::bargeIn_measuresUntilOurLastSound()
{
    assistant(Milliseconds(1000));
    m_measured.callerBegan(m_at, QStringLiteral("wait"), true);
    assistant(Milliseconds(180));
    m_measured.bufferCleared();
    assistant(Milliseconds(1000), false);
    QCOMPARE(m_measured.stopLatencies(), std::vector<Milliseconds>{Milliseconds(180)});
    QVERIFY(m_measured.bargeIns().front().cleared);
}

void TestMeasurements::bargeIn_replyAfterwards_isAResponse()
{
    assistant(Milliseconds(1000));
    m_measured.callerBegan(m_at, QStringLiteral("wait"), true);
    assistant(Milliseconds(100));
    m_measured.bufferCleared();
    assistant(Milliseconds(900), false);
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(640), false);
    assistant(Milliseconds(500));
    QCOMPARE(m_measured.responses(), std::vector<Milliseconds>{Milliseconds(640)});
    QVERIFY(!m_measured.turns().front().cutOff);
}

void TestMeasurements::cough_thatClears_isFollowedUntilWeGoOn()
{
    assistant(Milliseconds(1000));
    m_measured.callerBegan(m_at, QStringLiteral("(cough)"), false);
    assistant(Milliseconds(120));
    m_measured.bufferCleared();
    assistant(Milliseconds(300), false);
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(600), false);
    assistant(Milliseconds(1000));
    const auto &cough = m_measured.bargeIns().front();
    QCOMPARE(cough.stoppedAfter, Milliseconds(120));
    QCOMPARE(cough.resumedAfter, Milliseconds(900));
    QVERIFY(cough.keptTalking());
    QVERIFY(m_measured.stopLatencies().empty());
    QVERIFY(m_measured.turns().empty());
}

void TestMeasurements::cough_thatDoesNotStopUs_keptTalking()
{
    assistant(Milliseconds(1000));
    m_measured.callerBegan(m_at, QStringLiteral("(cough)"), false);
    assistant(Milliseconds(300));
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(1000));
    assistant(Milliseconds(600), false);
    QVERIFY(m_measured.bargeIns().front().keptTalking());
    QVERIFY(!m_measured.bargeIns().front().cleared);
}

void TestMeasurements::assistantOverTheCaller_isCutOff()
{
    m_measured.callerBegan(m_at, QStringLiteral("five five five"), true);
    assistant(Milliseconds(900), false);
    assistant(Milliseconds(400));
    m_measured.callerEnded(m_at);
    assistant(Milliseconds(400));
    QVERIFY(m_measured.turns().front().cutOff);
    QVERIFY(!m_measured.turns().front().response);
}

void TestMeasurements::longestSilence_isNobodysSound()
{
    const auto line = [this](Milliseconds length, bool anything) {
        for (Milliseconds t{0}; t < length; t += Flow::FrameDuration) {
            m_measured.lineHeard(anything);
        }
    };
    line(Milliseconds(400), false);
    line(Milliseconds(1000), true);
    m_measured.callerBegan(m_at, QStringLiteral("hello"), true);
    line(Milliseconds(3000), false);
    m_measured.callerEnded(m_at);
    QCOMPARE(m_measured.longestSilence(), Milliseconds(400));
    line(Milliseconds(900), false);
    line(Milliseconds(100), true);
    line(Milliseconds(200), false);
    QCOMPARE(m_measured.longestSilence(), Milliseconds(900));
}

void TestMeasurements::distribution_ofKnownValues()
{
    std::vector<Milliseconds> values;
    for (int i = 200; i >= 1; --i) {
        values.emplace_back(i);
    }
    const auto times = distributionOf(values);
    QCOMPARE(times.median, Milliseconds(100));
    QCOMPARE(times.p99, Milliseconds(198));
    QCOMPARE(times.max, Milliseconds(200));
    QCOMPARE(distributionOf({}).count, 0U);
}

QTEST_APPLESS_MAIN(TestMeasurements)
#include "tst_measurements.moc"
