#include "service/api/taskjson.h"
#include "service/api/taskrules.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using Storage::DeskTask;

class TestTaskRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claim_free_takesIt();
    void claim_own_keepsTheTime();
    void claim_anothers_isOwned();
    void release_own_letsGo();
    void release_anothers_isOwnedButAdminsMay();
    void start_takesAndBegins();
    void complete_anothers_isOwnedButAdminsMay();
    void complete_twice_isRefused();
    void reopen_completed_isNobodysAgain();
    void assignToDoctor_asksAnew();
    void callBack_free_takesIt();
    void callBack_withoutNumber_isRefused();
    void remarks_areForEverybody();
    void decide_awaited_goesBackToStaff();
    void decide_notAwaited_isRefused();
    void names_readBack();
    void dueAt_dependsOnUrgencyAndHours();

private:
    std::optional<TaskRefusal> act(TaskAction action, DeskTask &task, const User &by)
    {
        return perform(action, task, by, {}, m_now);
    }
    [[nodiscard]] static User person(const char *id, Role role = Role::Receptionist)
    {
        User user;
        user.id = UserId(QLatin1String(id));
        user.role = role;
        return user;
    }
    [[nodiscard]] DeskTask ofAnn(TaskStatus status = TaskStatus::InProgress) const
    {
        DeskTask task;
        task.assignee = m_ann.id;
        task.claimedAt = m_now.addSecs(-60);
        task.task.status = status;
        return task;
    }

    const QDateTime m_now{QDate(2026, 3, 4), QTime(15, 0), Qt::UTC};
    const User m_ann = person("ann");
    const User m_bob = person("bob");
    const User m_chief = person("chief", Role::Admin);
};

void TestTaskRules::claim_free_takesIt()
{
    DeskTask task;
    QVERIFY(!act(TaskAction::Claim, task, m_ann));
    QCOMPARE(task.assignee, m_ann.id);
    QCOMPARE(task.claimedAt, m_now);
    QCOMPARE(task.task.status, TaskStatus::Pending);
}

void TestTaskRules::claim_own_keepsTheTime()
{
    DeskTask task = ofAnn();
    QVERIFY(!act(TaskAction::Claim, task, m_ann));
    QCOMPARE(task.claimedAt, m_now.addSecs(-60));
}

void TestTaskRules::claim_anothers_isOwned()
{
    for (const TaskAction action : {TaskAction::Claim, TaskAction::Start}) {
        DeskTask task = ofAnn();
        QCOMPARE(act(action, task, m_bob)->code, "owned");
        QCOMPARE(act(action, task, m_chief)->code, "owned");
        QCOMPARE(task.assignee, m_ann.id);
    }
}

void TestTaskRules::release_own_letsGo()
{
    DeskTask task = ofAnn();
    QVERIFY(!act(TaskAction::Release, task, m_ann));
    QVERIFY(task.assignee.isEmpty());
    QVERIFY(!task.claimedAt.isValid());
    QCOMPARE(task.task.status, TaskStatus::Pending);
}

void TestTaskRules::release_anothers_isOwnedButAdminsMay()
{
    DeskTask task = ofAnn();
    QCOMPARE(act(TaskAction::Release, task, m_bob)->code, "owned");
    QVERIFY(!act(TaskAction::Release, task, m_chief));
    QVERIFY(task.assignee.isEmpty());
}

void TestTaskRules::start_takesAndBegins()
{
    DeskTask task;
    QVERIFY(!act(TaskAction::Start, task, m_ann));
    QCOMPARE(task.assignee, m_ann.id);
    QCOMPARE(task.task.status, TaskStatus::InProgress);
}

void TestTaskRules::complete_anothers_isOwnedButAdminsMay()
{
    DeskTask task = ofAnn();
    QCOMPARE(act(TaskAction::Complete, task, m_bob)->code, "owned");
    QVERIFY(!act(TaskAction::Complete, task, m_chief));
    QCOMPARE(task.task.status, TaskStatus::Completed);
    QCOMPARE(task.completedAt, m_now);
}

void TestTaskRules::complete_twice_isRefused()
{
    for (const TaskAction action : {TaskAction::Claim, TaskAction::Start, TaskAction::Complete, TaskAction::Release,
                                    TaskAction::AssignToDoctor}) {
        DeskTask task = ofAnn(TaskStatus::Completed);
        QCOMPARE(act(action, task, m_ann)->code, "completed");
    }
}

void TestTaskRules::reopen_completed_isNobodysAgain()
{
    DeskTask task = ofAnn(TaskStatus::Completed);
    task.completedAt = m_now;
    QVERIFY(!act(TaskAction::Reopen, task, m_bob));
    QCOMPARE(task.task.status, TaskStatus::Pending);
    QVERIFY(task.assignee.isEmpty());
    QVERIFY(!task.completedAt.isValid());
    QCOMPARE(act(TaskAction::Reopen, task, m_bob)->code, "not_completed");
}

void TestTaskRules::assignToDoctor_asksAnew()
{
    DeskTask task = ofAnn();
    task.approval = Storage::Approval{};
    QVERIFY(!perform(TaskAction::AssignToDoctor, task, m_ann, UserId(QStringLiteral("doc")), m_now));
    QCOMPARE(task.task.queue, TaskQueue::Doctor);
    QCOMPARE(task.assignee, UserId(QStringLiteral("doc")));
    QCOMPARE(task.task.status, TaskStatus::Pending);
    QVERIFY(!task.approval);
    QVERIFY(!perform(TaskAction::AssignToDoctor, task, m_ann, {}, m_now));
    QVERIFY(task.assignee.isEmpty());
}

void TestTaskRules::callBack_free_takesIt()
{
    DeskTask task;
    task.task.slotValues[SlotName::CallbackNumber] = {.value = QStringLiteral("+15550123456"), .saidAs = {}};
    QVERIFY(!act(TaskAction::CallBack, task, m_ann));
    QCOMPARE(task.assignee, m_ann.id);
    QCOMPARE(task.task.status, TaskStatus::InProgress);
    QVERIFY(!act(TaskAction::CallBack, task, m_bob));
    QCOMPARE(task.assignee, m_ann.id);
}

void TestTaskRules::callBack_withoutNumber_isRefused()
{
    DeskTask task;
    QCOMPARE(act(TaskAction::CallBack, task, m_ann)->code, "no_number");
    QVERIFY(task.assignee.isEmpty());
}

void TestTaskRules::remarks_areForEverybody()
{
    DeskTask task = ofAnn(TaskStatus::Completed);
    QVERIFY(!act(TaskAction::Flag, task, m_bob));
    QVERIFY(task.flagged);
    QVERIFY(!act(TaskAction::Unflag, task, m_bob));
    QVERIFY(!task.flagged);
    QVERIFY(!act(TaskAction::Note, task, m_bob));
    QCOMPARE(task.assignee, m_ann.id);
}

void TestTaskRules::decide_awaited_goesBackToStaff()
{
    DeskTask task;
    task.task.queue = TaskQueue::Doctor;
    task.assignee = UserId(QStringLiteral("doc"));
    QVERIFY(!decide(task, {Storage::ApprovalState::Approved, UserId(QStringLiteral("doc")), m_now, {}, {}}));
    QCOMPARE(task.task.queue, TaskQueue::Staff);
    QVERIFY(task.assignee.isEmpty());
    QCOMPARE(task.approval->state, Storage::ApprovalState::Approved);
}

void TestTaskRules::decide_notAwaited_isRefused()
{
    DeskTask staff;
    QCOMPARE(decide(staff, {})->code, "not_awaited");
    DeskTask done;
    done.task.queue = TaskQueue::Doctor;
    done.task.status = TaskStatus::Completed;
    QCOMPARE(decide(done, {})->code, "not_awaited");
    QVERIFY(isLowRisk(RequestType::ReferralRequest));
    QVERIFY(!isLowRisk(RequestType::PrescriptionRefill));
}

void TestTaskRules::names_readBack()
{
    for (const TaskAction action : {TaskAction::Claim, TaskAction::AssignToDoctor, TaskAction::CallBack}) {
        QCOMPARE(taskActionFromName(taskActionName(action)), std::optional(action));
    }
    QVERIFY(!taskActionFromName(u"delete"));
}

void TestTaskRules::dueAt_dependsOnUrgencyAndHours()
{
    ClinicProfile clinic;
    clinic.timeZone = QTimeZone(QByteArrayLiteral("America/New_York"));
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    Task task;
    task.createdAt = m_now; // Wednesday, ten in the morning in New York.
    QCOMPARE(dueAt(task, clinic), m_now.addSecs(7200));
    task.priority = TaskPriority::Urgent;
    QCOMPARE(dueAt(task, clinic), m_now.addSecs(1800));
    task.priority = TaskPriority::Emergency;
    QCOMPARE(dueAt(task, clinic), m_now);
    task.priority = TaskPriority::Normal;
    task.createdAt = QDateTime(QDate(2026, 3, 7), QTime(15, 0), Qt::UTC); // Saturday; on Sunday the clocks change.
    QCOMPARE(dueAt(task, clinic), QDateTime(QDate(2026, 3, 9), QTime(14, 0), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestTaskRules)
#include "tst_taskrules.moc"
