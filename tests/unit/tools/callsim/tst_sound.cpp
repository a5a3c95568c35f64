#include "tools/callsim/assistantear.h"
#include "tools/callsim/patientvoice.h"
#include "tools/callsim/preparedsounds.h"
#include "tools/callsim/soundeffects.h"

#include <QTest>

#include <cmath>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestSound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trimmed_dropsSilenceAtBothEnds();
    void levelled_bringsThePeakUp();
    void voices_speakWithoutSilenceAround_data();
    void voices_speakWithoutSilenceAround();
    void voice_unknown_isRefused();
    void cough_isShortAndAudible();
    void noise_followsItsSignalToNoiseRatio();
    void babble_isNeverSilent();
    void ringback_ringsTwoSecondsOfSix();
    void comfortNoise_isNotAudible();
    void ear_findsSentences();
    void prepared_holdsAllThatTheScriptNeeds();
};

namespace {

double rms(const Sound &sound)
{
    double power = 0;
    for (const int16_t sample : sound) {
        power += double(sample) * sample;
    }
    return std::sqrt(power / double(sound.size()));
}

} // namespace

void TestSound::trimmed_dropsSilenceAtBothEnds()
{
    Sound sound = silence(Milliseconds(100));
    sound[300] = 1000;
    sound[500] = -1000;
    QCOMPARE(trimmed(sound).size(), 201U);
    QVERIFY(trimmed(silence(Milliseconds(100))).empty());
    QVERIFY(trimmed({}).empty());
}

void TestSound::levelled_bringsThePeakUp()
{
    const Sound sound = levelled({100, -400, 200});
    QCOMPARE(sound[1], int16_t(-11600));
    QCOMPARE(sound[0], int16_t(2900));
    QCOMPARE(levelled({0, 0}), Sound({0, 0}));
}

void TestSound::voices_speakWithoutSilenceAround_data()
{
    QTest::addColumn<QString>("voice");
    for (const QString &name : PatientVoice::names()) {
        if (name != PatientVoice::Marked) { // Carries letters, no voice.
            QTest::newRow(qPrintable(name)) << name;
        }
    }
}

void TestSound::voices_speakWithoutSilenceAround()
{
    QFETCH(QString, voice);
    PatientVoice voices;
    const auto sound = voices.speak(voice, QStringLiteral("good morning"));
    QVERIFY(sound);
    QVERIFY(durationOf(*sound) > Milliseconds(400) && durationOf(*sound) < Milliseconds(2000));
    QVERIFY(isAudible(std::span(*sound).first(1)) && isAudible(std::span(*sound).last(1)));
    QCOMPARE(*voices.speak(voice, QStringLiteral("good morning")), *sound);
}

void TestSound::voice_unknown_isRefused()
{
    PatientVoice voices;
    const auto sound = voices.speak(QStringLiteral("nobody"), QStringLiteral("hi"));
    QVERIFY(!sound);
    QVERIFY(sound.error().message.contains(QStringLiteral("slt")));
}

void TestSound::cough_isShortAndAudible()
{
    std::mt19937 random(1);
    const Sound sound = cough(random);
    QVERIFY(durationOf(sound) < Milliseconds(500));
    QVERIFY(rms(Sound(sound.begin(), sound.begin() + 800)) > 3 * rms(Sound(sound.end() - 400, sound.end())));
}

void TestSound::noise_followsItsSignalToNoiseRatio()
{
    std::mt19937 random(1);
    const double loud = rms(whiteNoise(Milliseconds(2000), 0, random));
    const double soft = rms(whiteNoise(Milliseconds(2000), 20, random));
    QVERIFY(std::abs(20 * std::log10(loud / soft) - 20) < 0.5);
}

void TestSound::babble_isNeverSilent()
{
    std::mt19937 random(1);
    const Sound sound = babble({Sound(4000, 300), Sound(3000, 200)}, Milliseconds(1000), 10, random);
    QCOMPARE(durationOf(sound), Milliseconds(1000));
    QVERIFY(std::abs(rms(sound) - 1850 / std::sqrt(10.0)) < 5);
    QCOMPARE(rms(babble({}, Milliseconds(1000), 10, random)), 0.0);
}

void TestSound::ringback_ringsTwoSecondsOfSix()
{
    const Sound sound = ringback(Milliseconds(6000));
    QVERIFY(isAudible(std::span(sound).subspan(8000, 160)));
    QVERIFY(!isAudible(std::span(sound).subspan(17000, 30000)));
}

void TestSound::comfortNoise_isNotAudible()
{
    std::mt19937 random(1);
    Frame frame{};
    addComfortNoise(frame, random);
    QVERIFY(!isAudible(frame));
    QVERIFY(frame != Frame{});
    QCOMPARE(mixed(30000, 30000), int16_t(32767));
}

void TestSound::ear_findsSentences()
{
    AssistantEar ear;
    Frame loud{};
    loud.fill(3000);
    QVERIFY(!ear.lastOnset() && !ear.speaking());
    ear.hear(Milliseconds(0), {});
    QCOMPARE(ear.silentFor(), Milliseconds(20));
    ear.hear(Milliseconds(20), loud);
    ear.hear(Milliseconds(100), loud);
    QCOMPARE(ear.lastOnset(), Milliseconds(20));
    ear.hear(Milliseconds(200), {});
    QVERIFY(ear.speaking());
    ear.hear(Milliseconds(320), {});
    QVERIFY(!ear.speaking());
    ear.hear(Milliseconds(340), loud);
    QCOMPARE(ear.lastOnset(), Milliseconds(340));
}

void TestSound::prepared_holdsAllThatTheScriptNeeds()
{
    PatientVoice voice;
    const auto script = parseScript(
        R"({"answers": {"name": "John"}, "lines": [{"say": "hi"}, {"noise": "babble"}, {"noise": "none"}]})",
        QStringLiteral("s"), QString());
    QVERIFY(script);
    const auto sounds = prepareSounds(*script, voice);
    QVERIFY(sounds);
    QCOMPARE(sounds->speech.keys(), (QStringList{QStringLiteral("John"), QStringLiteral("hi")}));
    QVERIFY(!sounds->backgrounds.at(2).empty());
    QVERIFY(sounds->backgrounds.at(3).empty());
    Script broken = *script;
    broken.lines[1].text = QStringLiteral("thunder");
    QVERIFY(!prepareSounds(broken, voice));
    broken = *script;
    broken.lines[0].what = ScriptLine::What::Play;
    broken.lines[0].text = QStringLiteral("no-such.wav");
    QVERIFY(!prepareSounds(broken, voice));
}

QTEST_APPLESS_MAIN(TestSound)
#include "tst_sound.moc"
