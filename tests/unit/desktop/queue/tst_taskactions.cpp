#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Queue::TaskActions;
using Frontdesk::Queue::TaskRow;

class TestTaskActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
    }
    void cleanup() { m.reset(); }

    void claim_showsAtOnceAndThenAsTheServiceSays();
    void claim_ofSomebodyElsesTask_isTakenBackAndNamesTheOwner();
    void claim_byTwoDesksAtOnce_hasOneOwnerAndBothKnow();
    void complete_thenUndo_bringsItBack();
    void undo_beforeTheAnswer_takesBackWhatIsOnTheWay();
    void refusal_dropsTheUndoBehindItAndKeepsTheNote();
    void undo_withNothingDone_asksNobody();
    void everyAction_reachesTheService_data();
    void everyAction_reachesTheService();
    void note_ofBlanks_isNotSent();
    void callBack_dialsThePatient();
    void anyAction_whenServerIsAway_isTakenBack();

private:
    [[nodiscard]] TaskActions &actions() { return *m->desk->actions(); }
    [[nodiscard]] const TaskRow *row(const QString &id) { return m->desk->tasks()->find(id); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestTaskActions::claim_showsAtOnceAndThenAsTheServiceSays()
{
    QSignalSpy performed(&actions(), &TaskActions::performed);
    const int version = row(u"t-3"_s)->version;
    actions().claim(u"t-3"_s);
    QCOMPARE(row(u"t-3"_s)->assigneeName, u"Ana Torres"_s);
    QCOMPARE(row(u"t-3"_s)->version, version);
    QVERIFY(performed.wait());
    QCOMPARE(row(u"t-3"_s)->version, version + 1);
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::InProgress);
}

void TestTaskActions::claim_ofSomebodyElsesTask_isTakenBackAndNamesTheOwner()
{
    QSignalSpy refused(&actions(), &TaskActions::refused);
    actions().claim(u"t-4"_s);
    QVERIFY(refused.wait());
    QCOMPARE(refused.first().at(1).toString(), u"Grace Kim has this already."_s);
    QCOMPARE(row(u"t-4"_s)->assigneeName, u"Grace Kim"_s);
}

void TestTaskActions::claim_byTwoDesksAtOnce_hasOneOwnerAndBothKnow()
{
    const auto other = m->anotherDesk();
    QVERIFY(m->signIn(*other, u"grace@oakstreet.example"_s));
    QSignalSpy refused(&actions(), &TaskActions::refused);
    QSignalSpy otherRefused(other->actions(), &TaskActions::refused);
    actions().claim(u"t-3"_s);
    other->actions()->claim(u"t-3"_s);
    QTRY_COMPARE(refused.count() + otherRefused.count(), 1);
    const auto owner = m->service.task(u"t-3"_s).value("assignee"_L1).toObject().value("name"_L1).toString();
    QVERIFY(!owner.isEmpty());
    QTRY_COMPARE(row(u"t-3"_s)->assigneeName, owner);
    QTRY_COMPARE(other->tasks()->find(u"t-3"_s)->assigneeName, owner);
}

void TestTaskActions::complete_thenUndo_bringsItBack()
{
    QSignalSpy performed(&actions(), &TaskActions::performed);
    actions().complete(u"t-3"_s);
    QVERIFY(performed.wait());
    QCOMPARE(m->service.task(u"t-3"_s).value("status"_L1).toString(), u"completed"_s);
    QVERIFY(actions().canUndo());
    actions().undo();
    QVERIFY(performed.wait());
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::Pending);
    QVERIFY(!actions().canUndo());
    QVERIFY(m->desk->tasks()->rowOf(u"t-3"_s) >= 0);
}

void TestTaskActions::undo_beforeTheAnswer_takesBackWhatIsOnTheWay()
{
    QSignalSpy performed(&actions(), &TaskActions::performed);
    actions().claim(u"t-3"_s);
    actions().complete(u"t-3"_s);
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::Completed);
    QVERIFY(actions().canUndo());
    actions().undo();
    QTRY_COMPARE(performed.count(), 3);
    QCOMPARE(performed.last().at(1).toString(), u"undo"_s);
    QCOMPARE(m->service.task(u"t-3"_s).value("status"_L1).toString(), u"in_progress"_s);
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::InProgress);
}

void TestTaskActions::refusal_dropsTheUndoBehindItAndKeepsTheNote()
{
    QSignalSpy refused(&actions(), &TaskActions::refused);
    QSignalSpy performed(&actions(), &TaskActions::performed);
    actions().claim(u"t-4"_s);
    actions().undo();
    actions().note(u"t-4"_s, u"Rang twice."_s);
    QTRY_COMPARE(refused.count(), 1);
    QTRY_COMPARE(performed.count(), 1);
    QCOMPARE(performed.first().at(1).toString(), u"note"_s);
    QCOMPARE(row(u"t-4"_s)->assigneeName, u"Grace Kim"_s);
    QCOMPARE(row(u"t-4"_s)->noteCount, 1);
}

void TestTaskActions::undo_withNothingDone_asksNobody()
{
    const auto before = m->service.requests();
    actions().undo();
    QSignalSpy performed(&actions(), &TaskActions::performed);
    actions().toggleFlag(u"t-5"_s);
    QVERIFY(performed.wait());
    QCOMPARE(m->service.requests().size(), before.size() + 1);
}

void TestTaskActions::everyAction_reachesTheService_data()
{
    QTest::addColumn<QString>("action");
    for (const auto &name : {u"release"_s, u"reopen"_s, u"flag"_s, u"assign-to-doctor"_s, u"note"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestTaskActions::everyAction_reachesTheService()
{
    QFETCH(QString, action);
    QSignalSpy performed(&actions(), &TaskActions::performed);
    const auto id = u"t-10"_s;
    if (action == u"release")
        actions().release(id);
    else if (action == u"reopen")
        actions().reopen(id);
    else if (action == u"flag")
        actions().toggleFlag(id);
    else if (action == u"note")
        actions().note(id, u" Called the husband. "_s);
    else
        actions().assignToDoctor(id, u"u-lopez"_s);
    QVERIFY(performed.wait());
    QCOMPARE(performed.first().at(1).toString(), action);
    const auto task = m->service.task(id);
    const auto last = task.value("history"_L1).toArray().last().toObject();
    QCOMPARE(last.value("action"_L1).toString(), action);
    QCOMPARE(TaskRow::fromJson(task), *row(id));
    if (action == u"note")
        QCOMPARE(task.value("notes"_L1).toArray().last().toObject().value("text"_L1).toString(),
                 u"Called the husband."_s);
}

void TestTaskActions::note_ofBlanks_isNotSent()
{
    actions().note(u"t-3"_s, u"  \n"_s);
    QCOMPARE(row(u"t-3"_s)->noteCount, 0);
}

void TestTaskActions::callBack_dialsThePatient()
{
    QSignalSpy dialled(&actions(), &TaskActions::dial);
    actions().callBack(u"t-3"_s);
    QVERIFY(dialled.wait());
    QCOMPARE(dialled.first().first().toUrl(), QUrl(u"tel:+15550163390"_s));
}

void TestTaskActions::anyAction_whenServerIsAway_isTakenBack()
{
    m->service.goDown();
    QSignalSpy refused(&actions(), &TaskActions::refused);
    actions().complete(u"t-3"_s);
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::Completed);
    QVERIFY(refused.wait());
    QCOMPARE(row(u"t-3"_s)->status, TaskRow::Status::Pending);
    QVERIFY(refused.first().at(1).toString().contains(u"cannot be reached"_s));
}

QTEST_GUILESS_MAIN(TestTaskActions)
#include "tst_taskactions.moc"
