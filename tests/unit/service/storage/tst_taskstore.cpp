#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestTaskStore : public QObject {
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

    void submit_first_givesNumberAndKeepsEverything();
    void submit_sameKey_updatesAndKeepsIdentity();
    void submit_otherKeyOrCall_getsNextNumber();
    void submit_otherClinic_countsByItself();
    void submit_newYearsEve_countsByTheClinicsDate();
    void submit_beyondFourDigits_growsWider();
    void submit_unknownCall_isNotFoundAndTakesNoNumber();
    void submit_withoutKeyOrTime_isInvalid();
    void find_unknown_isNotFound();
    void list_filters_holdTogether();
    void list_limit_givesTheNewest();

private:
    TaskStore &tasks() { return m_fixture->store().tasks(); }
    [[nodiscard]] Task someTask(int secondsLater = 0) const;

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

Task TestTaskStore::someTask(int secondsLater) const
{
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = m_call.id;
    task.type = RequestType::AppointmentScheduling;
    task.slotValues[SlotName::PatientName] = {.value = QStringLiteral("John Smith"),
                                              .saidAs = QStringLiteral("john smith"),
                                              .confidence = 0.5,
                                              .turn = 2,
                                              .from = Milliseconds(1200),
                                              .to = Milliseconds(1900),
                                              .confirmed = true};
    task.note = QStringLiteral("Prefers Spanish.");
    task.transcript = QStringLiteral("caller: I need an appointment.");
    task.createdAt = someTime(secondsLater);
    return task;
}

void TestTaskStore::submit_first_givesNumberAndKeepsEverything()
{
    Task task = someTask();
    task.escalationReason = QStringLiteral("human_request");
    task.recordingUrl = QStringLiteral("https://example.com/1");
    const auto submitted = tasks().submit(task, QStringLiteral("1"));
    QVERIFY(submitted.ok());
    QCOMPARE(submitted->number, QStringLiteral("TASK-2026-0001"));
    for (const auto &kept :
         {tasks().find(submitted->id), tasks().findByNumber(m_clinic.id, QStringLiteral("TASK-2026-0001"))}) {
        QVERIFY(kept.ok());
        QCOMPARE(kept->toJson(), submitted->toJson());
        QVERIFY(kept->slotValues == task.slotValues);
        QCOMPARE(kept->clinicId, m_clinic.id);
        QCOMPARE(kept->escalationReason, task.escalationReason);
        QCOMPARE(kept->createdAt, task.createdAt);
        QCOMPARE(kept->updatedAt, task.createdAt);
    }
}

void TestTaskStore::submit_sameKey_updatesAndKeepsIdentity()
{
    const auto first = tasks().submit(someTask(), QStringLiteral("1"));
    m_fixture->givenStatus(m_clinic, first->id, TaskStatus::InProgress, someTime(10));
    Task changed = someTask(30);
    changed.type = RequestType::PrescriptionRefill;
    changed.queue = TaskQueue::Doctor;
    changed.priority = TaskPriority::Urgent;
    changed.slotValues.clear();
    const auto second = tasks().submit(changed, QStringLiteral("1"));
    QVERIFY(second.ok());
    QCOMPARE(second->id, first->id);
    QCOMPARE(second->number, first->number);
    const auto all = tasks().list({});
    QCOMPARE(all->size(), size_t{1});
    const Task &kept = all->front();
    QCOMPARE(kept.toJson(), second->toJson());
    QCOMPARE(kept.type, RequestType::PrescriptionRefill);
    QCOMPARE(kept.queue, TaskQueue::Doctor);
    QCOMPARE(kept.priority, TaskPriority::Urgent);
    QCOMPARE(kept.status, TaskStatus::InProgress);
    QCOMPARE(kept.createdAt, someTime());
    QCOMPARE(kept.updatedAt, someTime(30));
    QVERIFY(kept.slotValues.empty());
}

void TestTaskStore::submit_otherKeyOrCall_getsNextNumber()
{
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0001"));
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("2"))->number, QStringLiteral("TASK-2026-0002"));
    m_call = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"));
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0003"));
}

void TestTaskStore::submit_otherClinic_countsByItself()
{
    QVERIFY(tasks().submit(someTask(), QStringLiteral("1")).ok());
    m_clinic = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    m_call = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"));
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0001"));
}

void TestTaskStore::submit_newYearsEve_countsByTheClinicsDate()
{
    const QDateTime newYearUtc(QDate(2027, 1, 1), QTime(3, 0), Qt::UTC);
    Task task = someTask();
    task.createdAt = newYearUtc; // Ten in the evening in New York.
    QCOMPARE(tasks().submit(task, QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0001"));
    task.createdAt = newYearUtc.addSecs(3 * 3600);
    QCOMPARE(tasks().submit(task, QStringLiteral("2"))->number, QStringLiteral("TASK-2027-0001"));
    m_clinic = m_fixture->givenClinic(QStringLiteral("+15550100001"), QByteArrayLiteral("Pacific/Honolulu"));
    m_call = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"));
    task.clinicId = m_clinic.id;
    task.callId = m_call.id;
    QCOMPARE(tasks().submit(task, QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0001"));
}

void TestTaskStore::submit_beyondFourDigits_growsWider()
{
    QVERIFY(tasks().submit(someTask(), QStringLiteral("1")).ok());
    QCOMPARE(
        m_fixture->database().connect()->execute(QStringLiteral("UPDATE task_counters SET last = 9999"), {}).valueOr(0),
        1);
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("last"))->number, QStringLiteral("TASK-2026-10000"));
}

void TestTaskStore::submit_unknownCall_isNotFoundAndTakesNoNumber()
{
    Task task = someTask();
    task.callId = CallId::create();
    QCOMPARE(tasks().submit(task, QStringLiteral("1")).error().code, ErrorCode::NotFound);
    task = someTask();
    task.clinicId = ClinicId::create();
    QCOMPARE(tasks().submit(task, QStringLiteral("1")).error().code, ErrorCode::NotFound);
    QCOMPARE(tasks().submit(someTask(), QStringLiteral("1"))->number, QStringLiteral("TASK-2026-0001"));
}

void TestTaskStore::submit_withoutKeyOrTime_isInvalid()
{
    QCOMPARE(tasks().submit(someTask(), QString()).error().code, ErrorCode::InvalidInput);
    Task task = someTask();
    task.createdAt = {};
    QCOMPARE(tasks().submit(task, QStringLiteral("1")).error().code, ErrorCode::InvalidInput);
}

void TestTaskStore::find_unknown_isNotFound()
{
    QCOMPARE(tasks().find(TaskId::create()).error().code, ErrorCode::NotFound);
    QCOMPARE(tasks().findByNumber(m_clinic.id, QStringLiteral("TASK-2026-0001")).error().code, ErrorCode::NotFound);
}

void TestTaskStore::list_filters_holdTogether()
{
    Task refill = someTask(1);
    refill.type = RequestType::PrescriptionRefill;
    refill.queue = TaskQueue::Doctor;
    refill.priority = TaskPriority::Urgent;
    const auto plain = tasks().submit(someTask(), QStringLiteral("1"));
    const auto urgent = tasks().submit(refill, QStringLiteral("2"));
    m_fixture->givenStatus(m_clinic, plain->id, TaskStatus::Completed, someTime(9));
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));

    const auto only = [this](const TaskFilter &filter) {
        const auto found = tasks().list(filter);
        return found.ok() && found->size() == 1 ? found->front().id : TaskId();
    };
    QCOMPARE(only({.status = TaskStatus::Completed}), plain->id);
    QCOMPARE(only({.type = RequestType::PrescriptionRefill}), urgent->id);
    QCOMPARE(only({.queue = TaskQueue::Doctor}), urgent->id);
    QCOMPARE(only({.priority = TaskPriority::Normal}), plain->id);
    QCOMPARE(only({.clinic = m_clinic.id, .call = m_call.id, .status = TaskStatus::Pending}), urgent->id);
    QVERIFY(tasks().list({.status = TaskStatus::Completed, .queue = TaskQueue::Doctor})->empty());
    QVERIFY(tasks().list({.clinic = other.id})->empty());
    QVERIFY(tasks().list({.call = CallId::create()})->empty());
}

void TestTaskStore::list_limit_givesTheNewest()
{
    for (int i = 0; i < 5; ++i) {
        QVERIFY(tasks().submit(someTask(i), QString::number(i)).ok());
    }
    const auto two = tasks().list({.limit = 2});
    QCOMPARE(two->size(), size_t{2});
    QCOMPARE(two->front().createdAt, someTime(4));
    QCOMPARE(two->back().createdAt, someTime(3));
    QCOMPARE(tasks().list({.limit = 0})->size(), size_t{1});
}

QTEST_GUILESS_MAIN(TestTaskStore)
#include "tst_taskstore.moc"
