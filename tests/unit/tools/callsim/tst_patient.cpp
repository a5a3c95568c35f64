#include "service/audio/mulaw.h"
#include "tests/fakes/ear.h"
#include "tools/callsim/patient.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

/// Plays the assistant by hand: a patient, its ear, and time that moves in frames.
class TestPatient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void say_waitsForTheEndOfTheAssistantsTurn();
    void say_whileSentAudioIsUnheard_waits();
    void say_needsANewSentenceOfTheAssistant();
    void interrupt_comesAtItsMomentInTheNextSentence();
    void answers_followTheQuestionAsked();
    void answers_repeatedQuestion_takesTheNextWording();
    void answers_acknowledgementIsNoQuestion();
    void confirm_ofWhatIsNotTrue_isDenied();
    void answers_withoutDebugMarks_followTheLines();
    void filler_isNoTurnEnd();
    void keys_areGivenOnce();
    void silence_holdsTheNextLineBack();
    void patience_endsAVainWait();
    void noise_isHeardBetweenSpeech();
    void hangup_ends();
    void notConversing_saysNothing();
    void markedVoice_saysItsWordsToTheFakeRecognizer();
    void fault_isGivenOnce_andNotCounted();

private:
    void givenScript(const char *json);
    void live(Milliseconds length, bool assistantSpeaks, bool nothingComes = true);
    void assistantSays(Milliseconds length, const char *phrase = nullptr, const char *text = "");

    std::unique_ptr<Patient> m_patient;
    AssistantEar m_ear;
    Milliseconds m_at{0};
    QStringList m_said;
    std::vector<Milliseconds> m_saidAt;
    QString m_keys;
    bool m_hungUp = false;
    bool m_audible = false;
    int m_remarks = 0;
};

void TestPatient::init()
{
    m_patient.reset();
    m_ear = AssistantEar();
    m_at = Milliseconds(0);
    m_said.clear();
    m_saidAt.clear();
    m_keys.clear();
    m_hungUp = m_audible = false;
    m_remarks = 0;
}

void TestPatient::givenScript(const char *json)
{
    const auto script = parseScript(json, QStringLiteral("test"), QString());
    QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
    PreparedSounds sounds;
    for (const QString &text : script->spokenTexts()) {
        sounds.speech.insert(text, Sound(1600, 5000));
    }
    sounds.cough = Sound(800, 4000);
    for (const ScriptLine &line : script->lines) {
        if (line.what == ScriptLine::What::Noise) {
            sounds.backgrounds.emplace(line.number, Sound(500, 900));
        }
    }
    m_patient = std::make_unique<Patient>(*script, std::make_shared<const PreparedSounds>(sounds));
    m_patient->setConversing(true);
}

void TestPatient::live(Milliseconds length, bool assistantSpeaks, bool nothingComes)
{
    Frame heard{};
    heard.fill(assistantSpeaks ? int16_t(3000) : int16_t(0));
    for (const Milliseconds end = m_at + length; m_at < end; m_at += Flow::FrameDuration) {
        m_ear.hear(m_at, heard);
        const auto act = m_patient->live(m_at, m_ear, nothingComes && !assistantSpeaks);
        if (act.began) {
            m_said.append(act.began->text);
            m_saidAt.push_back(m_at);
        }
        m_keys += act.keys;
        m_hungUp = m_hungUp || act.hangsUp;
        m_audible = isAudible(act.frame);
        m_remarks += act.remark.isEmpty() ? 0 : 1;
    }
}

void TestPatient::assistantSays(Milliseconds length, const char *phrase, const char *text)
{
    live(length, true);
    if (phrase != nullptr) {
        m_patient->phraseHeard({QString::fromLatin1(phrase), QString::fromLatin1(text)});
    }
}

void TestPatient::say_waitsForTheEndOfTheAssistantsTurn()
{
    givenScript(R"({"reaction_ms": 500, "lines": [{"say": "hello"}]})");
    live(Milliseconds(3000), false);
    QVERIFY(m_said.isEmpty());
    assistantSays(Milliseconds(1000));
    live(Milliseconds(460), false);
    QVERIFY(m_said.isEmpty());
    live(Milliseconds(100), false);
    QCOMPARE(m_said, QStringList{QStringLiteral("hello")});
    QCOMPARE(m_patient->linesLeft(), 1);
    live(Milliseconds(300), false);
    QCOMPARE(m_patient->linesLeft(), 0);
}

void TestPatient::say_whileSentAudioIsUnheard_waits()
{
    givenScript(R"({"reaction_ms": 500, "lines": [{"say": "hello"}]})");
    assistantSays(Milliseconds(1000));
    live(Milliseconds(2000), false, false);
    QVERIFY(m_said.isEmpty());
}

void TestPatient::say_needsANewSentenceOfTheAssistant()
{
    givenScript(R"({"reaction_ms": 500, "lines": [{"say": "one"}, {"say": "two"}]})");
    assistantSays(Milliseconds(1000));
    live(Milliseconds(3000), false);
    QCOMPARE(m_said, QStringList{QStringLiteral("one")});
    assistantSays(Milliseconds(1000));
    live(Milliseconds(600), false);
    QCOMPARE(m_said, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

void TestPatient::interrupt_comesAtItsMomentInTheNextSentence()
{
    givenScript(R"({"lines": [{"interrupt": "wait", "after_ms": 800}, {"cough": true, "after_ms": 200}]})");
    live(Milliseconds(1000), false);
    assistantSays(Milliseconds(3000));
    QCOMPARE(m_said, QStringList{QStringLiteral("wait")});
    QCOMPARE(m_saidAt.front(), Milliseconds(1800));
    live(Milliseconds(1000), false);
    assistantSays(Milliseconds(1000));
    QCOMPARE(m_said.constLast(), QStringLiteral("(cough)"));
    QCOMPARE(m_saidAt.back(), Milliseconds(5200));
}

void TestPatient::answers_followTheQuestionAsked()
{
    givenScript(R"({"answers": {"name": "John", "callback": "five", "confirm": "yes", "anything_else": "no"},
                    "lines": [{"say": "hi"}, {"answer": "name"}, {"answer": "callback"}, {"answer": "anything_else"}]})");
    assistantSays(Milliseconds(1000), "greeting.question");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "ask.callback_number");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "confirm.readback");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "ask.name");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "done.anything_else");
    live(Milliseconds(2000), false);
    QCOMPARE(m_said, (QStringList{QStringLiteral("hi"), QStringLiteral("five"), QStringLiteral("yes"),
                                  QStringLiteral("John"), QStringLiteral("no")}));
    QCOMPARE(m_patient->linesLeft(), 0);
}

void TestPatient::answers_repeatedQuestion_takesTheNextWording()
{
    givenScript(R"({"answers": {"name": ["John Smith", "J O H N"]}, "lines": []})");
    for (int i = 0; i < 3; ++i) {
        assistantSays(Milliseconds(1000), "ask.name");
        live(Milliseconds(2000), false);
    }
    QCOMPARE(m_said, (QStringList{QStringLiteral("John Smith"), QStringLiteral("J O H N"), QStringLiteral("J O H N")}));
}

void TestPatient::answers_acknowledgementIsNoQuestion()
{
    givenScript(R"({"answers": {"name": "John"}, "lines": []})");
    assistantSays(Milliseconds(1000), "ack.name");
    live(Milliseconds(2000), false);
    QVERIFY(m_said.isEmpty());
}

void TestPatient::confirm_ofWhatIsNotTrue_isDenied()
{
    givenScript(R"({"answers": {"confirm": "Yes", "wrong.number": "No, wrong number"},
                    "truth": {"name": "Maria Lopez", "number": "555-0166"}, "lines": [{"wait_for_end": true}]})");
    assistantSays(Milliseconds(1000), "confirm.readback", "I have Mary Lopez; 555-0166. Is that right?");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "confirm.again",
                  "So now I have Maria Lopez; five five five, zero one six eight. Is that right?");
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000), "confirm.again", "So it's Maria Lopez; five five five, zero one six six. Right?");
    live(Milliseconds(2000), false);
    QCOMPARE(m_said, (QStringList{QStringLiteral("No"), QStringLiteral("No, wrong number"), QStringLiteral("Yes")}));
}

void TestPatient::answers_withoutDebugMarks_followTheLines()
{
    givenScript(
        R"({"answers": {"name": "John", "reason": "checkup"}, "lines": [{"answer": "reason"}, {"answer": "name"}]})");
    assistantSays(Milliseconds(1000));
    live(Milliseconds(2000), false);
    assistantSays(Milliseconds(1000));
    live(Milliseconds(2000), false);
    QCOMPARE(m_said, (QStringList{QStringLiteral("checkup"), QStringLiteral("John")}));
}

void TestPatient::filler_isNoTurnEnd()
{
    givenScript(R"({"lines": [{"say": "hello"}]})");
    assistantSays(Milliseconds(500), "filler.moment");
    live(Milliseconds(3000), false);
    QVERIFY(m_said.isEmpty());
    live(Milliseconds(3000), false);
    QCOMPARE(m_said.size(), 1);
}

void TestPatient::keys_areGivenOnce()
{
    givenScript(R"({"lines": [{"keys": "555#"}]})");
    assistantSays(Milliseconds(1000));
    live(Milliseconds(3000), false);
    QCOMPARE(m_keys, QStringLiteral("555#"));
}

void TestPatient::silence_holdsTheNextLineBack()
{
    givenScript(R"({"lines": [{"silence_ms": 4000}, {"say": "sorry"}]})");
    assistantSays(Milliseconds(1000));
    live(Milliseconds(2900), false);
    QVERIFY(m_said.isEmpty());
    live(Milliseconds(300), false);
    QCOMPARE(m_said, QStringList{QStringLiteral("sorry")});
}

void TestPatient::patience_endsAVainWait()
{
    givenScript(R"({"patience_ms": 5000, "lines": [{"say": "anybody there"}]})");
    live(Milliseconds(4900), false);
    QVERIFY(m_said.isEmpty());
    live(Milliseconds(300), false);
    QCOMPARE(m_said.size(), 1);
    QCOMPARE(m_remarks, 1);
}

void TestPatient::noise_isHeardBetweenSpeech()
{
    givenScript(R"({"lines": [{"noise": "white", "snr_db": 10}, {"wait_for_end": true}]})");
    live(Milliseconds(40), false);
    QVERIFY(m_audible);
    QCOMPARE(m_patient->linesLeft(), 0);
}

void TestPatient::hangup_ends()
{
    givenScript(R"({"lines": [{"hangup": true, "when": "turn_end", "after_ms": 300}]})");
    assistantSays(Milliseconds(1000));
    QVERIFY(!m_hungUp);
    live(Milliseconds(400), false);
    QVERIFY(m_hungUp);
}

void TestPatient::notConversing_saysNothing()
{
    givenScript(R"({"lines": [{"say": "hello", "when": "now"}]})");
    m_patient->setConversing(false);
    live(Milliseconds(1000), false);
    QVERIFY(m_said.isEmpty());
    m_patient->setConversing(true);
    live(Milliseconds(40), false);
    QCOMPARE(m_said.size(), 1);
}

void TestPatient::markedVoice_saysItsWordsToTheFakeRecognizer()
{
    PatientVoice voice;
    const auto sound = voice.speak(PatientVoice::Marked, QStringLiteral("soledad? García"));
    QVERIFY(sound);
    QByteArray codes(qsizetype(sound->size()), '\0');
    Audio::encodeMuLaw(*sound, {reinterpret_cast<uint8_t *>(codes.data()), sound->size()});
    for (const auto line : {Fakes::MarkedEar::Line::Clean, Fakes::MarkedEar::Line::Noisy}) {
        const auto words = Fakes::MarkedEar(line).hear(codes);
        QCOMPARE(words.size(), 2U);
        QCOMPARE(words[0].text, QStringLiteral("soledad"));
        QVERIFY(words[0].confidence < 0.5);
        QCOMPARE(words[1].text, QStringLiteral("García"));
        QVERIFY(words[1].confidence > 0.8);
    }
    const auto noise = Fakes::MarkedEar(Fakes::MarkedEar::Line::Noisy).hear(QByteArray(800, char(0x40)) + '\xff');
    QVERIFY(noise.empty());
}

void TestPatient::fault_isGivenOnce_andNotCounted()
{
    givenScript(R"({"lines": [{"fault": "openai=reset"}, {"wait_for_end": true}]})");
    QCOMPARE(m_patient->linesLeft(), 0);
    QString faults;
    for (int frame = 0; frame < 10; ++frame) {
        faults += m_patient->live(m_at, m_ear, true).faults;
        m_at += Flow::FrameDuration;
    }
    QCOMPARE(faults, QStringLiteral("openai=reset"));
}

QTEST_APPLESS_MAIN(TestPatient)
#include "tst_patient.moc"
