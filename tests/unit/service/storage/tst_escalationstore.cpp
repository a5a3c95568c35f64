#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestEscalationStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
        m_call = m_fixture->givenCall(m_clinic);
    }
    void cleanup() { m_fixture.reset(); }

    void record_decision_keepsEverything();
    void record_sameIdTwice_isKeptOnce();
    void record_unknownCall_isNotFound();
    void record_withoutTime_isInvalid();
    void forCall_several_areInTheOrderDecided();

private:
    EscalationStore &escalations() { return m_fixture->store().escalations(); }
    [[nodiscard]] EscalationRecord someEscalation(int secondsLater = 0) const;

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

EscalationRecord TestEscalationStore::someEscalation(int secondsLater) const
{
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = m_call.id;
    escalation.reason = EscalationReason::EmergencyMedical;
    escalation.evidence = {{EscalationReason::EmergencyMedical, QStringLiteral("words"),
                            QStringLiteral("heart.pressure_on_chest"), QStringLiteral("my chest hurts"), 1, 1, 1},
                           {EscalationReason::LowConfidence, QStringLiteral("transcript_confidence"), QString(),
                            QString(), 0.5, 0.75, 0.5}};
    escalation.score = 1.5;
    escalation.thresholdsVersion = QStringLiteral("3");
    escalation.turn = 4;
    escalation.decidedAt = someTime(secondsLater);
    return escalation;
}

void TestEscalationStore::record_decision_keepsEverything()
{
    const auto recorded = escalations().record(someEscalation());
    QVERIFY(recorded.ok());
    QVERIFY(!recorded->id.isEmpty());
    const auto kept = escalations().forCall(m_clinic.id, m_call.id);
    QCOMPARE(kept->size(), size_t{1});
    const EscalationRecord &one = kept->front();
    QCOMPARE(one.id, recorded->id);
    QCOMPARE(one.clinicId, m_clinic.id);
    QCOMPARE(one.callId, m_call.id);
    QCOMPARE(one.reason, EscalationReason::EmergencyMedical);
    QVERIFY(one.evidence == someEscalation().evidence);
    QCOMPARE(one.score, 1.5);
    QCOMPARE(one.thresholdsVersion, QStringLiteral("3"));
    QCOMPARE(one.turn, 4);
    QCOMPARE(one.decidedAt, someTime());
}

void TestEscalationStore::record_sameIdTwice_isKeptOnce()
{
    EscalationRecord escalation = someEscalation();
    escalation.id = EscalationId::create();
    QVERIFY(escalations().record(escalation).ok());
    QVERIFY(escalations().record(escalation).ok());
    QCOMPARE(escalations().forCall(m_clinic.id, m_call.id)->size(), size_t{1});
}

void TestEscalationStore::record_unknownCall_isNotFound()
{
    EscalationRecord escalation = someEscalation();
    escalation.callId = CallId::create();
    QCOMPARE(escalations().record(escalation).error().code, ErrorCode::NotFound);
}

void TestEscalationStore::record_withoutTime_isInvalid()
{
    EscalationRecord escalation = someEscalation();
    escalation.decidedAt = {};
    QCOMPARE(escalations().record(escalation).error().code, ErrorCode::InvalidInput);
}

void TestEscalationStore::forCall_several_areInTheOrderDecided()
{
    const auto late = escalations().record(someEscalation(20));
    const auto early = escalations().record(someEscalation(10));
    const auto kept = escalations().forCall(m_clinic.id, m_call.id);
    QCOMPARE(kept->size(), size_t{2});
    QCOMPARE(kept->front().id, early->id);
    QCOMPARE(kept->back().id, late->id);
    QVERIFY(escalations().forCall(ClinicId::create(), m_call.id)->empty());
}

QTEST_GUILESS_MAIN(TestEscalationStore)
#include "tst_escalationstore.moc"
