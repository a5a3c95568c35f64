#include "service/dialogue/calltape.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;

namespace {

/// One event of each kind, with fields that are not their defaults.
std::vector<Event> everyEvent()
{
    Flow::Transcript transcript;
    transcript.text = QStringLiteral("hi i'm josé");
    transcript.words = {{QStringLiteral("hi"), 0.1 + 0.2, Milliseconds(10), Milliseconds(200)},
                        {QStringLiteral("josé"), 1.0 / 3.0, Milliseconds(300), Milliseconds(700)}};
    transcript.confidence = 2.0 / 3.0;
    transcript.isFinal = true;
    transcript.start = Milliseconds(10);
    transcript.end = Milliseconds(700);
    std::vector<Event> events;
    const auto add = [&events](int at, EventBody body) {
        Event &event = events.emplace_back();
        event.at = Milliseconds(at);
        event.body = std::move(body);
    };
    add(0, CallStarted{});
    add(250, TimePassed{});
    add(300, InterimHeard{QStringLiteral("hi")});
    add(900, CallerSpoke{transcript, 0.7, 6.5, true});
    add(950, SpeechPlayed{3, QStringLiteral("Thank you"), false});
    add(8000, CallerSilent{2});
    add(9000, KeysPressed{QStringLiteral("5550123")});
    add(9500, PartFailed{QStringLiteral("speech_to_text")});
    add(9600, StaffTakesOver{});
    add(9900, CallerLeft{});
    return events;
}

CallTape someTape()
{
    CallTape tape;
    tape.briefing.clinic.id = ClinicId(QStringLiteral("clinic"));
    tape.briefing.clinic.name = QStringLiteral("Oak Street Clinic");
    tape.briefing.clinic.number = QStringLiteral("+15550100000");
    tape.briefing.clinic.line = QStringLiteral("+15550199999");
    tape.briefing.clinic.thresholds.transcriptConfidence = 0.65;
    tape.briefing.callerNumber = QStringLiteral("+15552345678");
    tape.briefing.startedAt = QDateTime(QDate(2026, 3, 8), QTime(6, 59, 59, 123), Qt::UTC);
    tape.events = everyEvent();
    tape.actions = replayedActions(tape);
    return tape;
}

} // namespace

class TestCallTape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_everyKindOfEvent_areReadBackWhole()
    {
        const CallTape tape = someTape();
        const auto read = CallTape::fromBytes(tape.toBytes());
        QVERIFY(read.ok());
        QCOMPARE(read->events.size(), tape.events.size());
        for (size_t i = 0; i < tape.events.size(); ++i) {
            QCOMPARE(read->events[i].at, tape.events[i].at);
            QCOMPARE(read->events[i].body.index(), tape.events[i].body.index());
        }
        QCOMPARE(read->briefing.startedAt, tape.briefing.startedAt);
        QCOMPARE(read->briefing.clinic.toJson(), tape.briefing.clinic.toJson());
        QCOMPARE(read->actions, tape.actions);
        QCOMPARE(read->toBytes(), tape.toBytes());
        const auto &spoke = std::get<CallerSpoke>(read->events[3].body);
        QCOMPARE(spoke.transcript.words[1].confidence, 1.0 / 3.0);
        QCOMPARE(spoke.transcript.text, QStringLiteral("hi i'm josé"));
        QVERIFY(spoke.interrupted);
    }

    void replay_sameTape_sameActions() { QCOMPARE(replayedActions(someTape()), someTape().actions); }

    void replay_otherWords_otherActions()
    {
        CallTape tape = someTape();
        std::get<CallerSpoke>(tape.events[3].body).transcript.text = QStringLiteral("i have crushing chest pain");
        QVERIFY(replayedActions(tape) != tape.actions);
    }

    void fromBytes_noTape_isCorrupt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not compressed") << QByteArray("{\"form\":1}");
        QTest::newRow("another form") << qCompress("{\"form\":99}");
        QTest::newRow("unknown event") << qCompress("{\"form\":1,\"clinic\":{},\"events\":[[0,\"flew\"]]}");
        QTest::newRow("cut") << someTape().toBytes().chopped(20);
    }
    void fromBytes_noTape_isCorrupt()
    {
        QFETCH(QByteArray, bytes);
        const auto read = CallTape::fromBytes(bytes);
        QVERIFY(!read.ok());
        QVERIFY(!read.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallTape)
#include "tst_calltape.moc"
