#include "service/recording/stereotrack.h"
#include "service/recording/waveform.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Recording;

namespace {

constexpr qint64 BlockSamples = StereoTrack::BlockBytes / TrackBytesPerSample;

std::vector<uint8_t> sound(uint8_t code, size_t samples = Flow::FrameSamples)
{
    return std::vector<uint8_t>(samples, code);
}

uint8_t codeAt(const QByteArray &track, qint64 sample, Lane lane)
{
    return static_cast<uint8_t>(track[sample * TrackBytesPerSample + (lane == Lane::Assistant ? 1 : 0)]);
}

} // namespace

class TestStereoTrack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_blocks.clear();
        m_track = std::make_unique<StereoTrack>([this](const QByteArray &block) { m_blocks << block; });
    }

    void rest_bothLanes_standAtTheirTimeWithSilenceBetween()
    {
        m_track->write(Lane::Caller, sound(1), 800);
        m_track->write(Lane::Assistant, sound(2), 880);
        const QByteArray track = m_track->rest(1200);
        QCOMPARE(track.size(), 2400);
        QCOMPARE(codeAt(track, 799, Lane::Caller), Flow::MuLawSilence);
        QCOMPARE(codeAt(track, 800, Lane::Caller), uint8_t{1});
        QCOMPARE(codeAt(track, 959, Lane::Caller), uint8_t{1});
        QCOMPARE(codeAt(track, 960, Lane::Caller), Flow::MuLawSilence);
        QCOMPARE(codeAt(track, 879, Lane::Assistant), Flow::MuLawSilence);
        QCOMPARE(codeAt(track, 880, Lane::Assistant), uint8_t{2});
        QCOMPARE(codeAt(track, 1040, Lane::Assistant), Flow::MuLawSilence);
        QVERIFY(m_blocks.isEmpty());
    }
    void moveTo_pastTheMargin_givesTheBlockAndKeepsTheRest()
    {
        m_track->write(Lane::Caller, sound(1, 320), BlockSamples - 160);
        m_track->moveTo(BlockSamples + StereoTrack::MarginSamples - 1);
        QVERIFY(m_blocks.isEmpty());
        m_track->moveTo(BlockSamples + StereoTrack::MarginSamples);
        QCOMPARE(m_blocks.size(), 1);
        QCOMPARE(m_blocks[0].size(), StereoTrack::BlockBytes);
        QCOMPARE(codeAt(m_blocks[0], BlockSamples - 1, Lane::Caller), uint8_t{1});
        const QByteArray rest = m_track->rest(BlockSamples + 400);
        QCOMPARE(rest.size(), 800);
        QCOMPARE(codeAt(rest, 159, Lane::Caller), uint8_t{1});
        QCOMPARE(codeAt(rest, 160, Lane::Caller), Flow::MuLawSilence);
    }
    void moveTo_farAhead_fillsWithSilence()
    {
        m_track->moveTo(3 * BlockSamples + StereoTrack::MarginSamples);
        QCOMPARE(m_blocks.size(), 3);
        QCOMPARE(m_blocks[2], QByteArray(StereoTrack::BlockBytes, char(Flow::MuLawSilence)));
    }
    void write_outsideTheWindow_isDropped()
    {
        m_track->moveTo(BlockSamples + StereoTrack::MarginSamples);
        m_track->write(Lane::Caller, sound(1), 0);
        m_track->write(Lane::Assistant, sound(2), 10 * BlockSamples);
        m_track->write(Lane::Caller, sound(3), BlockSamples - 80); // Half of it is given away already.
        const QByteArray rest = m_track->rest(BlockSamples + 200);
        QCOMPARE(codeAt(rest, 0, Lane::Caller), uint8_t{3});
        QCOMPARE(codeAt(rest, 80, Lane::Caller), Flow::MuLawSilence);
        QVERIFY(!rest.contains(char(1)) && !rest.contains(char(2)));
    }
    void silence_ofOneLane_leavesTheOther()
    {
        m_track->write(Lane::Caller, sound(1, 800), 0);
        m_track->write(Lane::Assistant, sound(2, 800), 0);
        m_track->silenceFrom(Lane::Assistant, 400);
        QByteArray track = m_track->rest(800);
        QCOMPARE(codeAt(track, 399, Lane::Assistant), uint8_t{2});
        QCOMPARE(codeAt(track, 400, Lane::Assistant), Flow::MuLawSilence);
        QCOMPARE(codeAt(track, 799, Lane::Caller), uint8_t{1});
        m_track->silenceUntil(100);
        track = m_track->rest(800);
        QCOMPARE(codeAt(track, 99, Lane::Caller), Flow::MuLawSilence);
        QCOMPARE(codeAt(track, 100, Lane::Caller), uint8_t{1});
    }
    void rest_endsInALaterBlock_givesTheBlocksBefore()
    {
        QCOMPARE(m_track->rest(BlockSamples).size(), 0);
        QCOMPARE(m_blocks.size(), 1);
    }
    void waveform_loudAndSilent_showsBoth()
    {
        Waveform shape;
        QByteArray track(1600, char(Flow::MuLawSilence));
        shape.add(track);
        track[900] = char(0x80); // The loudest code, for one sample.
        shape.add(track + QByteArray(3, char(Flow::MuLawSilence)));
        QCOMPARE(shape.peaks(), QByteArray("\x00\xff\x00", 3));
    }

private:
    std::unique_ptr<StereoTrack> m_track;
    QList<QByteArray> m_blocks;
};

QTEST_APPLESS_MAIN(TestStereoTrack)
#include "tst_stereotrack.moc"
