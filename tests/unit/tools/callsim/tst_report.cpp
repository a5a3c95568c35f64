#include "service/audio/wavfile.h"
#include "shared/core/clock.h"
#include "tools/callsim/processmonitor.h"
#include "tools/callsim/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void journal_tellsItsListenerAndKeepsOrder();
    void summary_namesWhatFailed();
    void json_carriesTheMeasurements();
    void transcript_isOnTheCallsClock();
    void totals_countLostCalls();
    void recording_hasTheCallerLeft();
    void ownProcess_canBeWatched();
    void missingProcess_isNotFound();

private:
    JudgedCall m_call;
};

void TestReport::init()
{
    m_call = JudgedCall();
    CallFacts &facts = m_call.facts;
    facts.script = QStringLiteral("test");
    facts.callSid = QStringLiteral("CA1");
    facts.endedBy = QStringLiteral("assistant");
    facts.streamed = true;
    facts.pickedUpAt = Milliseconds(100);
    facts.streamAt = Milliseconds(50);
    facts.recording = {Sound(80, 11), Sound(80, 22)};
    facts.measurements.callerBegan(Milliseconds(0), QStringLiteral("hi"), true);
    facts.measurements.callerEnded(Milliseconds(500));
    Frame loud{};
    loud.fill(2000);
    facts.measurements.assistantHeard(Milliseconds(1260), loud);
    facts.warnings = {QStringLiteral("31951: x")};
    ServiceRecords records;
    records.turns = {{QStringLiteral("caller"), QStringLiteral("hello"), 1000, 2000}};
    facts.records = records;
    m_call.verdicts = {{QStringLiteral("good"), true, {}}, {QStringLiteral("bad"), false, QStringLiteral("7")}};
}

void TestReport::journal_tellsItsListenerAndKeepsOrder()
{
    const SystemClock clock;
    QStringList told;
    CallJournal journal(clock, [&](const JournalEntry &entry) { told.append(printed(entry)); });
    journal.add(Party::Phone, QStringLiteral("rings"));
    journal.add(Party::Callee, QStringLiteral("answers"));
    QCOMPARE(journal.entries().size(), 2U);
    QVERIFY(told[0].startsWith(QStringLiteral("t+   0.0")) && told[0].endsWith(QStringLiteral("phone      rings")));
    QVERIFY(told[1].contains(QStringLiteral("callee")));
}

void TestReport::summary_namesWhatFailed()
{
    QVERIFY(!m_call.passed());
    const QString text = printedSummary(m_call);
    QVERIFY(text.contains(QStringLiteral("FAIL  bad: 7")));
    QVERIFY(text.contains(QStringLiteral("31951")));
    QVERIFY(text.contains(QStringLiteral("median 760 ms")));
}

void TestReport::json_carriesTheMeasurements()
{
    const QJsonObject json = toJson(m_call);
    QCOMPARE(json.value(QLatin1String("passed")).toBool(true), false);
    QCOMPARE(json.value(QLatin1String("response")).toObject().value(QLatin1String("median_ms")).toInt(), 760);
    const QJsonObject turn = json.value(QLatin1String("turns")).toArray().at(0).toObject();
    QCOMPARE(turn.value(QLatin1String("response_ms")).toInt(), 760);
    QVERIFY(turn.value(QLatin1String("own_share_ms")).isNull());
}

void TestReport::transcript_isOnTheCallsClock()
{
    QVERIFY(printedTranscript(m_call.facts).startsWith(QStringLiteral("t+   1.15  caller     hello")));
    m_call.facts.records.reset();
    QCOMPARE(printedTranscript(m_call.facts), QString());
}

void TestReport::totals_countLostCalls()
{
    JudgedCall lost;
    lost.facts.usedFallback = true;
    const QString text = printedTotals({m_call, lost});
    QVERIFY2(text.startsWith(QStringLiteral("2 calls, 1 as expected, 1 lost")), qPrintable(text));
}

void TestReport::recording_hasTheCallerLeft()
{
    const QTemporaryDir folder;
    QVERIFY(writeRecording(m_call.facts, folder.filePath(QStringLiteral("new"))));
    const auto wav = Audio::readWav(folder.filePath(QStringLiteral("new/test-CA1.wav")));
    QVERIFY(wav);
    QCOMPARE(wav->channels, 2);
    QCOMPARE(wav->samples[0], int16_t(11));
    QCOMPARE(wav->samples[1], int16_t(22));
    QVERIFY(!writeRecording(m_call.facts, QStringLiteral("/proc/nowhere")));
}

void TestReport::ownProcess_canBeWatched()
{
    const SystemClock clock;
    ProcessMonitor monitor(QCoreApplication::applicationPid(), clock);
    QVERIFY(monitor.start());
    const auto use = monitor.use();
    QVERIFY(use);
    QVERIFY(use->memoryKib > 1000);
    QVERIFY(use->peakMemoryKib >= use->memoryKib);
    QVERIFY(use->cpuCores >= 0);
}

void TestReport::missingProcess_isNotFound()
{
    const SystemClock clock;
    ProcessMonitor monitor(-1, clock);
    QCOMPARE(monitor.start().error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
