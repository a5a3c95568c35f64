#include "tests/support/virtualscheduler.h"
#include "tools/callsim/phoneline.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

namespace {

class LoudHandset final : public Handset {
public:
    Frame captured() override
    {
        Frame frame{};
        frame.fill(speaks ? int16_t(4000) : int16_t(0));
        return frame;
    }
    void play(const Frame &) override { ++played; }

    bool speaks = false;
    int played = 0;
};

} // namespace

class TestPhoneLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void frames_keepRealTime();
    void announcements_playInOrderAndTellTheirEnd();
    void announcement_coversTheStream_andIsNotTheAssistant();
    void marks_areHeardWithTheirAudio();
    void clear_dropsMarks();
    void endOfConversation_dropsTheBuffer();
    void keys_comeOneByOne();
    void handset_replacesThePatient();
    void hangUp_stopsTheFrames();

private:
    void givenScript(const char *json);
    void send(Milliseconds length);

    Tests::VirtualScheduler m_time;
    Metronome m_metronome{m_time};
    std::unique_ptr<PhoneLine> m_line;
};

void TestPhoneLine::init()
{
    givenScript(R"({"lines": []})");
}

void TestPhoneLine::givenScript(const char *json)
{
    const auto script = parseScript(json, QStringLiteral("s"), QString());
    QVERIFY(script);
    m_line = std::make_unique<PhoneLine>(m_metronome, Patient(*script, std::make_shared<const PreparedSounds>()));
}

void TestPhoneLine::send(Milliseconds length)
{
    const std::vector<uint8_t> audio(static_cast<size_t>(length.count()) * Flow::BytesPerMillisecond, 0x05);
    m_line->playout().append(audio);
}

void TestPhoneLine::frames_keepRealTime()
{
    QSignalSpy frames(m_line.get(), &PhoneLine::callerFrame);
    m_line->record();
    m_line->pickUp();
    m_time.advance(Milliseconds(990));
    QCOMPARE(frames.count(), 50);
    QCOMPARE(m_line->callTime(), Milliseconds(1000));
    QCOMPARE(distributionOf(m_line->lateness()).max, Milliseconds(0));
    QCOMPARE(m_line->recording().caller.size(), 8000U);
    QCOMPARE(m_line->recording().heard.size(), 8000U);
}

void TestPhoneLine::announcements_playInOrderAndTellTheirEnd()
{
    QStringList told;
    m_line->record();
    m_line->pickUp();
    m_line->announce(Sound(800, 1000), [&] { told.append(QStringLiteral("one")); });
    m_line->announce(Sound(800, -1000), [&] { told.append(QStringLiteral("two")); });
    m_time.advance(Milliseconds(90));
    QCOMPARE(told, QStringList());
    m_time.advance(Milliseconds(100));
    QCOMPARE(told, QStringList{QStringLiteral("one")});
    m_time.advance(Milliseconds(100));
    QCOMPARE(told.size(), 2);
    QCOMPARE(m_line->recording().heard[100], int16_t(1000));
}

void TestPhoneLine::announcement_coversTheStream_andIsNotTheAssistant()
{
    m_line->pickUp();
    m_line->startConversation();
    m_line->announce(Sound(1600, 1000), {});
    m_time.advance(Milliseconds(150));
    QVERIFY(!m_line->measurements().greeting());
    send(Milliseconds(100));
    m_time.advance(Milliseconds(200));
    QCOMPARE(m_line->measurements().greeting(), Milliseconds(200));
}

void TestPhoneLine::marks_areHeardWithTheirAudio()
{
    QSignalSpy marks(m_line.get(), &PhoneLine::marksHeard);
    QSignalSpy began(m_line.get(), &PhoneLine::assistantBegan);
    QSignalSpy paused(m_line.get(), &PhoneLine::assistantPaused);
    m_line->pickUp();
    send(Milliseconds(100));
    QVERIFY(m_line->playout().queueMark(QStringLiteral("m")));
    m_time.advance(Milliseconds(99));
    QCOMPARE(marks.count(), 0);
    QCOMPARE(began.count(), 1);
    m_time.advance(Milliseconds(1));
    QCOMPARE(marks.count(), 1);
    m_time.advance(Milliseconds(1000));
    QCOMPARE(paused.count(), 1);
}

void TestPhoneLine::clear_dropsMarks()
{
    QSignalSpy heard(m_line.get(), &PhoneLine::marksHeard);
    QSignalSpy dropped(m_line.get(), &PhoneLine::marksDropped);
    m_line->pickUp();
    send(Milliseconds(100));
    QVERIFY(m_line->playout().queueMark(QStringLiteral("m")));
    m_line->clearPlayout();
    m_time.advance(Milliseconds(500));
    QCOMPARE(heard.count(), 0);
    QCOMPARE(dropped.count(), 1);
}

void TestPhoneLine::endOfConversation_dropsTheBuffer()
{
    m_line->pickUp();
    m_line->startConversation();
    send(Milliseconds(5000));
    m_line->endConversation();
    QVERIFY(m_line->playout().isEmpty());
}

void TestPhoneLine::keys_comeOneByOne()
{
    givenScript(R"({"lines": [{"keys": "12", "when": "now"}, {"hangup": true}]})");
    QSignalSpy keys(m_line.get(), &PhoneLine::keyPressed);
    QSignalSpy hungUp(m_line.get(), &PhoneLine::callerHungUp);
    m_line->pickUp();
    m_line->startConversation();
    m_time.advance(Milliseconds(100));
    QCOMPARE(keys.count(), 1);
    m_time.advance(Milliseconds(300));
    QCOMPARE(keys.count(), 2);
    QCOMPARE(hungUp.count(), 1);
}

void TestPhoneLine::handset_replacesThePatient()
{
    LoudHandset handset;
    m_line->setHandset(&handset);
    m_line->pickUp();
    m_line->startConversation();
    m_time.advance(Milliseconds(100));
    handset.speaks = true;
    m_time.advance(Milliseconds(400));
    handset.speaks = false;
    m_time.advance(Milliseconds(1000));
    QCOMPARE(handset.played, 76);
    QCOMPARE(m_line->measurements().turns().size(), 1U);
    const auto &turn = m_line->measurements().turns().front();
    QCOMPARE(turn.ended - turn.began, Milliseconds(400));
}

void TestPhoneLine::hangUp_stopsTheFrames()
{
    m_line->pickUp();
    m_time.advance(Milliseconds(100));
    m_line->hangUp();
    QVERIFY(!m_line->isUp());
    const auto at = m_line->callTime();
    m_time.advance(Milliseconds(100));
    QCOMPARE(m_line->callTime(), at);
    QCOMPARE(m_time.pending(), 0U);
}

QTEST_GUILESS_MAIN(TestPhoneLine)
#include "tst_phoneline.moc"
