#include "service/audio/mulaw.h"
#include "service/audio/wavfile.h"
#include "service/recording/internal/wavstream.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Recording;

namespace {

/// Each sample tells where it is and on which side.
QByteArray someWav(int channels, size_t frames = 500)
{
    Audio::WavAudio audio;
    audio.channels = channels;
    for (size_t frame = 0; frame < frames; ++frame) {
        for (int channel = 0; channel < channels; ++channel) {
            audio.samples.push_back(int16_t((frame * 40 + size_t(channel) * 9000) % 30'000));
        }
    }
    return Audio::wavBytes(audio);
}

/// What comes out of a file that arrives in pieces of this size; null when it is refused.
QByteArray trackOf(const QByteArray &wav, qsizetype piece)
{
    WavStream stream;
    QByteArray track;
    for (qsizetype at = 0; at < wav.size(); at += piece) {
        const auto more = stream.add(wav.mid(at, piece));
        if (!more) {
            return {};
        }
        track += *more;
    }
    return stream.end() ? track : QByteArray();
}

/// Where the length of the sound stands in what Audio::wavBytes writes.
constexpr qsizetype LengthAt = 40;

} // namespace

class TestWavStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stereo_cutAnywhere_givesTheSameTrack()
    {
        const QByteArray whole = trackOf(someWav(2), 1'000'000);
        QCOMPARE(whole.size(), 1000);
        for (const qsizetype piece : {1, 3, 43, 44, 45, 777}) {
            QCOMPARE(trackOf(someWav(2), piece), whole);
        }
        QCOMPARE(Audio::decodeMuLaw(uint8_t(whole[0])), 0);
        QVERIFY(std::abs(Audio::decodeMuLaw(uint8_t(whole[1])) - 9000) < 300);
    }

    void mono_isOnBothSides()
    {
        const QByteArray track = trackOf(someWav(1), 100);
        QCOMPARE(track.size(), 1000);
        for (qsizetype at = 0; at < track.size(); at += 2) {
            QCOMPARE(track[at], track[at + 1]);
        }
    }

    void length_unknownToTheFile_isWhatComes()
    {
        QByteArray wav = someWav(2);
        const QByteArray track = trackOf(wav, 64);
        wav.replace(LengthAt, 4, QByteArray(4, '\xff'));
        QCOMPARE(trackOf(wav, 64), track);
    }

    void otherChunks_arePassedOver()
    {
        QByteArray wav = someWav(2);
        const QByteArray track = trackOf(wav, 64);
        wav.insert(36, QByteArray("LIST\x03\x00\x00\x00"
                                  "abc\x00",
                                  12));
        wav += QByteArray("LIST\x02\x00\x00\x00hm", 10);
        QCOMPARE(trackOf(wav, 5), track);
    }

    void wrongFiles_areRefused_data()
    {
        QTest::addColumn<QByteArray>("wav");
        const QByteArray good = someWav(2);
        QByteArray other = good;
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut in the head") << good.first(30);
        QTest::newRow("cut in the sound") << good.chopped(1);
        QTest::newRow("no sound") << someWav(2, 0);
        QTest::newRow("another kind") << other.replace(0, 4, "OggS");
        other = good;
        QTest::newRow("another rate") << other.replace(24, 4, QByteArray("\x80\x3e\x00\x00", 4));
        other = good;
        QTest::newRow("no such format") << other.replace(12, 4, "cue ");
        other = good;
        QTest::newRow("huge head") << other.insert(12, QByteArray("junk\x00\x00\x00\x40", 8));
    }
    void wrongFiles_areRefused()
    {
        QFETCH(QByteArray, wav);
        QVERIFY(trackOf(wav, 7).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWavStream)
#include "tst_wavstream.moc"
