#include "tools/callsim/script.h"

#include <QDirIterator>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeScript_isRead();
    void wrongScript_namesWhatIsWrong_data();
    void wrongScript_namesWhatIsWrong();
    void callee_fromText();
    void missingFile_isNotFound();
    void deliveredScripts_areAllReadable();
};

void TestScript::wholeScript_isRead()
{
    const auto script = parseScript(R"({
        "voice": "rms", "from": "+15550107777", "to": "+15550100022", "reaction_ms": 600, "packet_loss": 0.02, "seed": 7,
        "answers": {"name": ["John", "J O H N"], "confirm": "yes"},
        "lines": [{"say": "hi", "after_ms": 100}, {"interrupt": "stop", "after_ms": 800}, {"answer": "name"},
                  {"keys": "12#"}, {"silence_ms": 2500}, {"noise": "babble", "snr_db": 5}, {"cough": true},
                  {"play": "x.wav"}, {"wait_for_end": true}, {"hangup": true, "when": "turn_end"},
                  {"fault": "deepgram=half-open openai=reset:2"}],
        "callee": {"outcome": "busy", "after_ms": 10, "key": "1"},
        "expect": {"task_count": 2, "outcome": "completed", "dialled": true, "response": {"median_ms": 900},
                   "tasks": [{"type": "callback_request", "slots": {"patient_name": "/smith/"}}],
                   "said": [{"contains": "911", "after_line": 1, "within_ms": 2000}]}})",
                                    QStringLiteral("all"), QStringLiteral("/calls"));
    QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
    QCOMPARE(script->voice, QStringLiteral("rms"));
    QCOMPARE(script->reaction, Milliseconds(600));
    QCOMPARE(script->to, QStringLiteral("+15550100022"));
    QCOMPARE(script->lines.size(), 11U);
    QCOMPARE(script->lines[10].what, ScriptLine::What::Fault);
    QCOMPARE(script->lines[10].when, ScriptLine::When::Now);
    QCOMPARE(script->lines[0].after, Milliseconds(100));
    QCOMPARE(script->lines[1].when, ScriptLine::When::AssistantSpeaking);
    QCOMPARE(script->lines[1].what, ScriptLine::What::Say);
    QCOMPARE(script->lines[4].length, Milliseconds(2500));
    QCOMPARE(script->lines[5].snrDb, 5.0);
    QCOMPARE(script->lines[7].text, QStringLiteral("/calls/x.wav"));
    QCOMPARE(script->lines[9].when, ScriptLine::When::TurnEnd);
    QCOMPARE(script->lines[9].number, 10);
    QCOMPARE(script->answers.value(QStringLiteral("name")).size(), 2);
    QCOMPARE(script->callee.outcome, CalleeBehaviour::Outcome::Busy);
    QCOMPARE(script->expectations.taskCount, 2);
    QCOMPARE(script->expectations.words.front().within, Milliseconds(2000));
    QCOMPARE(script->spokenTexts().size(), 5);
}

void TestScript::wrongScript_namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("not JSON");
    QTest::newRow("unknown member") << QByteArray(R"({"voise": "slt"})") << QStringLiteral("voise");
    QTest::newRow("unknown fault") << QByteArray(R"({"lines": [{"fault": "deepgram=tired"}]})")
                                   << QStringLiteral("VENDOR=FAULT");
    QTest::newRow("unknown vendor") << QByteArray(R"({"lines": [{"fault": "nobody=reset"}]})")
                                    << QStringLiteral("VENDOR=FAULT");
    QTest::newRow("unknown line") << QByteArray(R"({"lines": [{"say": "a"}, {"shout": "b"}]})")
                                  << QStringLiteral("line 2");
    QTest::newRow("unknown line member") << QByteArray(R"({"lines": [{"say": "a", "afer_ms": 3}]})")
                                         << QStringLiteral("afer_ms");
    QTest::newRow("empty text") << QByteArray(R"({"lines": [{"say": ""}]})") << QStringLiteral("say");
    QTest::newRow("wrong moment") << QByteArray(R"({"lines": [{"say": "a", "when": "soon"}]})")
                                  << QStringLiteral("when");
    QTest::newRow("no such answer") << QByteArray(R"({"lines": [{"answer": "name"}]})") << QStringLiteral("name");
    QTest::newRow("wrong callee") << QByteArray(R"({"callee": {"outcome": "asleep"}})") << QStringLiteral("callee");
    QTest::newRow("wrong expectation") << QByteArray(R"({"expect": {"luck": 1}})") << QStringLiteral("luck");
}

void TestScript::wrongScript_namesWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto script = parseScript(json, QStringLiteral("broken"), QString());
    QVERIFY(!script);
    QCOMPARE(script.error().code, ErrorCode::InvalidInput);
    QVERIFY2(script.error().message.contains(named), qPrintable(script.error().message));
    QVERIFY(script.error().message.startsWith(QStringLiteral("broken")));
}

void TestScript::callee_fromText()
{
    const auto slow = calleeFromText(QStringLiteral("answered:2.5"));
    QVERIFY(slow);
    QCOMPARE(slow->after, Milliseconds(2500));
    QCOMPARE(calleeFromText(QStringLiteral("no-answer"))->outcome, CalleeBehaviour::Outcome::NoAnswer);
    QCOMPARE(slow->key, QStringLiteral("1"));
    const auto machine = calleeFromText(QStringLiteral("voicemail:1"));
    QVERIFY(machine && machine->machine && machine->key.isEmpty());
    QCOMPARE(calleeFromText(QStringLiteral("declines"))->key, QStringLiteral("2"));
    QVERIFY(calleeFromText(QStringLiteral("hangs-up"))->hangsUpAfter.has_value());
    QVERIFY(!calleeFromText(QStringLiteral("answered:soon")));
    QVERIFY(!calleeFromText(QString()));
}

void TestScript::missingFile_isNotFound()
{
    QCOMPARE(readScript(QStringLiteral("there-is-no-such.json")).error().code, ErrorCode::NotFound);
}

void TestScript::deliveredScripts_areAllReadable()
{
    QDirIterator files(QStringLiteral(FRONTDESK_SOURCE_DIR "/resources/calls"), {QStringLiteral("*.json")});
    int count = 0;
    while (files.hasNext()) {
        const auto script = readScript(files.next());
        QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
        QVERIFY(!script->lines.empty());
        ++count;
    }
    QVERIFY(count >= 11);
}

QTEST_APPLESS_MAIN(TestScript)
#include "tst_script.moc"
