#include "service/audio/voiceactivitydetector.h"
#include "tests/unit/service/audio/signals.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Audio;
using namespace Frontdesk::Tests;

namespace {

struct Heard {
    int voiceFrames = 0;
    Milliseconds firstVoice{-1};
    Milliseconds lastVoice{-1};
};

Heard listen(VoiceActivityDetector &detector, const Samples &samples)
{
    Heard heard;
    forEachFrame(samples, [&](const Flow::AudioFrame &frame) {
        if (!detector.process(frame).voice)
            return;
        ++heard.voiceFrames;
        heard.lastVoice = frame.at + Flow::FrameDuration;
        if (heard.firstVoice < Milliseconds(0))
            heard.firstVoice = frame.at + Flow::FrameDuration;
    });
    return heard;
}

constexpr Milliseconds Second{1000};

} // namespace

class TestVoiceActivityDetector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void voice_overQuietLine_isReportedWithin60Ms_data();
    void voice_overQuietLine_isReportedWithin60Ms();
    void voice_ended_staysForTheHangoverOnly();
    void noise_steady_isNeverVoice_data();
    void noise_steady_isNeverVoice();
    void noise_thatBegins_isNotVoice();
    void hum_thatStays_becomesFloor();
    void clicks_areNotVoice();
    void voice_overNoise_isStillFound();
    void voice_longSpeech_isNotSwallowedByTheFloor();
    void level_knownTone_isMeasured();
};

void TestVoiceActivityDetector::voice_overQuietLine_isReportedWithin60Ms_data()
{
    QTest::addColumn<double>("lineDbfs");
    QTest::addColumn<double>("pitchHz");
    for (const double line : {-96.0, -60.0, -45.0}) {
        for (const double pitch : {90.0, 130.0, 220.0, 320.0})
            QTest::addRow("line %g dBFS, pitch %g Hz", line, pitch) << line << pitch;
    }
}

void TestVoiceActivityDetector::voice_overQuietLine_isReportedWithin60Ms()
{
    QFETCH(double, lineDbfs);
    QFETCH(double, pitchHz);
    VoiceActivityDetector detector;
    const Samples line = whiteNoise(3 * Second, lineDbfs);
    const Samples call = mixed(joined(silence(2 * Second), speech(Second, -25, pitchHz)), line);
    const Heard heard = listen(detector, call);
    QVERIFY(heard.firstVoice > Milliseconds(2000));
    QVERIFY2(heard.firstVoice <= Milliseconds(2060), qPrintable(QString::number(heard.firstVoice.count())));
    QVERIFY(heard.voiceFrames >= 47);
}

void TestVoiceActivityDetector::voice_ended_staysForTheHangoverOnly()
{
    VoiceActivityDetector detector(VoiceActivityDetector::Settings{.hangover = Milliseconds(300)});
    const Samples call = joined(joined(silence(Second), speech(Milliseconds(180), -20)), silence(Second));
    const Heard heard = listen(detector, call);
    QVERIFY(heard.lastVoice >= Milliseconds(1460) && heard.lastVoice <= Milliseconds(1500));
}

void TestVoiceActivityDetector::noise_steady_isNeverVoice_data()
{
    QTest::addColumn<double>("dbfs");
    for (const double dbfs : {-70.0, -55.0, -45.0, -35.0, -25.0})
        QTest::addRow("%g dBFS", dbfs) << dbfs;
}

void TestVoiceActivityDetector::noise_steady_isNeverVoice()
{
    QFETCH(double, dbfs);
    VoiceActivityDetector detector;
    QCOMPARE(listen(detector, whiteNoise(20 * Second, dbfs)).voiceFrames, 0);
}

void TestVoiceActivityDetector::noise_thatBegins_isNotVoice()
{
    VoiceActivityDetector detector;
    QCOMPARE(listen(detector, joined(silence(2 * Second), whiteNoise(5 * Second, -40))).voiceFrames, 0);
}

void TestVoiceActivityDetector::hum_thatStays_becomesFloor()
{
    VoiceActivityDetector detector;
    QCOMPARE(listen(detector, joined(silence(Second), tone(3 * Second, 60, -45))).voiceFrames, 0);
    listen(detector, tone(2 * Second, 440, -35));
    QCOMPARE(listen(detector, tone(5 * Second, 440, -35)).voiceFrames, 0);
}

void TestVoiceActivityDetector::clicks_areNotVoice()
{
    Samples line = whiteNoise(10 * Second, -60);
    for (size_t at = 4000; at + 12 < line.size(); at += 3333) {
        for (size_t i = 0; i < 12; ++i)
            line[at + i] = i % 2 == 0 ? int16_t(28000) : int16_t(-28000);
    }
    VoiceActivityDetector detector;
    QCOMPARE(listen(detector, line).voiceFrames, 0);
}

void TestVoiceActivityDetector::voice_overNoise_isStillFound()
{
    VoiceActivityDetector detector;
    const Samples noise = whiteNoise(6 * Second, -38);
    const Heard heard = listen(detector, mixed(joined(silence(3 * Second), speech(3 * Second, -22)), noise));
    QVERIFY(heard.firstVoice > Milliseconds(3000) && heard.firstVoice <= Milliseconds(3060));
    QVERIFY(heard.voiceFrames > 120);
}

void TestVoiceActivityDetector::voice_longSpeech_isNotSwallowedByTheFloor()
{
    VoiceActivityDetector detector;
    listen(detector, whiteNoise(Second, -60));
    const Heard heard = listen(detector, mixed(speech(30 * Second, -25), whiteNoise(30 * Second, -60)));
    QVERIFY2(heard.voiceFrames > 1300, qPrintable(QString::number(heard.voiceFrames)));
}

void TestVoiceActivityDetector::level_knownTone_isMeasured()
{
    VoiceActivityDetector detector;
    listen(detector, tone(Second, 1000, -20));
    QVERIFY(std::abs(detector.last().levelDbfs + 20) < 0.5);
    QVERIFY(std::abs(detector.last().noiseFloorDbfs + 20) < 0.6);
}

QTEST_APPLESS_MAIN(TestVoiceActivityDetector)
#include "tst_voiceactivitydetector.moc"
