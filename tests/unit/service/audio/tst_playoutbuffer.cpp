#include "service/audio/playoutbuffer.h"

#include <QTest>

using Frontdesk::Audio::PlayoutBuffer;

class TestPlayoutBuffer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mark_beforeAnyAudio_goesBackAtOnce();
    void mark_afterAudio_returnsWhenTheLastFrameHasBeenHeard();
    void mark_whileTheLastFramePlays_isNotReachedYet();
    void clear_withMarks_returnsAllInOrderAndDropsAudio();
    void audio_afterClear_marksCountAnew();
    void partialFrame_isPaddedWithSilence();
};

namespace {

std::vector<uint8_t> frames(double count)
{
    return std::vector<uint8_t>(static_cast<size_t>(count * 160), 0x12);
}

} // namespace

void TestPlayoutBuffer::mark_beforeAnyAudio_goesBackAtOnce()
{
    PlayoutBuffer buffer;
    QVERIFY(!buffer.queueMark(QStringLiteral("a")));
}

void TestPlayoutBuffer::mark_afterAudio_returnsWhenTheLastFrameHasBeenHeard()
{
    PlayoutBuffer buffer;
    PlayoutBuffer::Bytes frame{};
    buffer.append(frames(2));
    QVERIFY(buffer.queueMark(QStringLiteral("a")));
    QCOMPARE(buffer.frameEnded(), QStringList());
    QCOMPARE(buffer.takeFrame(frame), 160U);
    QCOMPARE(buffer.frameEnded(), QStringList());
    QCOMPARE(buffer.takeFrame(frame), 160U);
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.frameEnded(), QStringList{QStringLiteral("a")});
    QCOMPARE(buffer.frameEnded(), QStringList());
}

void TestPlayoutBuffer::mark_whileTheLastFramePlays_isNotReachedYet()
{
    PlayoutBuffer buffer;
    PlayoutBuffer::Bytes frame{};
    buffer.append(frames(1));
    buffer.takeFrame(frame);
    QVERIFY(buffer.isEmpty());
    QVERIFY(buffer.queueMark(QStringLiteral("late")));
    QCOMPARE(buffer.frameEnded(), QStringList{QStringLiteral("late")});
}

void TestPlayoutBuffer::clear_withMarks_returnsAllInOrderAndDropsAudio()
{
    PlayoutBuffer buffer;
    PlayoutBuffer::Bytes frame{};
    buffer.append(frames(3));
    QVERIFY(buffer.queueMark(QStringLiteral("a")));
    buffer.append(frames(3));
    QVERIFY(buffer.queueMark(QStringLiteral("b")));
    buffer.takeFrame(frame);
    QCOMPARE(buffer.clear(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(buffer.takeFrame(frame), 0U);
    QCOMPARE(frame[0], Frontdesk::Flow::MuLawSilence);
    QVERIFY(!buffer.queueMark(QStringLiteral("c")));
}

void TestPlayoutBuffer::audio_afterClear_marksCountAnew()
{
    PlayoutBuffer buffer;
    PlayoutBuffer::Bytes frame{};
    buffer.append(frames(5));
    QCOMPARE(buffer.clear(), QStringList());
    buffer.append(frames(1));
    QVERIFY(buffer.queueMark(QStringLiteral("a")));
    QCOMPARE(buffer.frameEnded(), QStringList());
    buffer.takeFrame(frame);
    QCOMPARE(buffer.frameEnded(), QStringList{QStringLiteral("a")});
}

void TestPlayoutBuffer::partialFrame_isPaddedWithSilence()
{
    PlayoutBuffer buffer;
    PlayoutBuffer::Bytes frame{};
    buffer.append(frames(0.5));
    QCOMPARE(buffer.pending(), Frontdesk::Milliseconds(10));
    QCOMPARE(buffer.takeFrame(frame), 80U);
    QCOMPARE(frame[79], uint8_t(0x12));
    QCOMPARE(frame[80], Frontdesk::Flow::MuLawSilence);
}

QTEST_APPLESS_MAIN(TestPlayoutBuffer)
#include "tst_playoutbuffer.moc"
