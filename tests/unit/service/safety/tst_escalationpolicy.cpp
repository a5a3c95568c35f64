#include "service/safety/escalationpolicy.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Safety;

namespace {

TurnSignals turn(double confidence, double audioQuality = 0.9)
{
    TurnSignals given;
    given.wordCount = 6;
    given.confidence = confidence;
    given.audioQuality = audioQuality;
    return given;
}

TurnSignals calm()
{
    return turn(0.95);
}

TurnSignals saying(EscalationReason reason, double weight)
{
    TurnSignals given = calm();
    given.assessment.findings.push_back({QStringLiteral("test.rule"), QStringLiteral("words"), reason, weight});
    return given;
}

TurnSignals mildlyUpset()
{
    TurnSignals given = calm();
    given.assessment.distress = Distress::Mild;
    given.assessment.sentiment = -0.6;
    return given;
}

TurnSignals confused()
{
    TurnSignals given = calm();
    given.assessment.confused = true;
    given.understood = false;
    return given;
}

TurnSignals unclear()
{
    TurnSignals given = calm();
    given.understood = false;
    return given;
}

constexpr Milliseconds at(int seconds)
{
    return Milliseconds{seconds * 1000};
}

} // namespace

class TestEscalationPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calmCall_neverEscalates();
    void strongFinding_escalatesAtOnceAndStays();
    void emergency_leadsEverythingElse();
    void interim_countsOnlyEmergencies();
    void lowConfidenceTwice_escalates();
    void lowConfidenceOnceThenGood_isForgotten();
    void alternatingConfidence_escalatesByCallAverage();
    void silence_saysNothing();
    void poorAudio_asksForAQuieterPlaceBeforeEscalating();
    void poorAudio_thatGotBetter_waits();
    void poorAudioNeverAskedAbout_escalatesOnThirdTurn();
    void mildIrritationOnce_continues();
    void mildIrritationAndRaisedVoice_escalateAsTwoFlags();
    void mildIrritationTwice_escalates();
    void confused_getsPatienceThenEscalates();
    void notUnderstood_escalatesAfterTwoClarifyingQuestions();
    void repetitionAndDoubtfulWords_escalate();
    void duration_escalatesAfterLimit();
    void partFailed_escalates();
    void manyRequests_escalate();
    void thresholds_ofTheClinicHold();
    void sameObservations_sameDecision();
};

void TestEscalationPolicy::calmCall_neverEscalates()
{
    EscalationPolicy policy;
    for (int n = 0; n < 20; ++n)
        policy.observe(calm());
    QVERIFY(!policy.decide(at(170)));
    QVERIFY(!policy.wantsQuieterPlace());
    QVERIFY(!policy.wantsPatience());
}

void TestEscalationPolicy::strongFinding_escalatesAtOnceAndStays()
{
    EscalationPolicy policy;
    policy.observe(saying(EscalationReason::Medication, 1.0));
    policy.observe(calm());
    const auto decision = policy.decide(at(20));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::Medication);
    QCOMPARE(decision->evidence.front().rule, QStringLiteral("test.rule"));
    QCOMPARE(decision->evidence.front().words, QStringLiteral("words"));
    QVERIFY(!decision->emergency);
}

void TestEscalationPolicy::emergency_leadsEverythingElse()
{
    EscalationPolicy policy;
    policy.observe(saying(EscalationReason::HumanRequest, 1.0));
    policy.observe(saying(EscalationReason::EmergencyMedical, 1.0));
    const auto decision = policy.decide(at(20));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::EmergencyMedical);
    QVERIFY(decision->emergency);
    QCOMPARE(decision->score, 2.0);
}

void TestEscalationPolicy::interim_countsOnlyEmergencies()
{
    EscalationPolicy policy;
    policy.observeInterim(saying(EscalationReason::HumanRequest, 1.0).assessment);
    QVERIFY(!policy.decide(at(3)));
    policy.observeInterim(saying(EscalationReason::EmergencyViolence, 1.0).assessment);
    policy.observeInterim(saying(EscalationReason::EmergencyViolence, 1.0).assessment);
    QVERIFY(policy.decide(at(3)));
    QCOMPARE(policy.decide(at(3))->evidence.size(), size_t(1));
}

void TestEscalationPolicy::lowConfidenceTwice_escalates()
{
    EscalationPolicy policy;
    policy.observe(turn(0.66));
    QVERIFY(!policy.decide(at(5)));
    policy.observe(turn(0.58));
    const auto decision = policy.decide(at(17));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::LowConfidence);
    QCOMPARE(decision->evidence.front().value, 0.58);
    QCOMPARE(decision->evidence.front().threshold, 0.70);
}

void TestEscalationPolicy::lowConfidenceOnceThenGood_isForgotten()
{
    EscalationPolicy policy;
    for (int round = 0; round < 6; ++round) {
        policy.observe(turn(0.65));
        QVERIFY(!policy.decide(at(20)));
        for (int good = 0; good < 3; ++good)
            policy.observe(calm());
    }
    QVERIFY(!policy.decide(at(100)));
}

void TestEscalationPolicy::alternatingConfidence_escalatesByCallAverage()
{
    EscalationPolicy policy;
    policy.observe(turn(0.40));
    policy.observe(turn(0.72));
    QVERIFY(!policy.decide(at(20)));
    policy.observe(turn(0.45));
    const auto decision = policy.decide(at(30));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::LowConfidence);
}

void TestEscalationPolicy::silence_saysNothing()
{
    EscalationPolicy policy;
    for (int n = 0; n < 5; ++n) {
        TurnSignals silent;
        silent.confidence = 0.0;
        silent.understood = false;
        policy.observe(silent);
    }
    QVERIFY(!policy.decide(at(60)));
}

void TestEscalationPolicy::poorAudio_asksForAQuieterPlaceBeforeEscalating()
{
    EscalationPolicy policy;
    policy.observe(turn(0.66, 0.52));
    QVERIFY(policy.wantsQuieterPlace());
    QVERIFY(!policy.decide(at(5)));
    policy.quieterPlaceAsked();
    QVERIFY(!policy.wantsQuieterPlace());
    policy.observe(turn(0.72, 0.50));
    const auto decision = policy.decide(at(17));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::PoorAudio);
}

void TestEscalationPolicy::poorAudio_thatGotBetter_waits()
{
    EscalationPolicy policy;
    policy.observe(turn(0.76, 0.35));
    policy.quieterPlaceAsked();
    policy.observe(turn(0.85, 0.55));
    QVERIFY(!policy.decide(at(17)));
    policy.observe(turn(0.92, 0.91));
    QVERIFY(!policy.decide(at(29)));
}

void TestEscalationPolicy::poorAudioNeverAskedAbout_escalatesOnThirdTurn()
{
    EscalationPolicy policy;
    policy.observe(turn(0.9, 0.5));
    policy.observe(turn(0.9, 0.5));
    QVERIFY(!policy.decide(at(17)));
    policy.observe(turn(0.9, 0.5));
    QVERIFY(policy.decide(at(29)));
}

void TestEscalationPolicy::mildIrritationOnce_continues()
{
    EscalationPolicy policy;
    policy.observe(mildlyUpset());
    QVERIFY(!policy.decide(at(5)));
    policy.observe(calm());
    policy.observe(calm());
    policy.observe(calm());
    QVERIFY(!policy.decide(at(40)));
}

void TestEscalationPolicy::mildIrritationAndRaisedVoice_escalateAsTwoFlags()
{
    EscalationPolicy policy;
    TurnSignals loud = mildlyUpset();
    loud.loudness = 9;
    policy.observe(loud);
    const auto decision = policy.decide(at(5));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::Angry);
    QCOMPARE(decision->evidence.size(), size_t(2));
}

void TestEscalationPolicy::mildIrritationTwice_escalates()
{
    EscalationPolicy policy;
    policy.observe(mildlyUpset());
    policy.observe(mildlyUpset());
    const auto decision = policy.decide(at(17));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::Distress);
}

void TestEscalationPolicy::confused_getsPatienceThenEscalates()
{
    EscalationPolicy policy;
    for (int seconds : {5, 65, 95}) {
        policy.observe(confused());
        QVERIFY(!policy.decide(at(seconds)));
        QVERIFY(policy.wantsPatience());
    }
    const auto decision = policy.decide(at(125));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::Confused);
}

void TestEscalationPolicy::notUnderstood_escalatesAfterTwoClarifyingQuestions()
{
    EscalationPolicy policy;
    policy.observe(unclear());
    QVERIFY(!policy.decide(at(5)));
    policy.observe(unclear());
    QVERIFY(!policy.decide(at(17)));
    policy.observe(unclear());
    const auto decision = policy.decide(at(29));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::NotUnderstood);
}

void TestEscalationPolicy::repetitionAndDoubtfulWords_escalate()
{
    EscalationPolicy policy;
    TurnSignals again = turn(0.6);
    again.repeated = true;
    policy.observe(again);
    QVERIFY(policy.decide(at(17)));
}

void TestEscalationPolicy::duration_escalatesAfterLimit()
{
    EscalationPolicy policy;
    policy.observe(calm());
    QVERIFY(!policy.decide(at(180)));
    const auto decision = policy.decide(at(181));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::Duration);
}

void TestEscalationPolicy::partFailed_escalates()
{
    EscalationPolicy policy;
    policy.observePartFailed(QStringLiteral("speech_to_text"));
    const auto decision = policy.decide(at(1));
    QVERIFY(decision);
    QCOMPARE(decision->reason, EscalationReason::SystemFailure);
    QCOMPARE(decision->evidence.front().rule, QStringLiteral("speech_to_text"));
}

void TestEscalationPolicy::manyRequests_escalate()
{
    EscalationPolicy policy;
    TurnSignals many = calm();
    many.openRequests = 3;
    policy.observe(many);
    QVERIFY(!policy.decide(at(10)));
    many.openRequests = 5;
    policy.observe(many);
    QCOMPARE(policy.decide(at(10))->reason, EscalationReason::Complex);
}

void TestEscalationPolicy::thresholds_ofTheClinicHold()
{
    EscalationThresholds patient;
    patient.transcriptConfidence = 0.5;
    patient.callSeconds = 600;
    patient.clarifyingQuestions = 4;
    EscalationPolicy policy(patient);
    for (int n = 0; n < 4; ++n) {
        TurnSignals doubtful = turn(0.6);
        doubtful.understood = false;
        policy.observe(doubtful);
        QVERIFY(!policy.decide(at(400)));
    }
    policy.observe(unclear());
    QVERIFY(policy.decide(at(400)));
}

void TestEscalationPolicy::sameObservations_sameDecision()
{
    EscalationPolicy first;
    EscalationPolicy second;
    for (const TurnSignals &given : {turn(0.6), mildlyUpset(), confused(), turn(0.5, 0.3)}) {
        first.observe(given);
        second.observe(given);
    }
    QCOMPARE(first.decide(at(200)), second.decide(at(200)));
}

QTEST_APPLESS_MAIN(TestEscalationPolicy)
#include "tst_escalationpolicy.moc"
