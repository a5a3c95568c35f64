#include "service/audio/loudnessmeter.h"

#include <QTest>

using namespace Frontdesk::Audio;

class TestLoudnessMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstTurn_isUsual();
    void shoutedTurn_isMeasuredAgainstUsual();
    void usual_followsSlowly();
    void shortTurn_saysNothing();
    void pausesAndNoise_doNotCount();
    void noiseThatWasNoTurn_isForgotten();

private:
    static double turn(LoudnessMeter &meter, double dbfs, int frames = 50);
};

double TestLoudnessMeter::turn(LoudnessMeter &meter, double dbfs, int frames)
{
    for (int i = 0; i < frames; ++i)
        meter.add({.voice = true, .speechFrame = true, .levelDbfs = dbfs});
    return meter.endTurn();
}

void TestLoudnessMeter::firstTurn_isUsual()
{
    LoudnessMeter meter;
    QCOMPARE(turn(meter, -25), 0.0);
    QVERIFY(std::abs(meter.usualDbfs() + 25) < 1e-6);
}

void TestLoudnessMeter::shoutedTurn_isMeasuredAgainstUsual()
{
    LoudnessMeter meter;
    turn(meter, -25);
    QVERIFY(std::abs(turn(meter, -15) - 10) < 1e-6);
    LoudnessMeter quiet;
    turn(quiet, -25);
    QVERIFY(std::abs(turn(quiet, -31) + 6) < 1e-6);
}

void TestLoudnessMeter::usual_followsSlowly()
{
    LoudnessMeter meter;
    turn(meter, -25);
    QVERIFY(turn(meter, -15) > turn(meter, -15));
    QVERIFY(turn(meter, -15) > 5);
}

void TestLoudnessMeter::noiseThatWasNoTurn_isForgotten()
{
    LoudnessMeter meter;
    turn(meter, -25);
    for (int i = 0; i < 300; ++i)
        meter.add({.voice = true, .speechFrame = true, .levelDbfs = -40});
    meter.forget();
    QVERIFY(std::abs(meter.usualDbfs() + 25) < 1e-6);
    QVERIFY(std::abs(turn(meter, -25)) < 1e-6);
}

void TestLoudnessMeter::shortTurn_saysNothing()
{
    LoudnessMeter meter;
    turn(meter, -25);
    QCOMPARE(turn(meter, -5, 9), 0.0);
    QVERIFY(std::abs(meter.usualDbfs() + 25) < 1e-6);
}

void TestLoudnessMeter::pausesAndNoise_doNotCount()
{
    LoudnessMeter meter;
    turn(meter, -25);
    for (int i = 0; i < 500; ++i)
        meter.add({.voice = true, .speechFrame = false, .levelDbfs = -3});
    QVERIFY(std::abs(turn(meter, -25)) < 1e-6);
}

QTEST_APPLESS_MAIN(TestLoudnessMeter)
#include "tst_loudnessmeter.moc"
