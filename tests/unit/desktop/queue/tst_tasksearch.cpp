#include "tests/unit/desktop/deskfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Frontdesk;
using Queue::TaskModel;

/// The search among all tasks, before a service that has more of them than the desk.
class TestTaskSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
        tasks().setKindNames(
            {{u"prescription_refill"_s, u"Prescription refill"_s}, {u"billing_question"_s, u"Billing"_s}});
    }
    void cleanup() { m.reset(); }

    void name_ofACompletedTask_isFoundFromAnyView();
    void typing_asksOnceItRests();
    void olderQuestion_isNotWaitedFor();
    void otherSpelling_isShownAsTheServiceFoundIt();
    void taskNumber_isFound();
    void day_isFound();
    void kind_bringsOpenBeforeCompleted();
    void pointerOnTheList_hidesNothingFound();
    void serviceAway_saysWhatWasNotLookedThrough();
    void emptied_isTheQueueAgain();
    void completed_ofOneKind_areAskedFor();
    void signedOut_endsTheSearch();

private:
    [[nodiscard]] TaskModel &tasks() { return *m->desk->tasks(); }
    void search(const QString &text)
    {
        tasks().setSearch(text);
        m->time.advance(TaskModel::TypingPause);
    }
    [[nodiscard]] QStringList names()
    {
        QStringList names;
        for (int row = 0; row < tasks().count(); ++row)
            names << tasks().at(row)->patientName;
        return names;
    }
    [[nodiscard]] qsizetype questions() const { return m->service.requests().count(u"GET /tasks"_s); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestTaskSearch::name_ofACompletedTask_isFoundFromAnyView()
{
    for (const auto show : {TaskModel::Show::New, TaskModel::Show::InProgress}) {
        tasks().setShow(show);
        search(u"novak"_s);
        QVERIFY(tasks().looking());
        QTRY_VERIFY(!tasks().looking());
        QCOMPARE(names(), QStringList(u"Hana Novak"_s));
        QCOMPARE(tasks().lookProblem(), QString());
        search({});
        QVERIFY(!names().contains(u"Hana Novak"_s));
    }
    search(u"ruiz"_s); // Here already, in progress: at once.
    QCOMPARE(names(), QStringList(u"Mateo Ruiz"_s));
}

void TestTaskSearch::typing_asksOnceItRests()
{
    const auto before = questions();
    for (const auto &typed : {u"no"_s, u"nov"_s, u"nova"_s}) {
        tasks().setSearch(typed);
        m->time.advance(TaskModel::TypingPause - Milliseconds(1));
    }
    QVERIFY(tasks().looking());
    m->time.advance(Milliseconds(1));
    QTRY_COMPARE(names(), QStringList(u"Hana Novak"_s));
    QCOMPARE(questions(), before + 1);
}

void TestTaskSearch::olderQuestion_isNotWaitedFor()
{
    search(u"novak"_s);
    search(u"sato"_s);
    QTRY_VERIFY(!tasks().looking());
    QCOMPARE(names(), QStringList(u"Mina Sato"_s));
    QCOMPARE(tasks().find(u"t-44"_s), nullptr); // The first answer was dropped, not only hidden.
}

void TestTaskSearch::otherSpelling_isShownAsTheServiceFoundIt()
{
    auto task = m->service.task(u"t-44"_s);
    task.insert("patient_name"_L1, u"Jos\u00e9 Pe\u00f1a"_s);
    m->service.changeTask(u"t-44"_s, task);
    QTRY_VERIFY(tasks().find(u"t-44"_s));
    search(u"jose pena"_s);
    QTRY_COMPARE(names(), QStringList(u"Jos\u00e9 Pe\u00f1a"_s));
}

void TestTaskSearch::taskNumber_isFound()
{
    search(u"TASK-2026-0386"_s);
    QTRY_COMPARE(names(), QStringList(u"Hana Novak"_s));
}

void TestTaskSearch::day_isFound()
{
    const auto created =
        QDateTime::fromString(m->service.task(u"t-44"_s).value("created_at"_L1).toString(), Qt::ISODateWithMs);
    search(created.toLocalTime().date().toString(Qt::ISODate));
    QTRY_VERIFY(names().contains(u"Hana Novak"_s));
    search(u"1999-12-31"_s);
    QTRY_VERIFY(!tasks().looking());
    QCOMPARE(tasks().count(), 0);
}

void TestTaskSearch::kind_bringsOpenBeforeCompleted()
{
    m->service.changeTask(u"t-44"_s, {{u"request_type"_s, u"prescription_refill"_s}});
    QTRY_VERIFY(tasks().find(u"t-44"_s));
    search(u"refill"_s);
    QTRY_VERIFY(!tasks().looking());
    QVERIFY(tasks().count() > 1);
    bool isDone = false;
    for (int row = 0; row < tasks().count(); ++row) {
        const auto &task = *tasks().at(row);
        QCOMPARE(task.requestType, u"prescription_refill"_s);
        QVERIFY(!isDone || task.status == Queue::TaskRow::Status::Completed);
        isDone = task.status == Queue::TaskRow::Status::Completed;
    }
    QVERIFY(isDone);
}

void TestTaskSearch::pointerOnTheList_hidesNothingFound()
{
    tasks().setHolding(true);
    search(u"novak"_s);
    QTRY_COMPARE(names(), QStringList(u"Hana Novak"_s));
    QCOMPARE(tasks().arrivals(), 0);
}

void TestTaskSearch::serviceAway_saysWhatWasNotLookedThrough()
{
    m->service.goDown();
    search(u"ruiz"_s);
    QCOMPARE(names(), QStringList(u"Mateo Ruiz"_s));
    QTRY_VERIFY(!tasks().looking());
    QVERIFY(!tasks().lookProblem().isEmpty());
    search({});
    QCOMPARE(tasks().lookProblem(), QString());
}

void TestTaskSearch::emptied_isTheQueueAgain()
{
    const auto before = names();
    search(u"novak"_s);
    QTRY_COMPARE(tasks().count(), 1);
    search(u"   "_s);
    QCOMPARE(names(), before);
    QVERIFY(!tasks().looking());
}

void TestTaskSearch::completed_ofOneKind_areAskedFor()
{
    m->service.changeTask(u"t-43"_s, {{u"request_type"_s, u"billing_question"_s}});
    m->service.changeTask(u"t-44"_s, {{u"request_type"_s, u"test_results"_s}});
    tasks().setShow(TaskModel::Show::Completed);
    m->time.advance({});
    QTRY_VERIFY(names().contains(u"Hana Novak"_s));
    tasks().setRequestType(u"billing_question"_s);
    m->time.advance({});
    QTRY_VERIFY(names().contains(u"Bruce Tanner"_s));
    QVERIFY(!names().contains(u"Hana Novak"_s));
}

void TestTaskSearch::signedOut_endsTheSearch()
{
    search(u"novak"_s);
    tasks().clear();
    QVERIFY(!tasks().looking());
    QCOMPARE(tasks().count(), 0);
}

QTEST_GUILESS_MAIN(TestTaskSearch)
#include "tst_tasksearch.moc"
