#include "service/audio/frameassembler.h"
#include "service/audio/mulaw.h"

#include <QTest>

#include <vector>

using namespace Frontdesk;
using namespace Frontdesk::Audio;

class TestFrameAssembler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void push_wholeFrames_passThrough();
    void push_oddPieces_keepOrderAndTime();
    void push_afterLoss_fillsWithSilenceAndTellsGap();
    void push_jitter_isNoGap();
    void push_repeatedAudio_isDropped();
    void push_clockJump_goesOnWithoutFilling();

private:
    Milliseconds push(size_t count, uint8_t code, int at);

    FrameAssembler m_assembler;
    std::vector<LineFrame> m_frames;
};

void TestFrameAssembler::init()
{
    m_assembler = FrameAssembler();
    m_frames.clear();
}

Milliseconds TestFrameAssembler::push(size_t count, uint8_t code, int at)
{
    const std::vector<uint8_t> bytes(count, code);
    return m_assembler.push(bytes, Milliseconds(at), [this](const LineFrame &frame) { m_frames.push_back(frame); });
}

void TestFrameAssembler::push_wholeFrames_passThrough()
{
    QCOMPARE(push(320, 0x9F, 0), Milliseconds(0));
    QCOMPARE(m_frames.size(), size_t(2));
    QCOMPARE(int(m_frames[1].audio.samples[159]), 8316);
    QCOMPARE(int(m_frames[1].muLaw[0]), 0x9F);
    QCOMPARE(m_frames[1].audio.at, Milliseconds(20));
    QVERIFY(!m_frames[1].concealed);
}

void TestFrameAssembler::push_oddPieces_keepOrderAndTime()
{
    uint8_t next = 0;
    for (const size_t length : {1, 7, 300, 33, 159, 160, 140}) {
        std::vector<uint8_t> bytes;
        for (size_t i = 0; i < length; ++i)
            bytes.push_back(next++);
        const auto receive = [this](const LineFrame &frame) { m_frames.push_back(frame); };
        m_assembler.push(bytes, m_assembler.position(), receive);
    }
    QCOMPARE(m_frames.size(), size_t(5));
    for (size_t i = 0; i < 800; ++i)
        QCOMPARE(m_frames[i / 160].muLaw[i % 160], uint8_t(i));
    QCOMPARE(m_frames[4].audio.at, Milliseconds(80));
    QCOMPARE(m_assembler.position(), Milliseconds(100));
}

void TestFrameAssembler::push_afterLoss_fillsWithSilenceAndTellsGap()
{
    push(160, 0x9F, 0);
    QCOMPARE(push(160, 0x8F, 120), Milliseconds(100));
    QCOMPARE(m_frames.size(), size_t(7));
    for (size_t i = 1; i < 6; ++i) {
        QVERIFY(m_frames[i].concealed);
        QCOMPARE(int(m_frames[i].audio.samples[80]), 0);
    }
    QVERIFY(!m_frames[6].concealed);
    QCOMPARE(int(m_frames[6].muLaw[0]), 0x8F);
    QCOMPARE(m_frames[6].audio.at, Milliseconds(120));
}

void TestFrameAssembler::push_jitter_isNoGap()
{
    for (int i = 0; i < 50; ++i)
        QCOMPARE(push(160, 0x9F, 20 * i + (i % 3) * 15), Milliseconds(0));
    QCOMPARE(m_frames.size(), size_t(50));
}

void TestFrameAssembler::push_repeatedAudio_isDropped()
{
    for (int i = 0; i < 10; ++i)
        push(160, 0x9F, 20 * i);
    QCOMPARE(push(160, 0x00, 60), Milliseconds(0));
    QCOMPARE(m_frames.size(), size_t(10));
    push(160, 0x8F, 200);
    QCOMPARE(m_frames.size(), size_t(11));
    QCOMPARE(int(m_frames.back().muLaw[0]), 0x8F);
}

void TestFrameAssembler::push_clockJump_goesOnWithoutFilling()
{
    push(160, 0x9F, 0);
    QCOMPARE(push(160, 0x9F, 3600000), Milliseconds(0));
    QCOMPARE(push(160, 0x9F, 3600020), Milliseconds(0));
    QCOMPARE(push(160, 0x9F, 3600140), Milliseconds(100));
    QCOMPARE(m_frames.size(), size_t(9));
}

QTEST_APPLESS_MAIN(TestFrameAssembler)
#include "tst_frameassembler.moc"
