#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestEventStore : public QObject {
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

    void append_some_countsPerClinic()
    {
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        QCOMPARE(append(m_clinic, "a").value(), qint64{1});
        QCOMPARE(append(m_clinic, "b").value(), qint64{2});
        QCOMPARE(append(other, "c").value(), qint64{1});
        QCOMPARE(events().last(m_clinic.id).value(), qint64{2});
        QCOMPARE(events().last(ClinicId::create()).value(), qint64{0});
    }
    void append_unknownClinic_isNotFound()
    {
        ClinicProfile nobody;
        nobody.id = ClinicId::create();
        QCOMPARE(append(nobody, "a").error().code, ErrorCode::NotFound);
    }
    void append_takenBack_leavesNoHole()
    {
        QVERIFY(append(m_clinic, "a").ok());
        const auto failed = m_fixture->store().transaction([this]() -> Result<void> {
            const auto told = append(m_clinic, "b");
            return told ? Result<void>(Error{ErrorCode::Refused, QStringLiteral("No.")}) : told.error();
        });
        QVERIFY(!failed.ok());
        QCOMPARE(append(m_clinic, "c").value(), qint64{2});
        QCOMPARE(events().after(m_clinic.id, 0, 10)->back().subject, QStringLiteral("c"));
    }
    void after_sequence_isTheRestInOrder()
    {
        for (const char *subject : {"a", "b", "c"}) {
            QVERIFY(append(m_clinic, subject).ok());
        }
        const auto rest = events().after(m_clinic.id, 1, 10).value();
        QCOMPARE(rest.size(), size_t{2});
        QCOMPARE(rest[0].sequence, qint64{2});
        QCOMPARE(rest[0].kind, QStringLiteral("task.changed"));
        QCOMPARE(rest[0].subject, QStringLiteral("b"));
        QCOMPARE(rest[0].at, someTime());
        QCOMPARE(rest[1].subject, QStringLiteral("c"));
        QCOMPARE(events().after(m_clinic.id, 0, 2)->size(), size_t{2});
    }
    void forget_old_movesTheOldest()
    {
        QCOMPARE(events().oldest(m_clinic.id).value(), qint64{1});
        QVERIFY(append(m_clinic, "a", 0).ok());
        QVERIFY(append(m_clinic, "b", 10).ok());
        QCOMPARE(events().oldest(m_clinic.id).value(), qint64{1});
        QCOMPARE(events().forget(m_clinic.id, someTime(5)).value(), qint64{1});
        QCOMPARE(events().oldest(m_clinic.id).value(), qint64{2});
        QCOMPARE(events().forget(m_clinic.id, someTime(50)).value(), qint64{1});
        QCOMPARE(events().oldest(m_clinic.id).value(), qint64{3});
        QCOMPARE(events().last(m_clinic.id).value(), qint64{2});
    }

    void everyWriteThatStaffMustSee_isAnEvent()
    {
        const CallRecord call = m_fixture->givenCall(m_clinic);
        Store &store = m_fixture->store();
        QVERIFY(store.calls().setPhase(m_clinic.id, call.id, CallPhase::Conversing, someTime(1)).ok());
        QVERIFY(store.calls().saveTurn(m_clinic.id, someTurn(call.id, 1)).ok());
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = call.id;
        task.createdAt = someTime(2);
        const auto kept = store.tasks().submit(task, QStringLiteral("1"));
        QVERIFY(kept.ok());
        QVERIFY(store.tasks().submit(task, QStringLiteral("1")).ok()); // The same again is no news.
        task.priority = TaskPriority::Urgent;
        QVERIFY(store.tasks().submit(task, QStringLiteral("1")).ok());
        m_fixture->givenStatus(m_clinic, kept->id, TaskStatus::Completed, someTime(3));
        DeskTask decidedTask = store.desk().find(m_clinic.id, kept->id).valueOr({});
        decidedTask.approval = Approval{ApprovalState::Approved, UserId(QStringLiteral("u")), someTime(4), {}, {}};
        QVERIFY(
            store.desk().change(decidedTask, {.action = QStringLiteral("approved"), .by = {}, .at = someTime(4)}).ok());
        EscalationRecord escalation;
        escalation.clinicId = m_clinic.id;
        escalation.callId = call.id;
        escalation.decidedAt = someTime(4);
        const auto decided = store.escalations().record(escalation);
        QVERIFY(decided.ok());
        QVERIFY(store.calls().finish(m_clinic.id, call.id, QStringLiteral("escalated"), someTime(5)).ok());
        QVERIFY(store.clinics().update(m_clinic, someTime(6)).ok());

        const QString id = call.id.text();
        const std::vector<std::pair<QString, QString>> expected{
            {QStringLiteral("call.started"), id},
            {QStringLiteral("call.changed"), id},
            {QStringLiteral("call.turn"), id + QStringLiteral(":1")},
            {QStringLiteral("task.created"), kept->id.text()},
            {QStringLiteral("task.changed"), kept->id.text()},
            {QStringLiteral("task.changed"), kept->id.text()},
            {QStringLiteral("task.changed"), kept->id.text()},
            {QStringLiteral("approval.decided"), kept->id.text()},
            {QStringLiteral("escalation.raised"), decided->id.text()},
            {QStringLiteral("call.ended"), id},
            {QStringLiteral("clinic.changed"), m_clinic.id.text()}};
        std::vector<std::pair<QString, QString>> told;
        const auto all = events().after(m_clinic.id, 0, 100).value();
        for (const ClinicEvent &event : all) {
            told.emplace_back(event.kind, event.subject);
        }
        QCOMPARE(told, expected);
    }
    void writeThatFails_isNoEvent()
    {
        const CallRecord call = m_fixture->givenCall(m_clinic);
        const qint64 before = events().last(m_clinic.id).value();
        Store &store = m_fixture->store();
        DeskTask unknown;
        unknown.task.clinicId = m_clinic.id;
        unknown.task.id = TaskId::create();
        QVERIFY(!store.desk().change(unknown, {.action = QStringLiteral("claim"), .by = {}, .at = someTime()}).ok());
        QVERIFY(!store.calls().saveTurn(m_clinic.id, someTurn(CallId::create(), 1)).ok());
        QVERIFY(!store.calls().setPhase(m_clinic.id, CallId::create(), CallPhase::Finished, someTime()).ok());
        QCOMPARE(events().last(m_clinic.id).value(), before);
        QVERIFY(before > 0);
        Q_UNUSED(call)
    }

private:
    EventStore &events() { return m_fixture->store().events(); }
    Result<qint64> append(const ClinicProfile &clinic, const char *subject, int secondsLater = 0)
    {
        return events().append(clinic.id, QStringLiteral("task.changed"), QString::fromLatin1(subject),
                               someTime(secondsLater));
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
