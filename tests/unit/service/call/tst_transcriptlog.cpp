#include "service/call/transcriptlog.h"

#include <QTest>

using namespace Frontdesk;

class TestTranscriptLog : public QObject {
    Q_OBJECT

    std::vector<TurnRecord> m_records;
    const QDateTime m_utc = QDateTime(QDate(2026, 3, 4), QTime(14, 0), Qt::UTC);

    Call::TranscriptLog newLog()
    {
        m_records.clear();
        return Call::TranscriptLog(CallId(QStringLiteral("call")),
                                   [this](const TurnRecord &turn) { m_records.push_back(turn); });
    }

private Q_SLOTS:
    void assistantTurn_isKeptWhenItBeginsAndAgainWithWhatWasHeard()
    {
        auto log = newLog();
        Dialogue::Say say;
        say.ticket = 4;
        say.text = QStringLiteral("May I have your full name please?");
        log.assistantBegins(say, Milliseconds(100), m_utc);
        log.assistantEnds({4, QStringLiteral("May I have"), false}, Milliseconds(900));
        QCOMPARE(m_records.size(), size_t(2));
        QCOMPARE(m_records[0].number, 1);
        QCOMPARE(m_records[1].number, 1);
        QCOMPARE(m_records[0].heardText, QString());
        QCOMPARE(m_records[1].heardText, QStringLiteral("May I have"));
        QCOMPARE(m_records[1].end, Milliseconds(900));
    }

    void assistantTurn_neverBegun_leavesNothing()
    {
        auto log = newLog();
        log.assistantEnds({9, {}, false}, Milliseconds(900));
        QVERIFY(m_records.empty());
    }

    void callerTurn_keepsWordsAndConfidence()
    {
        auto log = newLog();
        Flow::Transcript transcript;
        transcript.text = QStringLiteral("john smith");
        transcript.confidence = 0.8;
        transcript.words = {{QStringLiteral("john"), 0.9, {}, {}}, {QStringLiteral("smith"), 0.7, {}, {}}};
        log.callerSpoke(transcript, 0.75, m_utc);
        QCOMPARE(m_records.front().speaker, Speaker::Caller);
        QCOMPARE(m_records.front().words.size(), size_t(2));
        QCOMPARE(m_records.front().audioQuality, 0.75);
        QCOMPARE(m_records.front().heardText, transcript.text);
    }

    void turns_countUp()
    {
        auto log = newLog();
        log.callerSpoke({}, 1, m_utc);
        log.callerPressed(QStringLiteral("123"), Milliseconds(0), m_utc);
        QCOMPARE(m_records[1].number, 2);
    }
};

QTEST_APPLESS_MAIN(TestTranscriptLog)
#include "tst_transcriptlog.moc"
