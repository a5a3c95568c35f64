#include "shared/model/callrecordjson.h"
#include "shared/model/escalationjson.h"
#include "shared/model/slotsjson.h"

#include <QTest>

using namespace Frontdesk;

class TestRecordJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slots_full_roundTrip();
    void slots_sparse_keepDefaults();
    void slots_unknownOrNoObject_areInvalid();
    void evidence_full_roundTrips();
    void evidence_unknownReason_isInvalid();
    void escalation_json_holdsTheDecision();
    void words_full_roundTrip();
    void words_noObject_areInvalid();
    void call_runningAndEnded_tellTheEnd();
    void turn_json_holdsHeardAndSaid();
};

void TestRecordJson::slots_full_roundTrip()
{
    const SlotMap slotValues{{SlotName::PatientName,
                              {.value = QStringLiteral("Zoë Li"),
                               .saidAs = QStringLiteral("zoe lee"),
                               .confidence = 0.123456789,
                               .turn = 3,
                               .from = Milliseconds(1234),
                               .to = Milliseconds(7'200'000),
                               .confirmed = true}},
                             {SlotName::Question, {.value = QStringLiteral("May I park?"), .saidAs = {}}}};
    const auto read = slotsFromJson(slotsToJson(slotValues));
    QVERIFY(read.ok());
    QVERIFY(*read == slotValues);
    QVERIFY(slotsFromJson({})->empty());
}

void TestRecordJson::slots_sparse_keepDefaults()
{
    const auto read =
        slotsFromJson({{QStringLiteral("reason"), QJsonObject{{QStringLiteral("value"), QStringLiteral("cough")}}}});
    QVERIFY(read.ok());
    QVERIFY((read->at(SlotName::Reason) == SlotValue{.value = QStringLiteral("cough"), .saidAs = {}}));
}

void TestRecordJson::slots_unknownOrNoObject_areInvalid()
{
    QCOMPARE(slotsFromJson({{QStringLiteral("shoe_size"), QJsonObject()}}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(slotsFromJson({{QStringLiteral("reason"), QStringLiteral("cough")}}).error().code,
             ErrorCode::InvalidInput);
}

void TestRecordJson::evidence_full_roundTrips()
{
    const std::vector<Evidence> evidence{
        {EscalationReason::EmergencyMedical, QStringLiteral("words"), QStringLiteral("heart.pain"),
         QStringLiteral("chest pain"), 1, 1, 1},
        {EscalationReason::PoorAudio, QStringLiteral("audio_quality"), QString(), QString(), 0.4, 0.6, 0.5}};
    const auto read = evidenceFromJson(evidenceToJson(evidence));
    QVERIFY(read.ok());
    QVERIFY(*read == evidence);
}

void TestRecordJson::evidence_unknownReason_isInvalid()
{
    QCOMPARE(evidenceFromJson({QJsonObject{{QStringLiteral("reason"), QStringLiteral("mood")}}}).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(evidenceFromJson({1}).error().code, ErrorCode::InvalidInput);
}

void TestRecordJson::escalation_json_holdsTheDecision()
{
    EscalationRecord escalation;
    escalation.id = EscalationId(QStringLiteral("e-1"));
    escalation.callId = CallId(QStringLiteral("c-1"));
    escalation.reason = EscalationReason::Distress;
    escalation.evidence = {{}};
    escalation.score = 1.5;
    escalation.thresholdsVersion = QStringLiteral("2");
    escalation.turn = 3;
    escalation.decidedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
    const QJsonObject wanted{{QStringLiteral("id"), QStringLiteral("e-1")},
                             {QStringLiteral("call_id"), QStringLiteral("c-1")},
                             {QStringLiteral("reason"), QStringLiteral("distress")},
                             {QStringLiteral("score"), 1.5},
                             {QStringLiteral("thresholds_version"), QStringLiteral("2")},
                             {QStringLiteral("turn"), 3},
                             {QStringLiteral("decided_at"), QStringLiteral("2026-03-04T14:20:00Z")},
                             {QStringLiteral("evidence"), evidenceToJson(escalation.evidence)}};
    QCOMPARE(escalationToJson(escalation), wanted);
}

void TestRecordJson::words_full_roundTrip()
{
    const std::vector<SpokenWord> words{{QStringLiteral("hello"), 0.5, Milliseconds(10), Milliseconds(20)},
                                        {QStringLiteral("there"), 1.0, Milliseconds(30), Milliseconds(40)}};
    const auto read = wordsFromJson(wordsToJson(words));
    QVERIFY(read.ok());
    QCOMPARE(wordsToJson(*read), wordsToJson(words));
    QCOMPARE(read->size(), size_t{2});
    QCOMPARE(read->front().text, QStringLiteral("hello"));
    QCOMPARE(read->front().confidence, 0.5);
    QCOMPARE(read->back().start, Milliseconds(30));
    QCOMPARE(read->back().end, Milliseconds(40));
}

void TestRecordJson::words_noObject_areInvalid()
{
    QCOMPARE(wordsFromJson({QStringLiteral("hello")}).error().code, ErrorCode::InvalidInput);
}

void TestRecordJson::call_runningAndEnded_tellTheEnd()
{
    CallRecord call;
    call.id = CallId(QStringLiteral("c-1"));
    call.networkCallId = QStringLiteral("CA1");
    call.startedAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
    QVERIFY(callToJson(call).value(QLatin1String("ended_at")).isNull());
    call.endedAt = call.startedAt.addSecs(60);
    const QJsonObject json = callToJson(call);
    QCOMPARE(json.value(QLatin1String("ended_at")).toString(), QStringLiteral("2026-03-04T14:21:00Z"));
    QCOMPARE(json.value(QLatin1String("phase")).toString(), QStringLiteral("ringing"));
    QCOMPARE(json.value(QLatin1String("call_id")).toString(), QStringLiteral("c-1"));
}

void TestRecordJson::turn_json_holdsHeardAndSaid()
{
    TurnRecord turn;
    turn.number = 3;
    turn.speaker = Speaker::Assistant;
    turn.text = QStringLiteral("Good morning to you");
    turn.heardText = QStringLiteral("Good morning");
    turn.start = Milliseconds(1500);
    turn.words = {{QStringLiteral("good")}};
    const QJsonObject json = turnToJson(turn);
    QCOMPARE(json.value(QLatin1String("number")).toInt(), 3);
    QCOMPARE(json.value(QLatin1String("speaker")).toString(), QStringLiteral("assistant"));
    QCOMPARE(json.value(QLatin1String("text")).toString(), turn.text);
    QCOMPARE(json.value(QLatin1String("heard_text")).toString(), turn.heardText);
    QCOMPARE(json.value(QLatin1String("start_ms")).toInt(), 1500);
    QCOMPARE(json.value(QLatin1String("words")).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
