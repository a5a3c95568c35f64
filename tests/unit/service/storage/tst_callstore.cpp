#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestCallStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
    }
    void cleanup() { m_fixture.reset(); }

    void begin_newCall_isFoundBothWays();
    void begin_sameNetworkId_givesTheFirst();
    void begin_unknownClinic_isNotFound();
    void begin_withoutNetworkIdOrStart_isInvalid();
    void setPhase_running_isKept();
    void setPhase_ended_isConflict();
    void setPhase_callOfAnotherClinic_isNotFound();
    void finish_twice_firstStays();
    void finish_unknown_isNotFound();
    void finish_withoutTime_isInvalid();
    void unfinished_someEnded_givesTheNodesOthersOldestFirst();
    void finish_givenUp_trueEndingWins();
    void writes_madeAgain_appendNoEvent();
    void list_pages_coverEveryCallOnce();
    void list_oneClinic_leavesOthersOut();
    void saveTurn_new_keepsEverything();
    void saveTurn_again_replaces();
    void saveTurn_unknownCall_isNotFound();
    void turns_anotherClinic_isEmpty();
    void transaction_failing_keepsNothing();

private:
    CallStore &calls() { return m_fixture->store().calls(); }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
};

void TestCallStore::begin_newCall_isFoundBothWays()
{
    const CallRecord call = m_fixture->givenCall(m_clinic, QStringLiteral("CA9"));
    QVERIFY(!call.id.isEmpty());
    for (const auto &found : {calls().find(call.id), calls().findByNetworkId(QStringLiteral("CA9"))}) {
        QVERIFY(found.ok());
        QCOMPARE(found->id, call.id);
        QCOMPARE(found->clinicId, m_clinic.id);
        QCOMPARE(found->callerNumber, QStringLiteral("+15550123456"));
        QCOMPARE(found->phase, CallPhase::Ringing);
        QCOMPARE(found->startedAt, someTime());
        QVERIFY(!found->endedAt.isValid());
        QVERIFY(found->outcome.isEmpty());
    }
    QCOMPARE(calls().find(CallId::create()).error().code, ErrorCode::NotFound);
    QCOMPARE(calls().findByNetworkId(QStringLiteral("CA8")).error().code, ErrorCode::NotFound);
}

void TestCallStore::begin_sameNetworkId_givesTheFirst()
{
    const CallRecord first = m_fixture->givenCall(m_clinic);
    const CallRecord second = m_fixture->givenCall(m_clinic);
    QCOMPARE(second.id, first.id);
    QCOMPARE(calls().list({})->size(), size_t{1});
}

void TestCallStore::begin_unknownClinic_isNotFound()
{
    CallRecord call;
    call.clinicId = ClinicId::create();
    call.networkCallId = QStringLiteral("CA1");
    call.startedAt = someTime();
    QCOMPARE(calls().begin(call).error().code, ErrorCode::NotFound);
}

void TestCallStore::begin_withoutNetworkIdOrStart_isInvalid()
{
    CallRecord call;
    call.clinicId = m_clinic.id;
    call.startedAt = someTime();
    QCOMPARE(calls().begin(call).error().code, ErrorCode::InvalidInput);
    call.networkCallId = QStringLiteral("CA1");
    call.startedAt = {};
    QCOMPARE(calls().begin(call).error().code, ErrorCode::InvalidInput);
}

void TestCallStore::setPhase_running_isKept()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QVERIFY(calls().setPhase(m_clinic.id, call.id, CallPhase::Conversing, someTime(1)).ok());
    QCOMPARE(calls().find(call.id)->phase, CallPhase::Conversing);
}

void TestCallStore::setPhase_ended_isConflict()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QVERIFY(calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), someTime(60)).ok());
    QCOMPARE(calls().setPhase(m_clinic.id, call.id, CallPhase::Conversing, someTime(1)).error().code,
             ErrorCode::Conflict);
    QCOMPARE(calls().find(call.id)->phase, CallPhase::Finished);
}

void TestCallStore::setPhase_callOfAnotherClinic_isNotFound()
{
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QCOMPARE(calls().setPhase(other.id, call.id, CallPhase::Conversing, someTime(1)).error().code, ErrorCode::NotFound);
    QCOMPARE(calls().find(call.id)->phase, CallPhase::Ringing);
}

void TestCallStore::finish_twice_firstStays()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    const auto first = calls().finish(m_clinic.id, call.id, QStringLiteral("escalated"), someTime(60));
    const auto second =
        calls().finish(m_clinic.id, call.id, QStringLiteral("failover"), someTime(90), CallPhase::Abandoned);
    QVERIFY(*first);
    QVERIFY(!*second);
    const auto found = calls().find(call.id);
    QCOMPARE(found->outcome, QStringLiteral("escalated"));
    QCOMPARE(found->endedAt, someTime(60));
    QCOMPARE(found->phase, CallPhase::Finished);
}

void TestCallStore::finish_unknown_isNotFound()
{
    const auto finished = calls().finish(m_clinic.id, CallId::create(), QStringLiteral("completed"), someTime());
    QCOMPARE(finished.error().code, ErrorCode::NotFound);
}

void TestCallStore::finish_withoutTime_isInvalid()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QCOMPARE(calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), {}).error().code,
             ErrorCode::InvalidInput);
}

void TestCallStore::unfinished_someEnded_givesTheNodesOthersOldestFirst()
{
    const NodeId node(QStringLiteral("ours"));
    const auto begin = [&](const QString &networkId, int second, const NodeId &taker) {
        CallRecord call;
        call.clinicId = m_clinic.id;
        call.networkCallId = networkId;
        call.startedAt = someTime(second);
        return *calls().begin(call, taker);
    };
    const CallRecord late = begin(QStringLiteral("CA3"), 30, node);
    const CallRecord early = begin(QStringLiteral("CA1"), 10, node);
    const CallRecord ended = begin(QStringLiteral("CA2"), 20, node);
    begin(QStringLiteral("CA4"), 40, NodeId(QStringLiteral("another")));
    const CallRecord old = m_fixture->givenCall(m_clinic, QStringLiteral("CA5"));
    QVERIFY(calls().finish(m_clinic.id, ended.id, QStringLiteral("completed"), someTime(25)).ok());
    const auto open = calls().unfinished(node);
    QCOMPARE(open->size(), size_t{2});
    QCOMPARE(open->front().id, early.id);
    QCOMPARE(open->back().id, late.id);
    const auto nobodys = calls().unfinished({});
    QCOMPARE(nobodys->size(), size_t{1});
    QCOMPARE(nobodys->front().id, old.id);
}

void TestCallStore::finish_givenUp_trueEndingWins()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QVERIFY(*calls().finish(m_clinic.id, call.id, QStringLiteral("failover"), someTime(60), CallPhase::Abandoned));
    QVERIFY(*calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), someTime(50)));
    QVERIFY(!*calls().finish(m_clinic.id, call.id, QStringLiteral("failover"), someTime(90), CallPhase::Abandoned));
    const auto found = calls().find(call.id);
    QCOMPARE(found->outcome, QStringLiteral("completed"));
    QCOMPARE(found->endedAt, someTime(50));
    QCOMPARE(found->phase, CallPhase::Finished);
}

void TestCallStore::writes_madeAgain_appendNoEvent()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = call.id;
    task.createdAt = someTime(2);
    task.slotValues[SlotName::PatientName].value = QStringLiteral("Jane Doe");
    EscalationRecord escalation;
    escalation.id = EscalationId::create();
    escalation.clinicId = m_clinic.id;
    escalation.callId = call.id;
    escalation.decidedAt = someTime(3);
    Store &store = m_fixture->store();
    const std::vector<std::function<bool()>> writes{
        [&] { return calls().begin(call).ok(); },
        [&] { return calls().setPhase(m_clinic.id, call.id, CallPhase::Conversing, someTime(1)).ok(); },
        [&] { return calls().saveTurn(m_clinic.id, someTurn(call.id, 1)).ok(); },
        [&] { return store.tasks().submit(task, QStringLiteral("1")).ok(); },
        [&] { return store.escalations().record(escalation).ok(); },
        [&] { return calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), someTime(60)).ok(); },
    };
    for (const auto &write : writes) {
        QVERIFY(write());
        const qint64 before = *store.events().last(m_clinic.id);
        QVERIFY(write());
        QCOMPARE(*store.events().last(m_clinic.id), before);
    }
    TurnRecord heard = someTurn(call.id, 1);
    heard.heardText.chop(1);
    const qint64 before = *store.events().last(m_clinic.id);
    QVERIFY(calls().saveTurn(m_clinic.id, heard).ok());
    QCOMPARE(*store.events().last(m_clinic.id), before + 1);
    QCOMPARE(calls().turn(m_clinic.id, call.id, 1)->heardText, heard.heardText);
    QCOMPARE(calls().turn(m_clinic.id, call.id, 2).error().code, ErrorCode::NotFound);
}

void TestCallStore::list_pages_coverEveryCallOnce()
{
    // Two calls a second, so that the cursor has to tell apart calls of the same moment.
    for (int i = 0; i < 7; ++i) {
        m_fixture->givenCall(m_clinic, QStringLiteral("CA%1").arg(i), someTime(i / 2));
    }
    QStringList seen;
    CallFilter filter{.limit = 2};
    for (auto page = calls().list(filter); !page->empty(); page = calls().list(filter)) {
        QVERIFY(page->size() <= 2);
        for (const CallRecord &call : *page) {
            seen << call.networkCallId;
        }
        filter.before = CallCursor{page->back().startedAt, page->back().id};
    }
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("CA6 CA5 CA4 CA3 CA2 CA1 CA0"));
}

void TestCallStore::list_oneClinic_leavesOthersOut()
{
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    m_fixture->givenCall(m_clinic, QStringLiteral("CA1"));
    const CallRecord wanted = m_fixture->givenCall(other, QStringLiteral("CA2"));
    const auto found = calls().list({.clinic = other.id});
    QCOMPARE(found->size(), size_t{1});
    QCOMPARE(found->front().id, wanted.id);
}

void TestCallStore::saveTurn_new_keepsEverything()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    TurnRecord turn = someTurn(call.id, 2);
    turn.heardText = QStringLiteral("This is");
    turn.at = turn.at.addMSecs(123);
    QVERIFY(calls().saveTurn(m_clinic.id, turn).ok());
    const auto turns = calls().turns(m_clinic.id, call.id);
    QCOMPARE(turns->size(), size_t{1});
    const TurnRecord &kept = turns->front();
    QCOMPARE(kept.callId, call.id);
    QCOMPARE(kept.number, 2);
    QCOMPARE(kept.speaker, Speaker::Caller);
    QCOMPARE(kept.text, turn.text);
    QCOMPARE(kept.heardText, QStringLiteral("This is"));
    QCOMPARE(kept.confidence, 0.875);
    QCOMPARE(kept.audioQuality, 0.75);
    QCOMPARE(kept.start, turn.start);
    QCOMPARE(kept.end, turn.end);
    QCOMPARE(kept.at, turn.at);
    QCOMPARE(kept.words.size(), size_t{2});
    QCOMPARE(kept.words[1].text, QStringLiteral("is"));
    QCOMPARE(kept.words[1].confidence, 0.25);
    QCOMPARE(kept.words[1].start, Milliseconds(210));
    QCOMPARE(kept.words[1].end, Milliseconds(300));
}

void TestCallStore::saveTurn_again_replaces()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    for (const int number : {2, 1, 3}) {
        QVERIFY(calls().saveTurn(m_clinic.id, someTurn(call.id, number)).ok());
    }
    TurnRecord again = someTurn(call.id, 1);
    again.heardText = QStringLiteral("This");
    again.end = Milliseconds(1234);
    QVERIFY(calls().saveTurn(m_clinic.id, again).ok());
    const auto turns = calls().turns(m_clinic.id, call.id);
    QCOMPARE(turns->size(), size_t{3});
    QCOMPARE((*turns)[0].heardText, QStringLiteral("This"));
    QCOMPARE((*turns)[0].end, Milliseconds(1234));
    QCOMPARE((*turns)[1].number, 2);
    QCOMPARE((*turns)[2].number, 3);
}

void TestCallStore::saveTurn_unknownCall_isNotFound()
{
    QCOMPARE(calls().saveTurn(m_clinic.id, someTurn(CallId::create(), 1)).error().code, ErrorCode::NotFound);
}

void TestCallStore::turns_anotherClinic_isEmpty()
{
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    const CallRecord call = m_fixture->givenCall(m_clinic);
    QVERIFY(calls().saveTurn(m_clinic.id, someTurn(call.id, 1)).ok());
    QVERIFY(calls().turns(other.id, call.id)->empty());
    QCOMPARE(calls().saveTurn(other.id, someTurn(call.id, 1)).error().code, ErrorCode::NotFound);
}

void TestCallStore::transaction_failing_keepsNothing()
{
    const CallRecord call = m_fixture->givenCall(m_clinic);
    const auto outcome = m_fixture->store().transaction([&]() -> Result<void> {
        if (auto kept = calls().saveTurn(m_clinic.id, someTurn(call.id, 1)); !kept) {
            return kept;
        }
        return calls().saveTurn(m_clinic.id, someTurn(CallId::create(), 1));
    });
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    QVERIFY(calls().turns(m_clinic.id, call.id)->empty());
    const auto second =
        m_fixture->store().transaction([&] { return calls().saveTurn(m_clinic.id, someTurn(call.id, 1)); });
    QVERIFY(second.ok());
    QCOMPARE(calls().turns(m_clinic.id, call.id)->size(), size_t{1});
}

QTEST_GUILESS_MAIN(TestCallStore)
#include "tst_callstore.moc"
