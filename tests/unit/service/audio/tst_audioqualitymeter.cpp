#include "service/audio/audioqualitymeter.h"
#include "service/audio/mulaw.h"
#include "tests/unit/service/audio/signals.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Audio;
using namespace Frontdesk::Tests;

namespace {

constexpr Milliseconds Second{1000};

/// As the line carries it.
AudioQuality measure(const Samples &samples, Milliseconds lost = Milliseconds(0))
{
    VoiceActivityDetector detector;
    AudioQualityMeter meter;
    forEachFrame(samples, [&](Flow::AudioFrame frame) {
        for (int16_t &sample : frame.samples)
            sample = decodeMuLaw(encodeMuLaw(sample));
        meter.add(frame, detector.process(frame));
    });
    meter.addGap(lost);
    return meter.quality();
}

Samples cleanCall(double lineDbfs = -58)
{
    return mixed(joined(silence(Second), speech(8 * Second, -24)), whiteNoise(9 * Second, lineDbfs));
}

Samples babble(Milliseconds length, double dbfs)
{
    Samples crowd = silence(length);
    for (const double pitch : {95.0, 118.0, 143.0, 171.0, 197.0, 223.0}) {
        const Samples one = speech(length + Second, dbfs - 7.8, pitch);
        const auto begin = one.begin() + std::ptrdiff_t(pitch) * 31; // talkers do not speak in step
        crowd = mixed(crowd, Samples(begin, begin + std::ptrdiff_t(crowd.size())));
    }
    return crowd;
}

} // namespace

class TestAudioQualityMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quality_cleanTelephone_isAbove085();
    void quality_babbleAsLoudAsTheCaller_isBelow05();
    void quality_moreNoise_isNeverBetter();
    void quality_heavyLoss_isBelow06();
    void quality_someLoss_costsLittle();
    void quality_heavyClipping_isBelow06();
    void quality_quietLineBeforeSpeech_isGood();
    void quality_callerMostlyListens_isJudgedByTheSpeech();
    void quality_noiseThatHidesAllSpeech_isBad();
    void quality_afterTheNoiseHasGone_recovers();
    void reset_afterBadLine_forgets();
};

void TestAudioQualityMeter::quality_cleanTelephone_isAbove085()
{
    const AudioQuality quality = measure(cleanCall());
    QVERIFY2(quality.score > 0.85, qPrintable(QString::number(quality.score)));
    QVERIFY(quality.speechRatio > 0.5 && quality.speechRatio < 0.95);
    QCOMPARE(quality.lostRatio, 0.0);
    QCOMPARE(quality.clippedRatio, 0.0);
}

void TestAudioQualityMeter::quality_babbleAsLoudAsTheCaller_isBelow05()
{
    const AudioQuality quality = measure(mixed(speech(9 * Second, -24), babble(9 * Second, -24)));
    QVERIFY2(quality.score < 0.5, qPrintable(QString::number(quality.score)));
}

void TestAudioQualityMeter::quality_moreNoise_isNeverBetter()
{
    double before = 1;
    for (const double line : {-60.0, -50.0, -45.0, -40.0, -35.0, -30.0}) {
        const double score = measure(cleanCall(line)).score;
        QVERIFY(score <= before);
        before = score;
    }
    QVERIFY2(before < 0.5, qPrintable(QString::number(before)));
}

void TestAudioQualityMeter::quality_heavyLoss_isBelow06()
{
    const AudioQuality quality = measure(cleanCall(), Milliseconds(1500));
    QVERIFY(std::abs(quality.lostRatio - 1500.0 / 10500) < 1e-9);
    QVERIFY2(quality.score < 0.6, qPrintable(QString::number(quality.score)));
}

void TestAudioQualityMeter::quality_someLoss_costsLittle()
{
    QVERIFY(measure(cleanCall(), Milliseconds(100)).score > 0.85);
}

void TestAudioQualityMeter::quality_heavyClipping_isBelow06()
{
    Samples loud = cleanCall();
    for (int16_t &sample : loud)
        sample = limited(sample * 12.0);
    const AudioQuality quality = measure(loud);
    QVERIFY(quality.clippedRatio > 0.05);
    QVERIFY2(quality.score < 0.6, qPrintable(QString::number(quality.score)));
}

void TestAudioQualityMeter::quality_quietLineBeforeSpeech_isGood()
{
    QCOMPARE(AudioQualityMeter().quality().score, 1.0);
    QCOMPARE(measure(whiteNoise(5 * Second, -50)).score, 1.0);
}

void TestAudioQualityMeter::quality_callerMostlyListens_isJudgedByTheSpeech()
{
    const Samples line = whiteNoise(31 * Second, -58);
    const AudioQuality quality = measure(mixed(joined(silence(30 * Second), speech(Second, -24)), line));
    QVERIFY2(quality.score > 0.85, qPrintable(QString::number(quality.score)));
}

void TestAudioQualityMeter::quality_noiseThatHidesAllSpeech_isBad()
{
    QVERIFY(measure(whiteNoise(5 * Second, -25)).score < 0.2);
}

void TestAudioQualityMeter::quality_afterTheNoiseHasGone_recovers()
{
    Samples call = mixed(speech(20 * Second, -24), whiteNoise(20 * Second, -30));
    QVERIFY(measure(call).score < 0.6);
    for (int i = 0; i < 20; ++i)
        call = joined(call, cleanCall());
    QVERIFY(measure(call).score > 0.8);
}

void TestAudioQualityMeter::reset_afterBadLine_forgets()
{
    VoiceActivityDetector detector;
    AudioQualityMeter meter;
    forEachFrame(mixed(speech(9 * Second, -24), whiteNoise(9 * Second, -30)),
                 [&](const Flow::AudioFrame &frame) { meter.add(frame, detector.process(frame)); });
    QVERIFY(meter.quality().score < 0.6);
    meter.reset();
    QCOMPARE(meter.quality().score, 1.0);
}

QTEST_APPLESS_MAIN(TestAudioQualityMeter)
#include "tst_audioqualitymeter.moc"
