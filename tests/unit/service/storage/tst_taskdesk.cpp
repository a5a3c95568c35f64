#include "service/storage/sql/sqlstore.h"
#include "tests/support/storefixture.h"

#include <QSet>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestTaskDesk : public QObject {
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

    void find_newTask_isNobodysAtVersionOne();
    void find_anotherClinic_isNotFound();
    void change_onTheVersion_isKeptAndRemembered();
    void change_staleVersion_isConflictAndChangesNothing();
    void change_withNote_keepsItAndCounts();
    void change_approval_readsBack();
    void change_racingConnections_oneWins();
    void submit_later_makesANewVersionAndKeepsTheAssignedQueue();
    void undo_ownLast_restoresEverything();
    void undo_note_takesItAway();
    void undo_notOwnNotLastOrTooOld_isRefused();
    void undo_undo_isRefused();
    void search_byUrgency_putsEmergenciesFirst();
    void search_byNewest_putsNewestFirst();
    void search_pages_giveEachTaskOnce();
    void search_filters_holdTogether();
    void search_who_findsNameBeginningsAndDigits();
    void search_who_findsTheTasksOwnNumber();
    void search_who_goesOnOverManyRows();
    void search_wrongPlace_isInvalid();
    void delegation_putAndRemoved();

private:
    TaskDesk &desk() { return m_fixture->store().desk(); }
    DeskTask givenTask(int at = 0, TaskPriority priority = TaskPriority::Normal,
                       RequestType type = RequestType::AppointmentScheduling,
                       const QString &name = QStringLiteral("John Smith"))
    {
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = m_call.id;
        task.type = type;
        task.queue = queueFor(type);
        task.priority = priority;
        task.slotValues[SlotName::PatientName] = {.value = name, .saidAs = {}};
        task.slotValues[SlotName::CallbackNumber] = {.value = QStringLiteral("+15550123456"), .saidAs = {}};
        task.createdAt = someTime(at);
        const auto kept = m_fixture->store().tasks().submit(task, newUuid7());
        return desk().find(m_clinic.id, kept->id).valueOr({});
    }
    DeskTask claimed(DeskTask task, const UserId &by, int at = 10)
    {
        task.assignee = by;
        task.claimedAt = someTime(at);
        task.task.status = TaskStatus::InProgress;
        return desk().change(task, {.action = QStringLiteral("claim"), .by = by, .at = someTime(at)}).valueOr({});
    }
    [[nodiscard]] QStringList numbers(const TaskSearch &search)
    {
        QStringList found;
        const auto page = desk().search(search).valueOr({});
        for (const DeskTask &task : page.tasks) {
            found << task.task.number.right(1);
        }
        return found;
    }

    const UserId m_ann{QStringLiteral("ann")};
    const UserId m_bob{QStringLiteral("bob")};
    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

void TestTaskDesk::find_newTask_isNobodysAtVersionOne()
{
    const DeskTask task = givenTask();
    QCOMPARE(task.version, qint64{1});
    QVERIFY(task.assignee.isEmpty());
    QVERIFY(!task.claimedAt.isValid());
    QVERIFY(!task.flagged);
    QCOMPARE(task.noteCount, 0);
    QVERIFY(!task.approval);
    QCOMPARE(task.task.slot(SlotName::PatientName), QStringLiteral("John Smith"));
    QVERIFY(desk().history(m_clinic.id, task.task.id)->empty());
}

void TestTaskDesk::find_anotherClinic_isNotFound()
{
    const DeskTask task = givenTask();
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    QCOMPARE(desk().find(other.id, task.task.id).error().code, ErrorCode::NotFound);
    DeskTask stolen = task;
    stolen.task.clinicId = other.id;
    QCOMPARE(desk().change(stolen, {.action = QStringLiteral("claim"), .by = m_ann, .at = someTime()}).error().code,
             ErrorCode::NotFound);
    QVERIFY(desk().search({.clinic = other.id})->tasks.empty());
    QVERIFY(desk().notes(other.id, task.task.id)->empty());
}

void TestTaskDesk::change_onTheVersion_isKeptAndRemembered()
{
    const DeskTask task = claimed(givenTask(), m_ann);
    QCOMPARE(task.version, qint64{2});
    QCOMPARE(task.assignee, m_ann);
    QCOMPARE(task.claimedAt, someTime(10));
    QCOMPARE(task.task.status, TaskStatus::InProgress);
    QCOMPARE(task.task.updatedAt, someTime(10));
    const auto history = desk().history(m_clinic.id, task.task.id);
    QCOMPARE(history->size(), size_t{1});
    QCOMPARE(history->front().action, QStringLiteral("claim"));
    QCOMPARE(history->front().by, m_ann);
    QCOMPARE(history->front().version, qint64{2});
}

void TestTaskDesk::change_staleVersion_isConflictAndChangesNothing()
{
    const DeskTask seen = givenTask();
    claimed(seen, m_ann);
    DeskTask stale = seen;
    stale.assignee = m_bob;
    QCOMPARE(
        desk()
            .change(stale,
                    {.action = QStringLiteral("claim"), .by = m_bob, .at = someTime(20), .note = QStringLiteral("x")})
            .error()
            .code,
        ErrorCode::Conflict);
    const auto now = desk().find(m_clinic.id, seen.task.id);
    QCOMPARE(now->assignee, m_ann);
    QCOMPARE(now->version, qint64{2});
    QCOMPARE(now->noteCount, 0);
    QCOMPARE(desk().history(m_clinic.id, seen.task.id)->size(), size_t{1});
}

void TestTaskDesk::change_withNote_keepsItAndCounts()
{
    const DeskTask task = givenTask();
    const auto noted = desk().change(task, {.action = QStringLiteral("note"),
                                            .by = m_ann,
                                            .at = someTime(5),
                                            .note = QStringLiteral("Called, no answer.")});
    QCOMPARE(noted->noteCount, 1);
    const auto notes = desk().notes(m_clinic.id, task.task.id);
    QCOMPARE(notes->size(), size_t{1});
    QCOMPARE(notes->front().text, QStringLiteral("Called, no answer."));
    QCOMPARE(notes->front().author, m_ann);
    QCOMPARE(notes->front().at, someTime(5));
}

void TestTaskDesk::change_approval_readsBack()
{
    DeskTask task = givenTask(0, TaskPriority::Normal, RequestType::PrescriptionRefill);
    task.approval =
        Approval{ApprovalState::Rejected, m_bob, someTime(7), QStringLiteral("Needs a visit."), QStringLiteral("note")};
    const auto kept = desk().change(task, {.action = QStringLiteral("reject"), .by = m_bob, .at = someTime(7)});
    QVERIFY(kept->approval.has_value());
    QCOMPARE(kept->approval->state, ApprovalState::Rejected);
    QCOMPARE(kept->approval->by, m_bob);
    QCOMPARE(kept->approval->at, someTime(7));
    QCOMPARE(kept->approval->reason, QStringLiteral("Needs a visit."));
    QCOMPARE(kept->approval->note, QStringLiteral("note"));
}

void TestTaskDesk::change_racingConnections_oneWins()
{
    for (int round = 0; round < 20; ++round) {
        const DeskTask task = givenTask();
        std::atomic<int> ready = 0;
        std::array<bool, 2> won{};
        const auto race = [&](size_t who) {
            SqlStore store(m_fixture->database().connectAsService(), 0, m_fixture->keys());
            const bool entered = store.enter(Scope::of(m_clinic.id)).ok();
            ++ready;
            while (ready < 2) {
                std::this_thread::yield();
            }
            DeskTask mine = task;
            mine.assignee = who == 0 ? m_ann : m_bob;
            won.at(who) = entered &&
                          store.desk()
                              .change(mine, {.action = QStringLiteral("claim"), .by = mine.assignee, .at = someTime(1)})
                              .ok();
        };
        std::thread other(race, size_t{1});
        race(0);
        other.join();
        QVERIFY(won[0] != won[1]);
        const auto now = desk().find(m_clinic.id, task.task.id);
        QCOMPARE(now->assignee, won[0] ? m_ann : m_bob);
        QCOMPARE(now->version, qint64{2});
        QCOMPARE(desk().history(m_clinic.id, task.task.id)->size(), size_t{1});
    }
}

void TestTaskDesk::submit_later_makesANewVersionAndKeepsTheAssignedQueue()
{
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = m_call.id;
    task.createdAt = someTime();
    const auto first = m_fixture->store().tasks().submit(task, QStringLiteral("1"));
    DeskTask seen = desk().find(m_clinic.id, first->id).valueOr({});
    seen.task.queue = TaskQueue::Doctor;
    const DeskTask mine = claimed(seen, m_ann);
    QVERIFY(m_fixture->store().tasks().submit(task, QStringLiteral("1")).ok());
    const auto now = desk().find(m_clinic.id, first->id);
    QCOMPARE(now->version, mine.version + 1);
    QCOMPARE(now->task.queue, TaskQueue::Doctor);
    QCOMPARE(now->assignee, m_ann);
}

void TestTaskDesk::undo_ownLast_restoresEverything()
{
    const DeskTask mine = claimed(givenTask(), m_ann);
    DeskTask done = mine;
    done.task.status = TaskStatus::Completed;
    done.task.queue = TaskQueue::Doctor;
    done.completedAt = someTime(20);
    done.flagged = true;
    done.assignee = {};
    done.approval = Approval{ApprovalState::Approved, m_ann, someTime(20), {}, {}};
    const auto kept = desk().change(done, {.action = QStringLiteral("complete"), .by = m_ann, .at = someTime(20)});
    const auto undone = desk().undo(m_clinic.id, mine.task.id, kept->version, m_ann, someTime(10), someTime(30));
    QVERIFY(undone.ok());
    QCOMPARE(undone->version, kept->version + 1);
    QCOMPARE(undone->task.status, TaskStatus::InProgress);
    QCOMPARE(undone->task.queue, mine.task.queue);
    QCOMPARE(undone->assignee, m_ann);
    QCOMPARE(undone->claimedAt, mine.claimedAt);
    QVERIFY(!undone->completedAt.isValid());
    QVERIFY(!undone->flagged);
    QVERIFY(!undone->approval);
    QCOMPARE(desk().history(m_clinic.id, mine.task.id)->back().action, QStringLiteral("undo"));
    QCOMPARE(desk().history(m_clinic.id, mine.task.id)->back().detail, QStringLiteral("complete"));
}

void TestTaskDesk::undo_note_takesItAway()
{
    const DeskTask task = givenTask();
    const auto noted = desk().change(
        task, {.action = QStringLiteral("note"), .by = m_ann, .at = someTime(5), .note = QStringLiteral("Oops.")});
    const auto undone = desk().undo(m_clinic.id, task.task.id, noted->version, m_ann, someTime(0), someTime(6));
    QCOMPARE(undone->noteCount, 0);
    QVERIFY(desk().notes(m_clinic.id, task.task.id)->empty());
}

void TestTaskDesk::undo_notOwnNotLastOrTooOld_isRefused()
{
    const DeskTask task = claimed(givenTask(), m_ann, 10);
    const auto refused = [&](const UserId &by, qint64 version, int since) {
        return desk().undo(m_clinic.id, task.task.id, version, by, someTime(since), someTime(60)).error().code;
    };
    QCOMPARE(refused(m_bob, task.version, 0), ErrorCode::Refused);
    QCOMPARE(refused(m_ann, task.version, 11), ErrorCode::Refused);
    QCOMPARE(refused(m_ann, task.version - 1, 0), ErrorCode::Conflict);
    const DeskTask untouched = givenTask(1);
    QCOMPARE(desk().undo(m_clinic.id, untouched.task.id, 1, m_ann, someTime(0), someTime(1)).error().code,
             ErrorCode::Refused);
}

void TestTaskDesk::undo_undo_isRefused()
{
    const DeskTask task = claimed(givenTask(), m_ann);
    const auto undone = desk().undo(m_clinic.id, task.task.id, task.version, m_ann, someTime(0), someTime(20));
    QCOMPARE(desk().undo(m_clinic.id, task.task.id, undone->version, m_ann, someTime(0), someTime(21)).error().code,
             ErrorCode::Refused);
}

void TestTaskDesk::search_byUrgency_putsEmergenciesFirst()
{
    givenTask(1);
    givenTask(2, TaskPriority::Urgent);
    givenTask(3, TaskPriority::Emergency);
    givenTask(0, TaskPriority::Urgent);
    QCOMPARE(numbers({.clinic = m_clinic.id}),
             QStringList({QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("2"), QStringLiteral("1")}));
}

void TestTaskDesk::search_byNewest_putsNewestFirst()
{
    givenTask(1, TaskPriority::Emergency);
    givenTask(3);
    givenTask(2);
    QCOMPARE(numbers({.clinic = m_clinic.id, .order = TaskSearch::Order::Newest}),
             QStringList({QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("1")}));
}

void TestTaskDesk::search_pages_giveEachTaskOnce()
{
    for (int i = 0; i < 7; ++i) {
        givenTask(i / 2, i % 3 == 0 ? TaskPriority::Urgent : TaskPriority::Normal);
    }
    for (const auto order : {TaskSearch::Order::Urgency, TaskSearch::Order::Newest}) {
        QSet<QString> seen;
        TaskSearch search{.clinic = m_clinic.id, .order = order, .limit = 3};
        int pages = 0;
        do {
            const auto page = desk().search(search);
            for (const DeskTask &task : page->tasks) {
                QVERIFY(!seen.contains(task.task.id.text()));
                seen.insert(task.task.id.text());
            }
            search.after = page->next;
            ++pages;
        } while (!search.after.isEmpty());
        QCOMPARE(seen.size(), 7);
        QCOMPARE(pages, 3);
    }
}

void TestTaskDesk::search_filters_holdTogether()
{
    const DeskTask plain = claimed(givenTask(1), m_ann);
    const DeskTask refill = givenTask(2, TaskPriority::Urgent, RequestType::PrescriptionRefill);
    DeskTask flagged = givenTask(3);
    flagged.flagged = true;
    QVERIFY(desk().change(flagged, {.action = QStringLiteral("flag"), .by = m_ann, .at = someTime(4)}).ok());
    const ClinicId clinic = m_clinic.id;
    QCOMPARE(numbers({.clinic = clinic, .statuses = {TaskStatus::InProgress}}), QStringList(QStringLiteral("1")));
    QCOMPARE(numbers({.clinic = clinic, .statuses = {TaskStatus::InProgress, TaskStatus::Pending}}).size(), 3);
    QCOMPARE(numbers({.clinic = clinic, .type = RequestType::PrescriptionRefill}), QStringList(QStringLiteral("2")));
    QCOMPARE(numbers({.clinic = clinic, .priority = TaskPriority::Urgent}), QStringList(QStringLiteral("2")));
    QCOMPARE(numbers({.clinic = clinic, .queue = TaskQueue::Doctor}), QStringList(QStringLiteral("2")));
    QCOMPARE(numbers({.clinic = clinic, .assignee = m_ann}), QStringList(QStringLiteral("1")));
    QCOMPARE(numbers({.clinic = clinic, .assignee = UserId()}).size(), 2);
    QCOMPARE(numbers({.clinic = clinic, .flagged = true}), QStringList(QStringLiteral("3")));
    QCOMPARE(numbers({.clinic = clinic, .flagged = false}).size(), 2);
    QCOMPARE(numbers({.clinic = clinic, .from = someTime(2), .to = someTime(3)}), QStringList(QStringLiteral("2")));
    QCOMPARE(numbers({.clinic = clinic, .decision = TaskSearch::Decision::Awaited}), QStringList(QStringLiteral("2")));
    QVERIFY(numbers({.clinic = clinic, .decision = TaskSearch::Decision::Made}).isEmpty());
}

void TestTaskDesk::search_who_findsNameBeginningsAndDigits()
{
    givenTask(1, TaskPriority::Normal, RequestType::Other, QStringLiteral("Mary Ann Jones"));
    givenTask(2);
    const auto found = [this](const QString &who) { return numbers({.clinic = m_clinic.id, .who = who}); };
    QCOMPARE(found(QStringLiteral("jon")), QStringList(QStringLiteral("1")));
    QCOMPARE(found(QStringLiteral("mary a")), QStringList(QStringLiteral("1")));
    QVERIFY(found(QStringLiteral("ones")).isEmpty());
    QCOMPARE(found(QStringLiteral("012-3456")).size(), 2);
    QVERIFY(found(QStringLiteral("999")).isEmpty());
}

void TestTaskDesk::search_who_findsTheTasksOwnNumber()
{
    const Task first = givenTask(1).task;
    givenTask(2);
    const QString year = first.number.section(QLatin1Char('-'), 1, 1);
    const auto found = [this](const QString &who) { return numbers({.clinic = m_clinic.id, .who = who}); };
    const QStringList theFirst(QStringLiteral("1"));
    QCOMPARE(found(first.number), theFirst);
    QCOMPARE(found(first.number.toLower()), theFirst);
    QCOMPARE(found(year + QStringLiteral("-0001")), theFirst);
    QCOMPARE(found(QStringLiteral("0001")), theFirst);
    QCOMPARE(found(QStringLiteral("001")), theFirst); // Looked for in the tasks themselves.
    QVERIFY(found(QStringLiteral("TASK-1999-0001")).isEmpty());
    QVERIFY(found(QStringLiteral("%-0001")).isEmpty());
}

void TestTaskDesk::search_who_goesOnOverManyRows()
{
    for (int i = 0; i < 30; ++i) {
        givenTask(i, TaskPriority::Normal, RequestType::Other, i == 29 ? QStringLiteral("Zoe") : QStringLiteral("Pat"));
    }
    const auto page = desk().search({.clinic = m_clinic.id, .who = QStringLiteral("zoe"), .limit = 2});
    QCOMPARE(page->tasks.size(), size_t{1});
    QVERIFY(page->next.isEmpty());
}

void TestTaskDesk::search_wrongPlace_isInvalid()
{
    for (const QStringList &place : {QStringList{QStringLiteral("x")},
                                     QStringList{QStringLiteral("1"), QStringLiteral("b"), QStringLiteral("c")}}) {
        QCOMPARE(desk().search({.clinic = m_clinic.id, .after = place}).error().code, ErrorCode::InvalidInput);
    }
}

void TestTaskDesk::delegation_putAndRemoved()
{
    DelegationStore &delegations = m_fixture->store().delegations();
    QVERIFY(!delegations.of(m_clinic.id, m_ann)->has_value());
    QVERIFY(delegations.put(m_clinic.id, {m_ann, m_bob, someTime(0), someTime(10)}).ok());
    QVERIFY(delegations.put(m_clinic.id, {m_ann, m_bob, someTime(1), someTime(20)}).ok());
    const auto kept = delegations.of(m_clinic.id, m_ann);
    QCOMPARE((*kept)->delegate, m_bob);
    QCOMPARE((*kept)->until, someTime(20));
    QVERIFY(delegations.remove(m_clinic.id, m_ann).ok());
    QVERIFY(!delegations.of(m_clinic.id, m_ann)->has_value());
}

QTEST_GUILESS_MAIN(TestTaskDesk)
#include "tst_taskdesk.moc"
