#include "desktop/calls/transcriptmodel.h"
#include "tests/unit/desktop/deskfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Calls::LiveCallModel;
using Frontdesk::Calls::TranscriptModel;

class TestCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
        m_transcript = std::make_unique<TranscriptModel>();
        m_transcript->setProperty("api", QVariant::fromValue(m->desk->api()));
    }
    void cleanup()
    {
        m_transcript.reset();
        m.reset();
    }

    void live_oldestFirstAndGoneWhenEnded();
    void live_wordsShowWhoSpeaks();
    void takeOver_connectsAndRefusesWhatHasEnded();
    void transcript_marksDoubtsAndWhatWasNotHeard();
    void transcript_ofALiveCall_growsWordByWord();
    void transcript_rowAt_followsTheRecording();

private:
    [[nodiscard]] QVariant turn(int row, int role) { return m_transcript->data(m_transcript->index(row), role); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<TranscriptModel> m_transcript;
};

void TestCalls::live_oldestFirstAndGoneWhenEnded()
{
    auto &calls = *m->desk->calls();
    QAbstractItemModelTester tester(&calls, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(calls.count(), 2);
    QCOMPARE(calls.idAt(0), u"c-live2"_s);
    m->service.push(u"call.started"_s, {{u"id"_s, u"c-new"_s}, {u"caller_number"_s, u"+15550100001"_s}});
    QTRY_COMPARE(calls.count(), 3);
    QCOMPARE(calls.call(u"c-new"_s).value(u"caller_number"_s).toString(), u"+15550100001"_s);
    m->service.push(u"call.ended"_s, {{u"id"_s, u"c-live2"_s}});
    QTRY_COMPARE(calls.count(), 2);
    QCOMPARE(calls.rowOf(u"c-live2"_s), -1);
    QVERIFY(calls.call(u"c-live2"_s).isEmpty());
}

void TestCalls::live_wordsShowWhoSpeaks()
{
    auto &calls = *m->desk->calls();
    m->service.pushWords(u"c-live1"_s, 4, u"caller"_s, u"Carmen"_s);
    const int row = calls.rowOf(u"c-live1"_s);
    QTRY_COMPARE(calls.data(calls.index(row), LiveCallModel::LastWordsRole).toString(), u"Carmen"_s);
    QCOMPARE(calls.data(calls.index(row), LiveCallModel::LastSpeakerRole).toString(), u"caller"_s);
    m->service.push(u"call.changed"_s, {{u"id"_s, u"c-live1"_s}, {u"patient_name"_s, u"Carmen Delgado"_s}});
    QTRY_COMPARE(calls.data(calls.index(row), LiveCallModel::PatientNameRole).toString(), u"Carmen Delgado"_s);
    QCOMPARE(calls.data(calls.index(row), LiveCallModel::LastWordsRole).toString(), u"Carmen"_s);
}

void TestCalls::takeOver_connectsAndRefusesWhatHasEnded()
{
    auto &calls = *m->desk->calls();
    QSignalSpy over(&calls, &LiveCallModel::takenOver);
    QSignalSpy refused(&calls, &LiveCallModel::refused);
    calls.takeOver(u"c-live1"_s);
    QVERIFY(over.wait());
    QTRY_COMPARE(calls.count(), 1);
    calls.takeOver(u"c-live1"_s);
    QVERIFY(refused.wait());
}

void TestCalls::transcript_marksDoubtsAndWhatWasNotHeard()
{
    QAbstractItemModelTester tester(m_transcript.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_transcript->setCallId(u"c-3"_s);
    QTRY_VERIFY(m_transcript->count() == 9);
    QVERIFY(!turn(0, TranscriptModel::CallerRole).toBool());
    QVERIFY(turn(2, TranscriptModel::CutOffRole).toBool());
    QCOMPARE(turn(2, TranscriptModel::MarkedTextRole).toString(), u"Happy to help. May I have<s> your na\u2014</s>"_s);
    QVERIFY(turn(5, TranscriptModel::DoubtfulRole).toBool());
    QVERIFY(turn(5, TranscriptModel::MarkedTextRole).toString().contains(u"<u>oh</u>"_s));
    QVERIFY(!turn(3, TranscriptModel::DoubtfulRole).toBool());
}

void TestCalls::transcript_ofALiveCall_growsWordByWord()
{
    m_transcript->setCallId(u"c-live1"_s);
    QTRY_COMPARE(m_transcript->count(), 4);
    const auto say = [&](const QString &call, int number, const QString &text) {
        m_transcript->onCallWords({{u"call_id"_s, call},
                                   {u"turn"_s, number},
                                   {u"speaker"_s, u"caller"_s},
                                   {u"text"_s, text},
                                   {u"final"_s, false}});
    };
    say(u"c-live2"_s, 9, u"other call"_s);
    QCOMPARE(m_transcript->count(), 4);
    say(u"c-live1"_s, 6, u"any <day>"_s);
    say(u"c-live1"_s, 6, u"any <day> next week"_s);
    QCOMPARE(m_transcript->count(), 5);
    QCOMPARE(turn(4, TranscriptModel::MarkedTextRole).toString(), u"any &lt;day&gt; next week"_s);
    QVERIFY(!turn(4, TranscriptModel::FinalRole).toBool());
}

void TestCalls::transcript_rowAt_followsTheRecording()
{
    m_transcript->setCallId(u"c-3"_s);
    QTRY_VERIFY(m_transcript->count() > 3);
    QCOMPARE(m_transcript->rowAt(0), -1);
    QCOMPARE(m_transcript->rowAt(turn(2, TranscriptModel::StartMsRole).toInt()), 2);
    QCOMPARE(m_transcript->rowAt(10'000'000), m_transcript->count() - 1);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
