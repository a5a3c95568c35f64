#include "desktop/queue/taskmodel.h"
#include "tests/support/virtualscheduler.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Queue::TaskModel;
using Frontdesk::Queue::TaskRow;

class TestTaskModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void rows_areSortedByUrgencyThenAge();
    void upsert_ofANewTask_takesItsPlaceWithOneInsertion();
    void upsert_ofAnOlderVersion_isIgnored();
    void upsert_thatOnlyChangesWords_movesNothing();
    void upsert_whenCompleted_leavesTheList();
    void holding_keepsEveryRowWhereItIs();
    void holding_endedPutsAllInPlace();
    void filter_onlyMine_showsWhatIHave();
    void replaceAll_afterAResume_changesOnlyWhatChanged();
    void awaitedDecision_standsWithWhatIsInProgress();
    void counts_followEveryChange();
    void fromJson_readsTheCallersOwnWords();
    void tenThousand_areThereWithinASecond();

private:
    static TaskRow row(const QString &id, int minutesOld, TaskRow::Priority priority = TaskRow::Priority::Normal)
    {
        TaskRow row;
        row.id = id;
        row.version = 1;
        row.patientName = u"Patient "_s + id;
        row.callbackNumber = u"+15550100"_s + id.right(1).repeated(3);
        row.priority = priority;
        row.createdAt = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC).addSecs(-60 * minutesOld);
        return row;
    }
    [[nodiscard]] QString order() const
    {
        QStringList ids;
        for (int at = 0; at < m_model->count(); ++at)
            ids << m_model->idAt(at);
        return ids.join(u' ');
    }

    Frontdesk::Client::ApiClient m_api;
    Frontdesk::Tests::VirtualScheduler m_time;
    std::unique_ptr<TaskModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTaskModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<TaskModel>(m_api, m_time);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setUserId(u"me"_s);
    m_model->replaceAll({row(u"a"_s, 5), row(u"b"_s, 30), row(u"c"_s, 1, TaskRow::Priority::Emergency),
                         row(u"d"_s, 10, TaskRow::Priority::Urgent)});
}

void TestTaskModel::rows_areSortedByUrgencyThenAge()
{
    QCOMPARE(order(), u"c d b a"_s);
    QCOMPARE(m_model->data(m_model->index(0), TaskModel::PriorityRole).toString(), u"emergency"_s);
}

void TestTaskModel::upsert_ofANewTask_takesItsPlaceWithOneInsertion()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->upsert(row(u"e"_s, 20));
    QCOMPARE(order(), u"c d b e a"_s);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 3);
}

void TestTaskModel::upsert_ofAnOlderVersion_isIgnored()
{
    auto newer = row(u"a"_s, 5);
    newer.version = 4;
    newer.flagged = true;
    m_model->upsert(newer);
    m_model->upsert(row(u"a"_s, 5));
    QVERIFY(m_model->find(u"a"_s)->flagged);
}

void TestTaskModel::upsert_thatOnlyChangesWords_movesNothing()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    auto task = row(u"b"_s, 30);
    task.version = 2;
    task.wish = u"next week"_s;
    m_model->upsert(task);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(m_model->data(m_model->index(2), TaskModel::WishRole).toString(), u"next week"_s);
}

void TestTaskModel::upsert_whenCompleted_leavesTheList()
{
    auto task = row(u"d"_s, 10, TaskRow::Priority::Urgent);
    task.version = 2;
    task.status = TaskRow::Status::Completed;
    m_model->upsert(task);
    QCOMPARE(order(), u"c b a"_s);
}

void TestTaskModel::holding_keepsEveryRowWhereItIs()
{
    m_model->setHolding(true);
    m_model->upsert(row(u"e"_s, 3, TaskRow::Priority::Emergency));
    auto done = row(u"d"_s, 10, TaskRow::Priority::Urgent);
    done.version = 2;
    done.status = TaskRow::Status::Completed;
    m_model->upsert(done);
    auto raised = row(u"a"_s, 5, TaskRow::Priority::Urgent);
    raised.version = 2;
    m_model->upsert(raised);
    QCOMPARE(order(), u"c d b a"_s);
    QCOMPARE(m_model->arrivals(), 1);
    QCOMPARE(m_model->data(m_model->index(1), TaskModel::StatusRole).toString(), u"completed"_s);
    QCOMPARE(m_model->data(m_model->index(3), TaskModel::PriorityRole).toString(), u"urgent"_s);
}

void TestTaskModel::holding_endedPutsAllInPlace()
{
    holding_keepsEveryRowWhereItIs();
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setHolding(false);
    QCOMPARE(order(), u"e c a b"_s);
    QCOMPARE(m_model->arrivals(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestTaskModel::filter_onlyMine_showsWhatIHave()
{
    auto mine = row(u"b"_s, 30);
    mine.version = 2;
    mine.assigneeId = u"me"_s;
    m_model->upsert(mine);
    m_model->setShow(TaskModel::Show::InProgress);
    m_model->setOnlyMine(true);
    QCOMPARE(order(), u"b"_s);
    QVERIFY(m_model->data(m_model->index(0), TaskModel::MineRole).toBool());
    m_model->setOnlyMine(false);
    m_model->setRequestType(u"billing_question"_s);
    QCOMPARE(m_model->count(), 0);
}

void TestTaskModel::replaceAll_afterAResume_changesOnlyWhatChanged()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy rows(m_model.get(), &TaskModel::rowChanged);
    auto b = row(u"b"_s, 30);
    b.version = 3;
    b.flagged = true;
    m_model->replaceAll({row(u"a"_s, 5), b, row(u"f"_s, 60), row(u"c"_s, 1, TaskRow::Priority::Emergency)});
    QCOMPARE(order(), u"c f b a"_s);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changed.count(), 1);
    QStringList ids; // Whoever shows b or the one that is gone must read it again.
    for (const auto &emitted : std::as_const(rows))
        ids << emitted.first().toString();
    ids.sort();
    QCOMPARE(ids, QStringList({u"b"_s, u"d"_s}));
}

void TestTaskModel::awaitedDecision_standsWithWhatIsInProgress()
{
    auto asked = row(u"a"_s, 5);
    asked.version = 2;
    asked.approvalState = u"pending"_s;
    m_model->upsert(asked);
    QCOMPARE(order(), u"c d b"_s);
    QCOMPARE(m_model->pendingCount(), 3);
    QCOMPARE(m_model->inProgressCount(), 1);
    m_model->setShow(TaskModel::Show::InProgress);
    QCOMPARE(order(), u"a"_s);
    asked.version = 3;
    asked.approvalState = u"approved"_s;
    m_model->upsert(asked);
    m_model->setShow(TaskModel::Show::New);
    QCOMPARE(order(), u"c d b a"_s);
}

void TestTaskModel::counts_followEveryChange()
{
    QCOMPARE(m_model->pendingCount(), 4);
    QCOMPARE(m_model->urgentCount(), 2);
    auto task = row(u"c"_s, 1, TaskRow::Priority::Emergency);
    task.version = 2;
    task.status = TaskRow::Status::InProgress;
    m_model->upsert(task);
    QCOMPARE(m_model->pendingCount(), 3);
    QCOMPARE(m_model->inProgressCount(), 1);
    m_model->setShow(TaskModel::Show::InProgress);
    QCOMPARE(order(), u"c"_s);
    m_model->clear();
    QCOMPARE(m_model->pendingCount() + m_model->inProgressCount() + m_model->urgentCount() + m_model->count(), 0);
}

void TestTaskModel::fromJson_readsTheCallersOwnWords()
{
    const auto task = TaskRow::fromJson({{u"id"_s, u"x"_s},
                                         {u"priority"_s, u"urgent"_s},
                                         {u"status"_s, u"in_progress"_s},
                                         {u"created_at"_s, u"2026-03-04T12:00:00.000Z"_s},
                                         {u"details"_s, QJsonObject{{u"preferred_date"_s, u"2026-03-10"_s},
                                                                    {u"preferred_date_said_as"_s, u"next Tuesday"_s},
                                                                    {u"preferred_time"_s, u"morning"_s}}}});
    QCOMPARE(task.wish, u"next Tuesday \u00b7 morning"_s);
    QCOMPARE(task.priority, TaskRow::Priority::Urgent);
    QCOMPARE(task.status, TaskRow::Status::InProgress);
    QCOMPARE(task.createdAt, QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC));
}

void TestTaskModel::tenThousand_areThereWithinASecond()
{
    std::vector<TaskRow> rows;
    for (int at = 0; at < 10'000; ++at)
        rows.push_back(row(QString::number(at), at));
    QElapsedTimer timer;
    m_tester.reset();
    m_model->clear();
    timer.start();
    m_model->replaceAll(rows);
    for (int at = 0; at < 100; ++at)
        m_model->upsert(row(u"new%1"_s.arg(at), at * 90));
    QCOMPARE(m_model->count(), 10'100);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestTaskModel)
#include "tst_taskmodel.moc"
