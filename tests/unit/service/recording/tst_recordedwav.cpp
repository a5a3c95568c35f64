#include "service/audio/mulaw.h"
#include "service/audio/wavfile.h"
#include "service/recording/recordedwav.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Recording;

namespace {

/// A track whose every byte tells where it is.
QByteArray someTrack(qsizetype bytes)
{
    QByteArray track(bytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes; ++i) {
        track[i] = char((i * 7 + i / 251) % 127); // 127 decodes to the same as 255.
    }
    return track;
}

} // namespace

class TestRecordedWav : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole_eachEncoding_isReadByTheWavReader_data() { encodings(); }
    void whole_eachEncoding_isReadByTheWavReader()
    {
        QFETCH(bool, isPcm);
        const QByteArray track = someTrack(1602);
        const auto bytes = part(track, isPcm, 0, 1'000'000);
        const auto audio = Audio::parseWav(bytes);
        QVERIFY(audio.ok());
        QCOMPARE(audio->channels, 2);
        QCOMPARE(audio->sampleRateHz, 8000);
        QCOMPARE(audio->samples.size(), size_t{1602});
        for (size_t i = 0; i < audio->samples.size(); ++i) {
            QCOMPARE(audio->samples[i], Audio::decodeMuLaw(uint8_t(track[qsizetype(i)])));
        }
    }
    void parts_anySpan_areTheSameAsOfTheWhole_data() { encodings(); }
    void parts_anySpan_areTheSameAsOfTheWhole()
    {
        QFETCH(bool, isPcm);
        const QByteArray track = someTrack(120);
        const QByteArray whole = part(track, isPcm, 0, 1'000'000);
        for (qint64 begin = 0; begin <= whole.size(); ++begin) {
            for (const qint64 length : {0, 1, 2, 3, 57, 1000}) {
                QCOMPARE(part(track, isPcm, begin, length), whole.mid(begin, length));
            }
        }
    }
    void empty_isAWavWithoutSound()
    {
        const QByteArray bytes = part({}, false, 0, 1000);
        QCOMPARE(bytes.size(), 58);
        QVERIFY(bytes.startsWith("RIFF"));
    }
    void track_thatFails_isTheError()
    {
        const auto bytes =
            RecordedWav(100, WavEncoding::MuLaw).bytes(0, 1000, [](qint64, qint64) -> Result<QByteArray> {
                return Error{ErrorCode::Corrupt, QStringLiteral("Changed.")};
            });
        QCOMPARE(bytes.error().code, ErrorCode::Corrupt);
    }

private:
    static void encodings()
    {
        QTest::addColumn<bool>("isPcm");
        QTest::newRow("mu-law") << false;
        QTest::newRow("PCM") << true;
    }
    static QByteArray part(const QByteArray &track, bool isPcm, qint64 begin, qint64 length)
    {
        const RecordedWav wav(track.size(), isPcm ? WavEncoding::Pcm : WavEncoding::MuLaw);
        return wav
            .bytes(begin, length,
                   [&](qint64 from, qint64 count) -> Result<QByteArray> {
                       return from + count <= track.size() ? Result<QByteArray>(track.mid(from, count))
                                                           : Error{ErrorCode::Internal, QStringLiteral("Outside.")};
                   })
            .value();
    }
};

QTEST_APPLESS_MAIN(TestRecordedWav)
#include "tst_recordedwav.moc"
