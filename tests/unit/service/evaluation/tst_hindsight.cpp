#include "service/dialogue/calltape.h"
#include "service/evaluation/hindsight.h"
#include "tests/support/storefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Evaluation;
using namespace Frontdesk::Storage::Tests;

class TestHindsight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void preview_lowerConfidence_namesTheCallThatWouldChange();
    void preview_unknownThreshold_isInvalid();
    void missed_emergencyThatWasNotSeen_isListed();

private:
    CallRecord givenTaped(int number, const std::vector<std::pair<const char *, double>> &turns);

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
};

void TestHindsight::init()
{
    m_fixture = std::make_unique<StoreFixture>(QStringLiteral("sqlite"));
    m_clinic = m_fixture->givenClinic();
}

CallRecord TestHindsight::givenTaped(int number, const std::vector<std::pair<const char *, double>> &turns)
{
    const CallRecord call = m_fixture->givenCall(m_clinic, QStringLiteral("CA%1").arg(number), someTime(number));
    Dialogue::CallTape tape;
    tape.briefing = {m_clinic, call.callerNumber, call.startedAt, false};
    tape.events.emplace_back();
    for (const auto &[words, confidence] : turns) {
        Dialogue::CallerSpoke spoke;
        spoke.transcript.text = QString::fromLatin1(words);
        spoke.transcript.confidence = confidence;
        Dialogue::Event &event = tape.events.emplace_back();
        event.at = Milliseconds(10'000 * static_cast<int>(tape.events.size()));
        event.body = spoke;
    }
    tape.actions = Dialogue::replayedActions(tape);
    if (!m_fixture->store().tapes().save(m_clinic.id, call.id, tape.toBytes())) {
        qFatal("the tape could not be kept");
    }
    return call;
}

void TestHindsight::preview_lowerConfidence_namesTheCallThatWouldChange()
{
    const CallRecord doubtful = givenTaped(1, {{"i need an appointment please", 0.6}, {"john smith it is", 0.6}});
    givenTaped(2, {{"i need an appointment please", 0.95}});
    givenTaped(5000, {{"i need an appointment please", 0.6}, {"john smith it is", 0.6}}); // After the period.
    const auto preview = previewThresholds(
        m_fixture->store(), m_clinic.id, {{QStringLiteral("transcript_confidence"), 0.5}}, someTime(0), someTime(100));
    QCOMPARE(preview->value(QLatin1String("calls")).toInt(), 2);
    QCOMPARE(preview->value(QLatin1String("escalated_before")).toInt(), 1);
    QCOMPARE(preview->value(QLatin1String("escalated_after")).toInt(), 0);
    const QJsonObject changed = preview->value(QLatin1String("changed")).toArray().first().toObject();
    QCOMPARE(changed.value(QLatin1String("call_id")).toString(), doubtful.id.text());
    QCOMPARE(changed.value(QLatin1String("before")).toString(), QStringLiteral("low_confidence"));
    QVERIFY(changed.value(QLatin1String("after")).isNull());
}

void TestHindsight::preview_unknownThreshold_isInvalid()
{
    const auto preview =
        previewThresholds(m_fixture->store(), m_clinic.id, {{QStringLiteral("mood"), 1}}, someTime(0), someTime(1));
    QCOMPARE(preview.error().code, ErrorCode::InvalidInput);
}

void TestHindsight::missed_emergencyThatWasNotSeen_isListed()
{
    const char *words = "i have crushing chest pain right now";
    const CallRecord missed = givenTaped(1, {{words, 0.9}});
    const CallRecord seen = givenTaped(2, {{words, 0.9}});
    givenTaped(3, {{"i need an appointment please", 0.95}});
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = seen.id;
    escalation.reason = EscalationReason::EmergencyMedical;
    escalation.decidedAt = someTime(2);
    QVERIFY(m_fixture->store().escalations().record(escalation).ok());
    const auto review = missedEmergencies(m_fixture->store(), m_clinic.id, someTime(0), someTime(100));
    QCOMPARE(review->value(QLatin1String("calls")).toInt(), 3);
    const QJsonArray items = review->value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().toObject().value(QLatin1String("call_id")).toString(), missed.id.text());
}

QTEST_GUILESS_MAIN(TestHindsight)
#include "tst_hindsight.moc"
